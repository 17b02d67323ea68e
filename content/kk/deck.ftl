### Questions that an operator sends by two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = Өткізіп жіберу
deck_write = Өз сөзіммен жазамын

## Names of the groups, for operators

deck_group_safety = Қауіпсіздік
deck_group_place = Орын және жол
deck_group_health = Денсаулық
deck_group_people = Адамдар мен балалар
deck_group_documents = Құжаттар, полиция
deck_group_work = Жұмыс және ақша
deck_group_want = Не керек
deck_group_return = Үйге қайту
deck_group_contact = Байланыс
deck_group_understanding = Тіл және түсінісу

## Safety

deck_can_write = Қазір қауіпсіз жаза аласыз ба?
deck_read_along = Бұл чатты тағы біреу оқуы мүмкін бе?
deck_danger_now = Қазір сізге қауіп төніп тұр ма?
deck_someone_near = Қазір қасыңызда біреу бар ма?
deck_trust_near = Қасыңыздағы адамдарға сенесіз бе?
deck_can_speak = Ешкім естімейтіндей телефонмен сөйлей аласыз ба?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
# Doubt: «тыныш» for "calm": it may be heard only as "without noise".
deck_calm_place = Қазір тұрған жеріңіз тыныш па?
deck_searched_for = Қазір сізді біреу іздеп жүр ме?
deck_threats = Сізді немесе отбасыңызды біреу қорқыта ма?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = Қазір қай елдесіз?
deck_on_the_move = Қазір жолдасыз ба?
# Doubt: impersonal on purpose: it also stands for being taken away, not only for leaving oneself.
deck_leaving_when = Жолға шығу қашан?
deck_town_or_village = Қайдасыз: қалада ма, ауылда ма, әлде адамдардан алыс па?
deck_nearest_city = Ең жақын үлкен қала қайсы? Жауап бермеуге болады.
deck_kind_of_place = Бұл қандай жер? Жауап бермеуге болады.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Қайда екеніңізді білесіз бе? Мекенжай жазудың қажеті жоқ.
deck_see_outside = Сыртта не көрінеді? Ешкім байқамаса ғана қараңыз.

## Health

deck_hurt_who = Біреу жаралы немесе ауру ма?
deck_need_doctor = Сізге дәрігер керек пе?
deck_where_pain = Қай жеріңіз ауырады?
deck_bleeding = Қан қатты ағып тұр ма?
deck_breathing = Бұл адам дұрыс дем алып жатыр ма?
deck_pregnant = Жүктісіз бе?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
# Doubt: plain on purpose; a native speaker with counselling experience should judge the tone.
deck_suicide_thoughts = Өзіңізді өлтіру туралы ойлайсыз ба?
deck_means_near = Жаныңызда өзіңізге зиян келтіре алатын нәрсе бар ма?
deck_already_acted = Бірдеңе ішіп немесе өзіңізге бірдеңе істеп қойдыңыз ба?

## People and children

deck_who_about = Кім туралы жазып отырсыз?
deck_over_18 = 18 жасқа толдыңыз ба?
deck_how_many = Сіз тұрған жерде шамамен қанша адам бар?
deck_child_there = Онда бала бар ма?
deck_child_age = Бала неше жаста?
deck_children_where = Балаларыңыз қазір қайда?
deck_family_where = Отбасыңыз қазір қайда?
# For whoever writes about somebody else.
deck_seen_when = Мұны қашан көрдіңіз?

## Documents, police

deck_papers_where = Паспортыңыз қазір қайда?
deck_papers_holder = Паспортыңызды кім ұстап отыр?
deck_citizenship = Қай елдің азаматысыз? Жауап бермеуге болады.
deck_in_country_since = Бұл елге келгеніңізге қанша болды?
# Doubt: «тіркелген» for the registration of foreigners: is «регистрация» understood sooner?
deck_registered = Бұл елде тіркелгенсіз бе?
deck_where_held = Сізді қазір полиция ұстап отыр ма?
deck_hearing_day = Сот болатын күнді айтты ма?

## Work and money

