### Questions that an operator sends by two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = Пропустить
deck_write = Напишу словами

## Names of the groups, for operators

deck_group_safety = Безопасность
deck_group_place = Место и дорога
deck_group_health = Здоровье
deck_group_people = Люди и дети
deck_group_documents = Документы, полиция
deck_group_work = Работа и деньги
deck_group_want = Что нужно
deck_group_return = Возвращение домой
deck_group_contact = Связь
deck_group_understanding = Язык, понимание

## Safety

deck_can_write = Вам сейчас безопасно писать?
deck_read_along = Может ли кто-то ещё прочитать этот чат?
deck_danger_now = Вам сейчас что-то угрожает?
deck_someone_near = С Вами сейчас кто-нибудь есть?
deck_trust_near = Вы доверяете тем, кто рядом?
deck_can_speak = Вы можете поговорить по телефону так, чтобы Вас не услышали?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
deck_calm_place = Там, где Вы сейчас, спокойно?
deck_searched_for = Вас сейчас кто-нибудь ищет?
deck_threats = Угрожают ли Вам или семье?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = В какой стране Вы сейчас?
deck_on_the_move = Вы сейчас в дороге?
deck_leaving_when = Когда отъезд?
deck_town_or_village = Где Вы: в городе, в селе или далеко от людей?
deck_nearest_city = Какой большой город ближе всего? Можно не отвечать.
deck_kind_of_place = Что это за место? Можно не отвечать.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Вы знаете, где находитесь? Адрес писать не нужно.
deck_see_outside = Что видно снаружи? Смотрите, только если это незаметно.

## Health

deck_hurt_who = Кто-нибудь ранен или болен?
deck_need_doctor = Вам нужен врач?
deck_where_pain = Где болит?
deck_bleeding = Кровь идёт сильно?
deck_breathing = Этот человек дышит нормально?
deck_pregnant = Вы беременны?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
deck_suicide_thoughts = Вы думаете о том, чтобы убить себя?
deck_means_near = Рядом есть то, чем Вы можете себе навредить?
deck_already_acted = Вы уже что-то приняли или сделали с собой?

## People and children

deck_who_about = О ком Вы пишете?
deck_over_18 = Вам уже есть 18 лет?
deck_how_many = Сколько человек там, где Вы? Примерно.
deck_child_there = Есть ли там ребёнок?
deck_child_age = Сколько лет ребёнку?
deck_children_where = Где сейчас Ваши дети?
deck_family_where = Где сейчас Ваша семья?
# For whoever writes about somebody else.
deck_seen_when = Когда Вы это видели?

## Documents, police

deck_papers_where = Где сейчас Ваш паспорт?
deck_papers_holder = Кто держит Ваш паспорт?
deck_citizenship = Гражданство какой страны у Вас? Можно не отвечать.
deck_in_country_since = Как давно Вы в этой стране?
deck_registered = Есть ли у Вас здесь регистрация?
deck_where_held = Вас сейчас задержали?
deck_hearing_day = Вам назвали день суда?

## Work and money

deck_work_kind = Какая это работа?
deck_as_promised = Работа такая, как Вам обещали?
deck_paid = Вам платят за работу?
deck_unpaid_since = Сколько времени Вам не платят?
deck_contract = Вы подписывали трудовой договор?
deck_debt = Вам говорят, что надо отработать долг?
deck_go_out_freely = Вы можете выйти, когда хотите?
deck_work_notes = Есть записи или сообщения о работе и деньгах?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = Что для Вас сейчас важнее всего?
deck_most_needed = Что Вам сейчас нужно больше всего?
deck_sleep_tonight = Вам есть где спать этой ночью?
deck_lawyer = Вы хотите поговорить с юристом?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Вы хотите обратиться в полицию? Выбираете Вы.
deck_police_fear = Вы боитесь полиции?
deck_embassy = Вы хотите обратиться в своё посольство?
deck_own_state_fear = Вы боитесь, что о Вас узнает Ваше государство?

## Return

deck_want_return = Вы хотите вернуться домой?
deck_home_danger = Дома Вам может быть опасно?
deck_home_debt = Говорит ли кто-то дома, что Вы должны деньги?
deck_return_known = Может ли о возвращении узнать тот, кто опасен для Вас?
deck_ticket_money = Есть ли у Вас деньги на дорогу?
deck_met_at_home = Вас может кто-нибудь встретить?
deck_children_go = Поедут ли с Вами дети?
deck_expelled_before = Вас раньше уже выдворяли из Казахстана?

## Contact

deck_write_later = Можно написать Вам позже?
deck_good_time = Когда Вам можно писать?
deck_whose_phone = Чей это телефон?
deck_other_phone = Есть ли другой телефон, с которого можно писать?
deck_battery = На сколько хватит заряда телефона?
# A code word shows later that the same person writes; "I'll write" takes it.
deck_code_word = Договоримся о слове, по которому мы узнаем, что пишете Вы?
deck_end_now = Закончим разговор на сегодня? Написать снова можно в любое время.

## Understanding

