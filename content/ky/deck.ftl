### Questions that an operator sends with two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = Өткөрүп жиберүү
deck_write = Өз сөзүм менен жазам

## Safety

deck_can_write = Азыр жазуу Сиз үчүн коопсузбу?
deck_read_along = Бул чатты башка бирөө окуп калышы мүмкүнбү?
deck_danger_now = Азыр Сизге коркунуч барбы?
deck_someone_near = Азыр жаныңызда кимдир бирөө барбы?
deck_trust_near = Жаныңыздагы адамдарга ишенесизби?
deck_can_speak = Эч ким укпагандай кылып телефон менен сүйлөшө аласызбы?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
# Doubt: “тынч” for "calm": it may be heard only as "without noise".
deck_calm_place = Азыр турган жериңиз тынчпы?
deck_searched_for = Азыр Сизди бирөө издеп жатабы?
deck_threats = Сизди же үй-бүлөңүздү бирөө коркутуп жатабы?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = Азыр кайсы өлкөдөсүз?
deck_on_the_move = Азыр жолдосузбу?
deck_passed_control = Паспорт текшерүүдөн өттүңүзбү?
# Doubt: impersonal on purpose: it also stands for being taken away, not only for leaving oneself.
deck_leaving_when = Жолго чыгуу качан?
deck_town_or_village = Кайдасыз: шаардабы, айылдабы же адамдардан алыспы?
deck_nearest_city = Эң жакын чоң шаар кайсы? Жооп бербесеңиз да болот.
deck_kind_of_place = Бул кандай жер? Жооп бербесеңиз да болот.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Кайда экениңизди билесизби? Даректи жазуунун кереги жок.
deck_see_outside = Сыртта эмне көрүнөт? Эч ким байкабаса гана караңыз.

## Health

deck_hurt_who = Кимдир бирөө жаракат алганбы же ооруйбу?
deck_need_doctor = Сизге дарыгер керекпи?
deck_where_pain = Кайсы жериңиз ооруп жатат?
deck_bleeding = Кан катуу агып жатабы?
deck_breathing = Бул адам жакшы дем алып жатабы?
# Doubt: “боюңузда барбы” is the polite word; is it clear to everybody, also to a young girl?
deck_pregnant = Боюңузда барбы (кош бойлуусузбу)?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
# Doubt: plain on purpose; a native speaker with counselling experience should judge the tone.
deck_suicide_thoughts = Өзүңүздү өлтүрүү жөнүндө ойлонуп жатасызбы?
deck_means_near = Жаныңызда өзүңүзгө зыян келтире турган нерсе барбы?
deck_already_acted = Бир нерсе ичип же өзүңүзгө бир нерсе кылып койдуңузбу?

## People and children

deck_who_about = Ким жөнүндө жазып жатасыз?
deck_over_18 = 18 жашка толдуңузбу?
deck_how_many = Сиз турган жерде болжол менен канча киши бар?
deck_child_there = Ал жерде бала барбы?
deck_child_age = Бала канча жашта?
deck_children_where = Балдарыңыз азыр кайда?
deck_family_where = Үй-бүлөңүз азыр кайда?
# For whoever writes about somebody else.
deck_seen_when = Муну качан көрдүңүз?

## Documents, police

deck_papers_where = Паспортуңуз азыр кайда?
deck_papers_holder = Паспортуңузду ким кармап турат?
deck_citizenship = Кайсы өлкөнүн жаранысыз? Жооп бербесеңиз да болот.
deck_in_country_since = Бул өлкөгө келгениңизге канча болду?
deck_registered = Бул өлкөдө регистрацияңыз барбы?
deck_where_held = Азыр Сизди полиция кармап турабы?
deck_hearing_day = Сот боло турган күндү айтыштыбы?

## Work and money