deck_work_kind = Бұл қандай жұмыс?
deck_as_promised = Жұмыс уәде етілгендей ме?
deck_paid = Жұмысыңызға ақша төлей ме?
deck_unpaid_since = Қанша уақыттан бері ақша төлемейді?
deck_contract = Еңбек шартына қол қойдыңыз ба?
deck_debt = Сізге «қарызды жұмыспен өтейсің» дей ме?
deck_go_out_freely = Қалаған кезде сыртқа шыға аласыз ба?
deck_work_notes = Жұмыс пен ақша туралы жазба немесе хабарлама бар ма?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = Қазір сіз үшін ең маңыздысы не?
deck_most_needed = Қазір сізге ең керегі не?
deck_sleep_tonight = Бүгін түнде ұйықтайтын жеріңіз бар ма?
deck_lawyer = Заңгермен сөйлескіңіз келе ме?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Полицияға барғыңыз келе ме? Өзіңіз шешесіз.
deck_police_fear = Полициядан қорқасыз ба?
deck_embassy = Өз елшілігіңізге хабарласқыңыз келе ме?
deck_own_state_fear = Мемлекетіңіз сіз туралы біліп қояды деп қорқасыз ба?

## Return

deck_want_return = Үйге қайтқыңыз келе ме?
# Doubt: «елде» for "at home, where you come from", here and in the next question.
deck_home_danger = Елде сізге қауіпті болуы мүмкін бе?
deck_home_debt = Елде біреу сізге «қарызсың» дей ме?
deck_return_known = Сізге қауіпті адам қайтатыныңызды біліп қоюы мүмкін бе?
deck_ticket_money = Жолға ақшаңыз бар ма?
deck_met_at_home = Онда сізді біреу қарсы алуы мүмкін бе?
deck_children_go = Сізбен бірге балалар да бара ма?
deck_expelled_before = Сізді бұрын Қазақстаннан шығарып жіберген бе?

## Contact

deck_write_later = Сізге кейін жазуға бола ма?
deck_good_time = Сізге қай кезде жазуға болады?
deck_whose_phone = Бұл кімнің телефоны?
deck_other_phone = Жазуға болатын басқа телефон бар ма?
deck_battery = Телефонның заряды қаншаға жетеді?
# A code word shows later that the same person writes; "I'll write" takes it.
# Doubt: is the idea of a code word clear?
deck_code_word = Жазып отырған сіз екеніңізді білдіретін бір сөзге келісейік пе?
deck_end_now = Бүгінге әңгімені аяқтаймыз ба? Кез келген уақытта қайта жазуға болады.

## Understanding

deck_understand = Біз жазғанды түсінесіз бе?
deck_understood_right = Біз сізді дұрыс түсіндік пе?
deck_which_language = Сізге қай тіл ыңғайлы?
deck_russian_ok = Сізге орысша жазуға бола ма?
deck_interpreter = Сізге аудармашы керек пе?
deck_talk_with = Сізге кіммен сөйлескен оңай?
deck_go_on = Тағы бір сұрақ қоюға бола ма?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Иә
deck_answer_no = Жоқ
deck_answer_not_sure = Нақты айта алмаймын
deck_answer_dont_know = Білмеймін
# Doubt: «жартылай» (half) must fit understanding, being paid and keeping a promise alike.
deck_answer_partly = Жартылай
deck_answer_a_little = Аздап
deck_answer_sometimes = Кейде
deck_answer_nothing = Ештеңе
deck_answer_nobody = Ешкім

deck_answer_right_now = Дәл қазір
deck_answer_within_hour = Бір сағатқа жетпей
deck_answer_today = Бүгін
deck_answer_tomorrow = Ертең
deck_answer_later = Кейін
deck_answer_yesterday = Кеше
deck_answer_this_week = Осы аптада
deck_answer_long_ago = Бұрынырақ
deck_answer_under_month = Бір айдан аз
deck_answer_months_1_3 = 1–3 ай
deck_answer_months_4_12 = 4–12 ай
deck_answer_over_year = Бір жылдан көп

deck_answer_to_me = Мені
deck_answer_to_family = Отбасымды
deck_answer_to_us_all = Мені де, отбасымды да

deck_answer_kazakhstan = Қазақстан
deck_answer_russia = Ресей
deck_answer_uzbekistan = Өзбекстан
deck_answer_kyrgyzstan = Қырғызстан
deck_answer_tajikistan = Тәжікстан
deck_answer_another_country = Басқа ел
deck_answer_home_country = Туған елде

deck_answer_car = Иә, машинада
deck_answer_bus_train = Иә, автобуста не пойызда
deck_answer_airport = Иә, әуежайда
deck_answer_border = Иә, шекарада
deck_answer_not_moving = Жоқ, бір жерде тұрмын
deck_answer_nobody_leaves = Ешкім кетпейді

