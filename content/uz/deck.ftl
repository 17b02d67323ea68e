### Questions that an operator sends with two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = O‘tkazib yuborish
deck_write = O‘z so‘zim bilan yozaman

## Safety

deck_can_write = Hozir yozish Siz uchun xavfsizmi?
deck_read_along = Bu chatni yana kimdir o‘qishi mumkinmi?
deck_danger_now = Hozir Sizga biror xavf bormi?
deck_someone_near = Hozir yoningizda kimdir bormi?
deck_trust_near = Yoningizdagi odamlarga ishonasizmi?
deck_can_speak = Hech kim eshitmaydigan qilib telefonda gaplasha olasizmi?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
# Doubt: “tinch” for "calm": it may be heard only as "without noise".
deck_calm_place = Hozir turgan joyingiz tinchmi?
deck_searched_for = Hozir Sizni kimdir qidiryaptimi?
deck_threats = Sizga yoki oilangizga kimdir tahdid qilyaptimi?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = Hozir qaysi davlatdasiz?
deck_on_the_move = Hozir yo‘ldamisiz?
deck_passed_control = Pasport nazoratidan o‘tdingizmi?
# Doubt: impersonal on purpose: it also stands for being taken away, not only for leaving oneself.
deck_leaving_when = Yo‘lga chiqish qachon?
deck_town_or_village = Qayerdasiz: shahardami, qishloqdami yoki odamlardan uzoqdami?
deck_nearest_city = Eng yaqin katta shahar qaysi? Javob bermasangiz ham bo‘ladi.
deck_kind_of_place = Bu qanday joy? Javob bermasangiz ham bo‘ladi.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Qayerda ekaningizni bilasizmi? Manzilni yozish shart emas.
deck_see_outside = Tashqarida nima ko‘rinadi? Hech kim sezmasagina qarang.

## Health

deck_hurt_who = Kimdir yaralandimi yoki kasalmi?
deck_need_doctor = Sizga shifokor kerakmi?
deck_where_pain = Qayeringiz og‘riyapti?
deck_bleeding = Qon ko‘p ketyaptimi?
deck_breathing = Bu odam yaxshi nafas olyaptimi?
deck_pregnant = Homiladormisiz?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
# Doubt: plain on purpose; a native speaker with counselling experience should judge the tone.
deck_suicide_thoughts = O‘zingizni o‘ldirish haqida o‘ylayapsizmi?
deck_means_near = Yoningizda o‘zingizga zarar yetkazadigan narsa bormi?
deck_already_acted = Biror narsa ichib yoki o‘zingizga biror narsa qilib qo‘ydingizmi?

## People and children

deck_who_about = Kim haqida yozyapsiz?
deck_over_18 = 18 yoshga to‘lganmisiz?
deck_how_many = Siz turgan joyda taxminan necha kishi bor?
deck_child_there = U yerda bola bormi?
deck_child_age = Bola necha yoshda?
deck_children_where = Bolalaringiz hozir qayerda?
deck_family_where = Oilangiz hozir qayerda?
# For whoever writes about somebody else.
deck_seen_when = Buni qachon ko‘rdingiz?

## Documents, police

deck_papers_where = Pasportingiz hozir qayerda?
deck_papers_holder = Pasportingizni kim ushlab turibdi?
deck_citizenship = Qaysi davlat fuqarosisiz? Javob bermasangiz ham bo‘ladi.
deck_in_country_since = Bu davlatga kelganingizga qancha bo‘ldi?
deck_registered = Bu davlatda registratsiyangiz bormi?
# Doubt: “politsiya” is added, since “ushlab turishibdimi” alone could mean being held by anybody.
deck_where_held = Hozir Sizni politsiya ushlab turibdimi?
deck_hearing_day = Sud kunini aytishdimi?

## Work and money

deck_work_kind = Bu qanday ish?
deck_as_promised = Ish va’da qilingandekmi?
deck_paid = Ishingiz uchun pul to‘lashyaptimi?
deck_unpaid_since = Qancha vaqtdan beri ish haqi olmayapsiz?
deck_contract = Mehnat shartnomasiga imzo qo‘yganmisiz?
deck_debt = Sizga “qarz evaziga ishlash kerak” deyishadimi?
deck_go_out_freely = Xohlaganda tashqariga chiqa olasizmi?
deck_work_notes = Ish va pul haqida yozuv yoki xabarlar bormi?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = Hozir Siz uchun eng muhimi nima?
deck_most_needed = Hozir Sizga eng kerakli narsa nima?
deck_sleep_tonight = Bugun kechasi uxlaydigan joyingiz bormi?
deck_lawyer = Yurist bilan gaplashishni xohlaysizmi?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Politsiyaga murojaat qilishni xohlaysizmi? Siz tanlaysiz.
deck_police_fear = Politsiyadan qo‘rqasizmi?
deck_embassy = Elchixonangizga murojaat qilishni xohlaysizmi?
deck_own_state_fear = Davlatingiz Siz haqingizda bilib qolishidan qo‘rqasizmi?