deck_work_kind = Бул кандай жумуш?
deck_as_promised = Жумуш убада кылынгандайбы?
deck_paid = Жумушуңузга акча төлөшөбү?
deck_unpaid_since = Канча убакыттан бери акча төлөшпөйт?
deck_contract = Эмгек келишимине кол койгонсузбу?
deck_debt = Сизге «карыз үчүн иштешиңиз керек» дешеби?
deck_go_out_freely = Каалаганда сыртка чыга аласызбы?
deck_work_notes = Жумуш жана акча жөнүндө жазуу же билдирүү барбы?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = Азыр Сиз үчүн эң маанилүүсү эмне?
deck_most_needed = Азыр Сизге эң керектүү нерсе эмне?
deck_sleep_tonight = Бүгүн түнү уктай турган жериңиз барбы?
deck_lawyer = Юрист менен сүйлөшкүңүз келеби?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Полицияга кайрылгыңыз келеби? Өзүңүз тандайсыз.
deck_police_fear = Полициядан коркосузбу?
deck_embassy = Өз элчилигиңизге кайрылгыңыз келеби?
deck_own_state_fear = Мамлекетиңиз Сиз жөнүндө билип калат деп коркосузбу?

## Return

deck_want_return = Үйгө кайткыңыз келеби?
# Doubt: “үйдө” for "at home, where you come from", here and in the next question.
deck_home_danger = Үйдө Сизге коркунуч болушу мүмкүнбү?
deck_home_debt = Үйдө бирөө Сизди акча карыз деп айтабы?
deck_return_known = Сиз үчүн кооптуу адам кайтарыңызды билип калышы мүмкүнбү?
deck_ticket_money = Жолго акчаңыз барбы?
deck_met_at_home = Ал жактан Сизди кимдир бирөө тосуп алышы мүмкүнбү?
deck_children_go = Балдар Сиз менен кошо барабы?
deck_expelled_before = Сизди мурун Казакстандан чыгарып жиберишкенби?

## Contact

deck_write_later = Сизге кийинчерээк жазса болобу?
deck_good_time = Сизге качан жазса болот?
deck_whose_phone = Бул кимдин телефону?
deck_other_phone = Жазса боло турган башка телефон барбы?
deck_battery = Телефондун заряды канчага жетет?
# A code word shows later that the same person writes; "I'll write" takes it.
# Doubt: is the idea of a code word clear?
deck_code_word = Жазган Сиз экениңизди билдирген бир сөзгө келишип алалыбы?
deck_end_now = Бүгүнкү сүйлөшүүнү бүтүрөлүбү? Каалаган убакта кайра жазса болот.

## Understanding

deck_understand = Биз жазганды түшүнүп жатасызбы?
deck_understood_right = Биз Сизди туура түшүнүп жатабызбы?
deck_which_language = Сизге кайсы тил ыңгайлуу?
deck_russian_ok = Сизге орусча жазса болобу?
deck_interpreter = Сизге котормочу керекпи?
deck_talk_with = Сизге ким менен сүйлөшкөн оңой?
deck_go_on = Дагы бир суроо берсе болобу?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Ооба
deck_answer_no = Жок
deck_answer_not_sure = Так айта албайм
deck_answer_dont_know = Билбейм
# Doubt: “жарым-жартылай” must fit understanding, being paid and keeping a promise alike.
deck_answer_partly = Жарым-жартылай
deck_answer_a_little = Бир аз
deck_answer_sometimes = Кээде
deck_answer_nothing = Эч нерсе
deck_answer_nobody = Эч ким

deck_answer_right_now = Азыр эле
deck_answer_within_hour = Бир саатка жетпей
deck_answer_today = Бүгүн
deck_answer_tomorrow = Эртең
deck_answer_later = Кийинчерээк
deck_answer_yesterday = Кечээ
deck_answer_this_week = Ушул жумада
deck_answer_long_ago = Мурунураак
deck_answer_under_month = Бир айдан аз
deck_answer_months_1_3 = 1–3 ай
deck_answer_months_4_12 = 4–12 ай
deck_answer_over_year = Бир жылдан көп

deck_answer_to_me = Мени
deck_answer_to_family = Үй-бүлөмдү
deck_answer_to_us_all = Мени да, үй-бүлөмдү да

deck_answer_kazakhstan = Казакстан
deck_answer_russia = Россия
deck_answer_uzbekistan = Өзбекстан
deck_answer_kyrgyzstan = Кыргызстан
deck_answer_tajikistan = Тажикстан
deck_answer_another_country = Башка өлкө
deck_answer_home_country = Мекенимде

deck_answer_car = Ооба, машинада
deck_answer_bus_train = Ооба, автобуста же поездде
deck_answer_airport = Ооба, аэропортто
deck_answer_border = Ооба, чек арада
deck_answer_not_moving = Жок, бир жердемин
deck_answer_nobody_leaves = Эч ким кетпейт