deck_answer_town = Қала
deck_answer_village = Ауыл
deck_answer_far_from_people = Адамдардан алыс
deck_answer_road = Жол
deck_answer_almaty = Алматы
deck_answer_astana = Астана
deck_answer_shymkent = Шымкент
deck_answer_another_city = Басқа қала
deck_answer_home = Үй немесе пәтер
deck_answer_building_site = Құрылыс алаңы
deck_answer_farm = Ферма
deck_answer_cafe_shop = Кафе немесе дүкен
deck_answer_hotel = Қонақүй
deck_answer_another_place = Басқа жер
deck_answer_houses = Басқа үйлер
deck_answer_field = Егістік немесе дала
deck_answer_mountains = Таулар

deck_answer_me = Мен
deck_answer_another_person = Басқа адам
deck_answer_several_people = Бірнеше адам
deck_answer_pregnant_1_3 = Иә, 1–3 ай
deck_answer_pregnant_4_6 = Иә, 4–6 ай
deck_answer_pregnant_7_9 = Иә, 7–9 ай
deck_answer_head = Бас
deck_answer_chest = Кеуде
deck_answer_belly = Іш
deck_answer_back = Арқа
deck_answer_arm_leg = Қол немесе аяқ
deck_answer_elsewhere = Басқа жерім

deck_answer_about_me = Өзім туралы
deck_answer_about_relative = Туысым туралы
deck_answer_about_friend = Танысым туралы
deck_answer_about_stranger = Бейтаныс адам туралы
deck_answer_about_several = Бірнеше адам туралы
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = 10 адамнан көп
deck_answer_years_0_2 = 3 жасқа толмаған
deck_answer_years_3_6 = 3–6 жас
deck_answer_years_7_13 = 7–13 жас
deck_answer_years_14_17 = 14–17 жас
deck_answer_several_children = Бала бірнешеу
deck_answer_with_me = Менімен бірге
# Doubt: it must fit children and a passport alike.
deck_answer_with_others = Басқа біреудің қолында
deck_answer_no_children = Балам жоқ

deck_answer_i_have_it = Өзімде
deck_answer_lost = Жоғалды
deck_answer_never_had = Паспортым болған жоқ
deck_answer_employer = Жұмыс беруші
deck_answer_middleman = Делдал
deck_answer_relative = Туысым
deck_answer_police = Полиция
deck_answer_held_police = Иә, полициядамын
deck_answer_held_court = Иә, соттамын
# Doubt: do people know «қабылдау орны», or rather the Russian «приёмник»?
deck_answer_held_reception = Иә, қабылдау орнындамын
deck_answer_held_elsewhere = Иә, басқа жердемін
deck_answer_not_held = Жоқ, ұстаған жоқ

deck_answer_building = Құрылыс жұмысы
deck_answer_farm_work = Егін немесе мал
deck_answer_housework = Үй жұмысы
deck_answer_online = Интернеттегі жұмыс
deck_answer_another_work = Басқа жұмыс

deck_answer_safe_place = Қауіпсіз жер
deck_answer_doctor = Дәрігер
deck_answer_papers = Құжаттар
deck_answer_money_for_work = Жұмыс ақысы
deck_answer_go_home = Үйге қайту керек
deck_answer_just_talk = Жай ғана сөйлесу
deck_answer_water = Су
deck_answer_food = Тамақ
deck_answer_warm_clothes = Жылы киім
deck_answer_medicine = Дәрі
deck_answer_place_to_sleep = Ұйықтайтын жер
deck_answer_lawyer_first = Алдымен заңгер

deck_answer_i_write_first = Өзім жазғаным дұрыс
deck_answer_morning = Таңертең
deck_answer_daytime = Күндіз
deck_answer_evening = Кешке
deck_answer_night = Түнде
deck_answer_any_time = Кез келген уақытта
deck_answer_mine = Менің телефоным
deck_answer_someone_elses = Басқаның телефоны
deck_answer_work_phone = Жұмыс телефоны
deck_answer_few_minutes = Бірнеше минутқа
deck_answer_about_hour = Шамамен бір сағатқа
deck_answer_few_hours = Бірнеше сағатқа
deck_answer_can_charge = Зарядтай аламын

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Басқа тіл
deck_answer_woman = Әйел адаммен
deck_answer_man = Ер адаммен
deck_answer_no_difference = Бәрібір