## Return

deck_want_return = Uyga qaytishni xohlaysizmi?
# Doubt: “uyda” for "at home, where you come from", here and in the next question.
deck_home_danger = Uyda Siz uchun xavf bo‘lishi mumkinmi?
deck_home_debt = Uyda kimdir Sizni qarzdor deyaptimi?
deck_return_known = Qaytishingizni Siz uchun xavfli odam bilib qolishi mumkinmi?
deck_ticket_money = Yo‘lga pulingiz bormi?
deck_met_at_home = U yerda Sizni kimdir kutib olishi mumkinmi?
deck_children_go = Siz bilan bolalar ham boradimi?
deck_expelled_before = Sizni oldin Qozog‘istondan deport qilishganmi?

## Contact

deck_write_later = Sizga keyinroq yozish mumkinmi?
deck_good_time = Sizga qachon yozish mumkin?
deck_whose_phone = Bu kimning telefoni?
deck_other_phone = Yozish mumkin bo‘lgan boshqa telefon bormi?
deck_battery = Telefon zaryadi qancha vaqtga yetadi?
# A code word shows later that the same person writes; "I'll write" takes it.
# Doubt: is the idea of a code word clear?
deck_code_word = Yozayotgan Siz ekaningizni bildiradigan bitta so‘zga kelishaylikmi?
deck_end_now = Bugungi suhbatni tugatamizmi? Istalgan payt yana yozishingiz mumkin.

## Understanding

deck_understand = Yozganlarimizni tushunyapsizmi?
deck_understood_right = Sizni to‘g‘ri tushunyapmizmi?
deck_which_language = Sizga qaysi til qulay?
deck_russian_ok = Sizga ruscha yozish mumkinmi?
deck_interpreter = Sizga tarjimon kerakmi?
deck_talk_with = Sizga kim bilan gaplashish osonroq?
deck_go_on = Yana savol berish mumkinmi?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Ha
deck_answer_no = Yo‘q
deck_answer_not_sure = Aniq ayta olmayman
deck_answer_dont_know = Bilmayman
# Doubt: “qisman” (partly) is a little bookish; it must fit understanding, pay and promises alike.
deck_answer_partly = Qisman
deck_answer_a_little = Ozgina
deck_answer_sometimes = Ba’zan
deck_answer_nothing = Hech narsa
deck_answer_nobody = Hech kim

deck_answer_right_now = Hozir
deck_answer_within_hour = Bir soatdan kam vaqtda
deck_answer_today = Bugun
deck_answer_tomorrow = Ertaga
deck_answer_later = Keyinroq
deck_answer_yesterday = Kecha
deck_answer_this_week = Shu hafta
deck_answer_long_ago = Oldinroq
deck_answer_under_month = Bir oydan kam
deck_answer_months_1_3 = 1–3 oy
deck_answer_months_4_12 = 4–12 oy
deck_answer_over_year = Bir yildan ko‘p

deck_answer_to_me = Menga
deck_answer_to_family = Oilamga
deck_answer_to_us_all = Menga ham, oilamga ham

deck_answer_kazakhstan = Qozog‘iston
deck_answer_russia = Rossiya
deck_answer_uzbekistan = O‘zbekiston
deck_answer_kyrgyzstan = Qirg‘iziston
deck_answer_tajikistan = Tojikiston
deck_answer_another_country = Boshqa davlat
deck_answer_home_country = Vatanimda

deck_answer_car = Ha, mashinada
deck_answer_bus_train = Ha, avtobus yoki poyezdda
deck_answer_airport = Ha, aeroportda
deck_answer_border = Ha, chegarada
deck_answer_not_moving = Yo‘q, bir joydaman
deck_answer_nobody_leaves = Hech kim ketmayapti

