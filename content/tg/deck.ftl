### Questions that an operator sends with two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = Ҷавоб надодан
deck_write = Бо суханони худ менависам

## Safety

deck_can_write = Ҳозир навиштан барои Шумо бехатар аст?
deck_read_along = Ин чатро каси дигар хонда метавонад?
deck_danger_now = Ҳозир ба Шумо хатаре ҳаст?
deck_someone_near = Ҳозир касе бо Шумост?
deck_trust_near = Ба одамоне, ки наздатонанд, бовар мекунед?
deck_can_speak = Тавре ки касе нашунавад, бо телефон гап зада метавонед?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
# Doubt: “ором” for "calm": it may be heard only as "without noise".
deck_calm_place = Ҷое, ки ҳозир ҳастед, ором аст?
deck_searched_for = Ҳозир касе Шуморо меҷӯяд?
deck_threats = Касе ба Шумо ё оилаатон таҳдид мекунад?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = Ҳозир дар кадом кишвар ҳастед?
deck_on_the_move = Ҳозир дар роҳ ҳастед?
deck_passed_control = Аз назорати паспорт гузаштед?
# Doubt: impersonal on purpose: it also stands for being taken away, not only for leaving oneself.
deck_leaving_when = Ба роҳ баромадан кай аст?
deck_town_or_village = Шумо дар куҷоед: дар шаҳр, дар деҳа ё дур аз одамон?
deck_nearest_city = Шаҳри калони наздиктарин кадом аст? Ҷавоб надодан мумкин.
deck_kind_of_place = Ин чӣ хел ҷой аст? Ҷавоб надодан мумкин.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Медонед, ки дар куҷо ҳастед? Суроғаро навиштан лозим нест.
deck_see_outside = Дар берун чӣ намоён аст? Танҳо вақте нигоҳ кунед, ки касе пай намебарад.

## Health

deck_hurt_who = Касе захмӣ ё бемор аст?
deck_need_doctor = Ба Шумо духтур лозим аст?
deck_where_pain = Куҷоятон дард мекунад?
deck_bleeding = Хун бисёр меравад?
deck_breathing = Ин одам хуб нафас мегирад?
deck_pregnant = Шумо ҳомиладор ҳастед?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
# Doubt: plain on purpose; a native speaker with counselling experience should judge the tone.
deck_suicide_thoughts = Дар бораи худро куштан фикр мекунед?
deck_means_near = Дар наздатон чизе ҳаст, ки бо он ба худ зарар расонед?
deck_already_acted = Чизе хӯрдед ё ба худ коре кардед?

## People and children

deck_who_about = Дар бораи кӣ менависед?
deck_over_18 = 18-сола шудаед?
deck_how_many = Он ҷо, ки ҳастед, тахминан чанд кас аст?
deck_child_there = Он ҷо кӯдак ҳаст?
deck_child_age = Кӯдак чандсола аст?
deck_children_where = Фарзандонатон ҳозир дар куҷоянд?
deck_family_where = Оилаатон ҳозир дар куҷост?
# For whoever writes about somebody else.
deck_seen_when = Инро кай дидед?

## Documents, police

deck_papers_where = Паспорти Шумо ҳозир дар куҷост?
deck_papers_holder = Паспорти Шуморо кӣ нигоҳ медорад?
deck_citizenship = Шаҳрванди кадом кишвар ҳастед? Ҷавоб надодан мумкин.
deck_in_country_since = Чанд вақт аст, ки дар ин кишвар ҳастед?
deck_registered = Дар ин кишвар регистратсия доред?
# Doubt: “дастгир кардан” may be heard as "arrest", too.
deck_where_held = Ҳозир Шуморо полис дастгир кардааст?
deck_hearing_day = Рӯзи судро гуфтанд?

## Work and money

deck_work_kind = Ин чӣ хел кор аст?
deck_as_promised = Кор ҳамон тавр аст, ки ваъда доданд?
deck_paid = Барои кор ба Шумо пул медиҳанд?
deck_unpaid_since = Чанд вақт аст, ки пул намедиҳанд?
deck_contract = Шартномаи меҳнатиро имзо кардаед?
deck_debt = Ба Шумо мегӯянд, ки қарзро бо кор баргардонед?
deck_go_out_freely = Вақте ки хоҳед, берун баромада метавонед?
deck_work_notes = Дар бораи кор ва пул навиштаҷот ё паём доред?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = Ҳозир барои Шумо чӣ аз ҳама муҳим аст?
deck_most_needed = Ҳозир ба Шумо чӣ аз ҳама лозим аст?
deck_sleep_tonight = Имшаб ҷойи хоб доред?
deck_lawyer = Бо юрист гап задан мехоҳед?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Ба полис муроҷиат кардан мехоҳед? Шумо интихоб мекунед.
deck_police_fear = Аз полис метарсед?
deck_embassy = Ба сафорати худ муроҷиат кардан мехоҳед?
deck_own_state_fear = Метарсед, ки давлататон аз Шумо хабар меёбад?