deck_answer_town = Шаар
deck_answer_village = Айыл
deck_answer_far_from_people = Адамдардан алыс
deck_answer_road = Жол
deck_answer_almaty = Алматы
deck_answer_astana = Астана
deck_answer_shymkent = Чымкент
deck_answer_another_city = Башка шаар
deck_answer_home = Үй же батир
deck_answer_building_site = Курулуш аянты
deck_answer_farm = Ферма
deck_answer_cafe_shop = Кафе же дүкөн
deck_answer_hotel = Мейманкана
deck_answer_another_place = Башка жер
deck_answer_houses = Башка үйлөр
deck_answer_field = Талаа
deck_answer_mountains = Тоолор

deck_answer_me = Мен
deck_answer_another_person = Башка адам
deck_answer_several_people = Бир нече адам
deck_answer_pregnant_1_3 = Ооба, 1–3 ай
deck_answer_pregnant_4_6 = Ооба, 4–6 ай
deck_answer_pregnant_7_9 = Ооба, 7–9 ай
deck_answer_head = Башым
deck_answer_chest = Көкүрөгүм
deck_answer_belly = Ичим
deck_answer_back = Аркам же белим
deck_answer_arm_leg = Колум же бутум
deck_answer_elsewhere = Башка жерим

deck_answer_about_me = Өзүм жөнүндө
deck_answer_about_relative = Тууганым жөнүндө
deck_answer_about_friend = Таанышым жөнүндө
deck_answer_about_stranger = Бейтааныш адам жөнүндө
deck_answer_about_several = Бир нече адам жөнүндө
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = 10 адамдан көп
deck_answer_years_0_2 = 3 жашка толо элек
deck_answer_years_3_6 = 3–6 жаш
deck_answer_years_7_13 = 7–13 жаш
deck_answer_years_14_17 = 14–17 жаш
deck_answer_several_children = Бир нече бала бар
deck_answer_with_me = Мени менен
# Doubt: it must fit children and a passport alike.
deck_answer_with_others = Башка бирөөдө
deck_answer_no_children = Балам жок

deck_answer_i_have_it = Өзүмдө
deck_answer_lost = Жоголгон
deck_answer_never_had = Паспортум болгон эмес
deck_answer_employer = Иш берүүчү
# Doubt: “ортомчу”: do people rather say “посредник”?
deck_answer_middleman = Ортомчу
deck_answer_relative = Тууганым
deck_answer_police = Полиция
deck_answer_held_police = Ооба, полициядамын
deck_answer_held_court = Ооба, соттомун
deck_answer_held_reception = Ооба, приемниктемин
deck_answer_held_elsewhere = Ооба, башка жердемин
deck_answer_not_held = Жок, кармаган жок

deck_answer_building = Курулуш иши
deck_answer_farm_work = Талаа иши же мал багуу
# Doubt: “үй жумушу”: heard as work in somebody's house?
deck_answer_housework = Үй жумушу
deck_answer_online = Интернеттеги жумуш
deck_answer_another_work = Башка жумуш

deck_answer_safe_place = Коопсуз жер
deck_answer_doctor = Дарыгер
deck_answer_papers = Документтер
deck_answer_money_for_work = Айлык акы
deck_answer_go_home = Үйгө кайтуу
deck_answer_just_talk = Жөн гана сүйлөшүү
deck_answer_water = Суу
deck_answer_food = Тамак
deck_answer_warm_clothes = Жылуу кийим
deck_answer_medicine = Дары
deck_answer_place_to_sleep = Уктай турган жер
deck_answer_lawyer_first = Адегенде юрист

deck_answer_i_write_first = Өзүм жазганым жакшы
deck_answer_morning = Эртең менен
deck_answer_daytime = Күндүз
deck_answer_evening = Кечинде
deck_answer_night = Түнкүсүн
deck_answer_any_time = Каалаган убакта
deck_answer_mine = Менин телефонум
deck_answer_someone_elses = Бирөөнүн телефону
deck_answer_work_phone = Жумуштун телефону
deck_answer_few_minutes = Бир нече мүнөткө
deck_answer_about_hour = Болжол менен бир саатка
deck_answer_few_hours = Бир нече саатка
deck_answer_can_charge = Зарядка кыла алам

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Башка тил
deck_answer_woman = Аял менен
deck_answer_man = Эркек менен
deck_answer_no_difference = Баары бир