deck_answer_town = Shahar
deck_answer_village = Qishloq
deck_answer_far_from_people = Odamlardan uzoqda
deck_answer_road = Yo‘l
deck_answer_almaty = Almati
deck_answer_astana = Astana
deck_answer_shymkent = Chimkent
deck_answer_another_city = Boshqa shahar
deck_answer_home = Uy yoki kvartira
deck_answer_building_site = Qurilish joyi
deck_answer_farm = Ferma
deck_answer_cafe_shop = Kafe yoki do‘kon
deck_answer_hotel = Mehmonxona
deck_answer_another_place = Boshqa joy
deck_answer_houses = Boshqa uylar
deck_answer_field = Dala yoki dasht
deck_answer_mountains = Tog‘lar

deck_answer_me = Men
deck_answer_another_person = Boshqa odam
deck_answer_several_people = Bir necha kishi
deck_answer_pregnant_1_3 = Ha, 1–3 oylik
deck_answer_pregnant_4_6 = Ha, 4–6 oylik
deck_answer_pregnant_7_9 = Ha, 7–9 oylik
deck_answer_head = Boshim
deck_answer_chest = Ko‘kragim
deck_answer_belly = Qornim
deck_answer_back = Orqam yoki belim
deck_answer_arm_leg = Qo‘lim yoki oyog‘im
deck_answer_elsewhere = Boshqa joyim

deck_answer_about_me = O‘zim haqimda
deck_answer_about_relative = Qarindoshim haqida
deck_answer_about_friend = Tanishim haqida
deck_answer_about_stranger = Notanish odam haqida
deck_answer_about_several = Bir necha kishi haqida
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = 10 kishidan ko‘p
deck_answer_years_0_2 = 3 yoshga to‘lmagan
deck_answer_years_3_6 = 3–6 yosh
deck_answer_years_7_13 = 7–13 yosh
deck_answer_years_14_17 = 14–17 yosh
deck_answer_several_children = Bolalar bir nechta
deck_answer_with_me = Men bilan
# Doubt: it must fit children and a passport alike.
deck_answer_with_others = Boshqa birovda
deck_answer_no_children = Bolam yo‘q

deck_answer_i_have_it = O‘zimda
deck_answer_lost = Yo‘qolgan
deck_answer_never_had = Pasportim bo‘lmagan
deck_answer_employer = Ish beruvchi
# Doubt: “vositachi”: do people rather say “posrednik”?
deck_answer_middleman = Vositachi
deck_answer_relative = Qarindoshim
deck_answer_police = Politsiya
deck_answer_held_police = Ha, politsiyadaman
deck_answer_held_court = Ha, suddaman
deck_answer_held_reception = Ha, priyomnikdaman
deck_answer_held_elsewhere = Ha, boshqa joydaman
deck_answer_not_held = Yo‘q, ushlashmagan

deck_answer_building = Qurilish ishi
deck_answer_farm_work = Dala ishi yoki mol boqish
# Doubt: “uy ishi”: heard as work in somebody's house?
deck_answer_housework = Uy ishi
deck_answer_online = Internetdagi ish
deck_answer_another_work = Boshqa ish

deck_answer_safe_place = Xavfsiz joy
deck_answer_doctor = Shifokor
deck_answer_papers = Hujjatlar
deck_answer_money_for_work = Ish haqi
deck_answer_go_home = Uyga qaytish
deck_answer_just_talk = Shunchaki gaplashish
deck_answer_water = Suv
deck_answer_food = Ovqat
deck_answer_warm_clothes = Issiq kiyim
deck_answer_medicine = Dori
deck_answer_place_to_sleep = Uxlaydigan joy
deck_answer_lawyer_first = Avval yurist

deck_answer_i_write_first = Yaxshisi, o‘zim yozaman
deck_answer_morning = Ertalab
deck_answer_daytime = Kunduzi
deck_answer_evening = Kechqurun
deck_answer_night = Kechasi
deck_answer_any_time = Istalgan payt
deck_answer_mine = Mening telefonim
deck_answer_someone_elses = Birovning telefoni
deck_answer_work_phone = Ish telefoni
deck_answer_few_minutes = Bir necha daqiqaga
deck_answer_about_hour = Taxminan bir soatga
deck_answer_few_hours = Bir necha soatga
deck_answer_can_charge = Zaryad qila olaman

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Boshqa til
deck_answer_woman = Ayol bilan
deck_answer_man = Erkak bilan
deck_answer_no_difference = Farqi yo‘q