## Return

deck_want_return = Ба хона баргаштан мехоҳед?
# Doubt: “дар хона” for "at home, where you come from", here and in the next question.
deck_home_danger = Дар хона барои Шумо хатар буданаш мумкин?
deck_home_debt = Касе дар хона мегӯяд, ки Шумо пул қарздоред?
deck_return_known = Касе, ки барои Шумо хатарнок аст, аз бозгаштанатон хабар ёфта метавонад?
deck_ticket_money = Барои роҳ пул доред?
deck_met_at_home = Он ҷо касе Шуморо пешвоз гирифта метавонад?
deck_children_go = Бо Шумо кӯдакон ҳам мераванд?
deck_expelled_before = Шуморо пештар аз Қазоқистон депорт карда буданд?

## Contact

deck_write_later = Ба Шумо баъдтар навиштан мумкин?
deck_good_time = Ба Шумо кай навиштан мумкин?
deck_whose_phone = Ин телефони кист?
deck_other_phone = Телефони дигаре ҳаст, ки аз он навиштан мумкин?
deck_battery = Заряди телефон ба чанд вақт мерасад?
# A code word shows later that the same person writes; "I'll write" takes it.
# Doubt: is the idea of a code word clear?
deck_code_word = Калимае интихоб кунем, ки нишон медиҳад: Шумо менависед?
deck_end_now = Суҳбати имрӯзаро тамом кунем? Ҳар вақт боз навиштан мумкин.

## Understanding

deck_understand = Навиштаҳои моро мефаҳмед?
deck_understood_right = Мо Шуморо дуруст мефаҳмем?
deck_which_language = Ба Шумо кадом забон қулай аст?
deck_russian_ok = Ба Шумо бо забони русӣ навиштан мумкин?
deck_interpreter = Ба Шумо тарҷумон лозим аст?
deck_talk_with = Бо кӣ гап задан ба Шумо осонтар аст?
deck_go_on = Боз савол додан мумкин?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Ҳа
deck_answer_no = Не
deck_answer_not_sure = Аниқ гуфта наметавонам
deck_answer_dont_know = Намедонам
# Doubt: “қисман” is a little bookish; it must fit understanding, being paid and promises alike.
deck_answer_partly = Қисман
deck_answer_a_little = Каме
deck_answer_sometimes = Баъзан
deck_answer_nothing = Ҳеҷ чиз
deck_answer_nobody = Ҳеҷ кас

deck_answer_right_now = Худи ҳозир
deck_answer_within_hour = То як соат
deck_answer_today = Имрӯз
deck_answer_tomorrow = Пагоҳ
deck_answer_later = Баъдтар
deck_answer_yesterday = Дирӯз
deck_answer_this_week = Ҳамин ҳафта
deck_answer_long_ago = Пештар
deck_answer_under_month = Аз як моҳ камтар
deck_answer_months_1_3 = 1–3 моҳ
deck_answer_months_4_12 = 4–12 моҳ
deck_answer_over_year = Аз як сол бештар

deck_answer_to_me = Ба ман
deck_answer_to_family = Ба оилаам
deck_answer_to_us_all = Ҳам ба ман, ҳам ба оилаам

deck_answer_kazakhstan = Қазоқистон
deck_answer_russia = Русия
deck_answer_uzbekistan = Ӯзбекистон
deck_answer_kyrgyzstan = Қирғизистон
deck_answer_tajikistan = Тоҷикистон
deck_answer_another_country = Кишвари дигар
deck_answer_home_country = Дар ватан

deck_answer_car = Ҳа, дар мошин
deck_answer_bus_train = Ҳа, дар автобус ё поезд
deck_answer_airport = Ҳа, дар аэропорт
deck_answer_border = Ҳа, дар сарҳад
deck_answer_not_moving = Не, дар як ҷо ҳастам
deck_answer_nobody_leaves = Ҳеҷ кас намеравад