deck_understand = Вы понимаете то, что мы пишем?
deck_understood_right = Мы правильно Вас понимаем?
deck_which_language = На каком языке Вам удобнее?
deck_russian_ok = Вам можно писать по-русски?
deck_interpreter = Вам нужен переводчик?
deck_talk_with = С кем Вам легче говорить?
deck_go_on = Можно задать ещё вопрос?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Да
deck_answer_no = Нет
deck_answer_not_sure = Трудно сказать
deck_answer_dont_know = Не знаю
deck_answer_partly = Частично
deck_answer_a_little = Немного
deck_answer_sometimes = Иногда
deck_answer_nothing = Ничего
deck_answer_nobody = Никто

deck_answer_right_now = Прямо сейчас
deck_answer_within_hour = Меньше чем через час
deck_answer_today = Сегодня
deck_answer_tomorrow = Завтра
deck_answer_later = Позже
deck_answer_yesterday = Вчера
deck_answer_this_week = На этой неделе
deck_answer_long_ago = Раньше
deck_answer_under_month = Меньше месяца
deck_answer_months_1_3 = 1–3 месяца
deck_answer_months_4_12 = 4–12 месяцев
deck_answer_over_year = Больше года

deck_answer_to_me = Мне
deck_answer_to_family = Семье
deck_answer_to_us_all = И мне, и семье

deck_answer_kazakhstan = Казахстан
deck_answer_russia = Россия
deck_answer_uzbekistan = Узбекистан
deck_answer_kyrgyzstan = Кыргызстан
deck_answer_tajikistan = Таджикистан
deck_answer_another_country = Другая страна
deck_answer_home_country = На родине

deck_answer_car = Да, в машине
deck_answer_bus_train = Да, в автобусе или поезде
deck_answer_airport = Да, в аэропорту
deck_answer_border = Да, на границе
deck_answer_not_moving = Нет, на месте
deck_answer_nobody_leaves = Никто не уезжает

deck_answer_town = Город
deck_answer_village = Село
deck_answer_far_from_people = Далеко от людей
deck_answer_road = Дорога
deck_answer_almaty = Алматы
deck_answer_astana = Астана
deck_answer_shymkent = Шымкент
deck_answer_another_city = Другой город
deck_answer_home = Дом или квартира
deck_answer_building_site = Стройка
deck_answer_farm = Ферма
deck_answer_cafe_shop = Кафе или магазин
deck_answer_hotel = Гостиница
deck_answer_another_place = Другое место
deck_answer_houses = Другие дома
deck_answer_field = Поле или степь
deck_answer_mountains = Горы

deck_answer_me = Я
deck_answer_another_person = Другой человек
deck_answer_several_people = Несколько человек
deck_answer_pregnant_1_3 = Да, 1–3 месяца
deck_answer_pregnant_4_6 = Да, 4–6 месяцев
deck_answer_pregnant_7_9 = Да, 7–9 месяцев
deck_answer_head = Голова
deck_answer_chest = Грудь
deck_answer_belly = Живот
deck_answer_back = Спина
deck_answer_arm_leg = Рука или нога
deck_answer_elsewhere = В другом месте

deck_answer_about_me = О себе
deck_answer_about_relative = О родном человеке
deck_answer_about_friend = О знакомом человеке
deck_answer_about_stranger = О незнакомом человеке
deck_answer_about_several = О нескольких людях
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = Больше 10
deck_answer_years_0_2 = Меньше 3 лет
deck_answer_years_3_6 = 3–6 лет
deck_answer_years_7_13 = 7–13 лет
deck_answer_years_14_17 = 14–17 лет
deck_answer_several_children = Детей несколько
deck_answer_with_me = Со мной
deck_answer_with_others = У кого-то другого
deck_answer_no_children = Детей нет

deck_answer_i_have_it = У меня
deck_answer_lost = Он потерян
deck_answer_never_had = Паспорта не было
deck_answer_employer = Работодатель
deck_answer_middleman = Посредник
deck_answer_relative = Родственник
deck_answer_police = Полиция
deck_answer_held_police = Да, в полиции
deck_answer_held_court = Да, в суде
deck_answer_held_reception = Да, в приёмнике
deck_answer_held_elsewhere = Да, в другом месте
deck_answer_not_held = Нет, не задержали

deck_answer_building = Строить
deck_answer_farm_work = Поле или скот
deck_answer_housework = Работа в доме
deck_answer_online = В интернете
deck_answer_another_work = Другая работа

deck_answer_safe_place = Безопасное место
deck_answer_doctor = Врач
deck_answer_papers = Документы
deck_answer_money_for_work = Деньги за работу
deck_answer_go_home = Вернуться домой
deck_answer_just_talk = Просто поговорить
deck_answer_water = Вода
deck_answer_food = Еда
deck_answer_warm_clothes = Тёплая одежда
deck_answer_medicine = Лекарства
deck_answer_place_to_sleep = Место для сна
deck_answer_lawyer_first = Сначала юрист

deck_answer_i_write_first = Лучше напишу я
deck_answer_morning = Утром
deck_answer_daytime = Днём
deck_answer_evening = Вечером
deck_answer_night = Ночью
deck_answer_any_time = В любое время
deck_answer_mine = Мой телефон
deck_answer_someone_elses = Чужой телефон
deck_answer_work_phone = Рабочий телефон
deck_answer_few_minutes = На несколько минут
deck_answer_about_hour = Примерно на час
deck_answer_few_hours = На несколько часов
deck_answer_can_charge = Можно зарядить

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Другой язык
deck_answer_woman = С женщиной
deck_answer_man = С мужчиной
deck_answer_no_difference = Всё равно