deck_answer_town = Шаҳр
deck_answer_village = Деҳа
deck_answer_far_from_people = Дур аз одамон
deck_answer_road = Роҳ
deck_answer_almaty = Алмаато
deck_answer_astana = Астана
deck_answer_shymkent = Чимкент
deck_answer_another_city = Шаҳри дигар
deck_answer_home = Хона ё квартира
deck_answer_building_site = Ҷойи сохтмон
deck_answer_farm = Ферма
deck_answer_cafe_shop = Қаҳвахона ё мағоза
deck_answer_hotel = Меҳмонхона
deck_answer_another_place = Ҷойи дигар
deck_answer_houses = Хонаҳои дигар
deck_answer_field = Саҳро ё дашт
deck_answer_mountains = Кӯҳҳо

deck_answer_me = Ман
deck_answer_another_person = Каси дигар
deck_answer_several_people = Якчанд кас
deck_answer_pregnant_1_3 = Ҳа, 1–3 моҳ
deck_answer_pregnant_4_6 = Ҳа, 4–6 моҳ
deck_answer_pregnant_7_9 = Ҳа, 7–9 моҳ
deck_answer_head = Сар
deck_answer_chest = Сина
deck_answer_belly = Шикам
deck_answer_back = Пушт, миён
deck_answer_arm_leg = Даст ё пой
deck_answer_elsewhere = Ҷойи дигари бадан

deck_answer_about_me = Дар бораи худам
deck_answer_about_relative = Дар бораи хешам
deck_answer_about_friend = Дар бораи шиносам
deck_answer_about_stranger = Дар бораи одами ношинос
deck_answer_about_several = Дар бораи якчанд кас
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = Аз 10 кас бештар
deck_answer_years_0_2 = 3-сола нашудааст
deck_answer_years_3_6 = 3–6 сол
deck_answer_years_7_13 = 7–13 сол
deck_answer_years_14_17 = 14–17 сол
deck_answer_several_children = Якчанд кӯдак ҳаст
deck_answer_with_me = Бо ман
# Doubt: it must fit children and a passport alike.
deck_answer_with_others = Дар назди каси дигар
deck_answer_no_children = Фарзанд надорам

deck_answer_i_have_it = Дар дасти худам
deck_answer_lost = Гум шудааст
deck_answer_never_had = Паспорт надоштам
deck_answer_employer = Корфармо
# Doubt: “миёнарав”: do people rather say “посредник”?
deck_answer_middleman = Миёнарав
deck_answer_relative = Хешам
deck_answer_police = Полис
deck_answer_held_police = Ҳа, дар полис ҳастам
deck_answer_held_court = Ҳа, дар суд ҳастам
deck_answer_held_reception = Ҳа, дар приемник ҳастам
deck_answer_held_elsewhere = Ҳа, дар ҷойи дигар ҳастам
deck_answer_not_held = Не, дастгир накардаанд

deck_answer_building = Кори сохтмон
deck_answer_farm_work = Кори саҳро ё чорво
# Doubt: “кори хона”: heard as work in somebody's house?
deck_answer_housework = Кори хона
deck_answer_online = Кор дар интернет
deck_answer_another_work = Кори дигар

deck_answer_safe_place = Ҷойи бехатар
deck_answer_doctor = Духтур
deck_answer_papers = Ҳуҷҷатҳо
deck_answer_money_for_work = Музди меҳнат
deck_answer_go_home = Ба хона баргаштан
deck_answer_just_talk = Танҳо гап задан
deck_answer_water = Об
deck_answer_food = Хӯрок
deck_answer_warm_clothes = Либоси гарм
deck_answer_medicine = Дору
deck_answer_place_to_sleep = Ҷойи хоб
deck_answer_lawyer_first = Аввал юрист

deck_answer_i_write_first = Беҳтараш худам менависам
deck_answer_morning = Саҳарӣ
deck_answer_daytime = Рӯзона
deck_answer_evening = Бегоҳӣ
deck_answer_night = Шабона
deck_answer_any_time = Ҳар вақт
deck_answer_mine = Телефони ман
deck_answer_someone_elses = Телефони каси дигар
deck_answer_work_phone = Телефони корӣ
deck_answer_few_minutes = Ба якчанд дақиқа
deck_answer_about_hour = Тахминан ба як соат
deck_answer_few_hours = Ба якчанд соат
deck_answer_can_charge = Заряд карда метавонам

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Забони дигар
deck_answer_woman = Бо зан
deck_answer_man = Бо мард
deck_answer_no_difference = Фарқ надорад
