### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters. Sources: AI Law in force since 18 January 2026 (zakon.kz/pravo/6498326);
# what is kept: the retention table of this project.
utter_notice =
    Здесь отвечает программа, а не человек. Она узнаёт слова с помощью искусственного интеллекта и может ошибиться.

    Операторы — люди. Они читают, если Вы зовёте человека, пишете об опасности или что Вам нет 18 лет.

    Помним { $keep_hours } ч после последнего сообщения: язык, где остановились, что Вам показали. Просьба к оператору хранится, пока открыта. У Telegram есть своя копия.

    Стереть у нас: /delete
    Опасно сейчас: { $phone_112 }

# The same in every locale: nobody knows yet which language the person reads.
utter_ask_locale =
    Tilni tanlang
    Тилни танланг
    Выберите язык
    Тілді таңдаңыз
    Тилди тандаңыз
    Забонро интихоб кунед
    Choose a language

# One line: a human is being looked for meanwhile. The same in every locale.
utter_ask_locale_in_danger = Til · Тил · Язык · Тіл · Забон · Language

slot-locale =
    .uz = O‘zbekcha
    .uz-Cyrl = Ўзбекча
    .ru = Русский
    .kk = Қазақша
    .ky = Кыргызча
    .tg = Тоҷикӣ
    .en = English

utter_language_changed = Теперь мы пишем по-русски.

utter_ask_seen_by_others = Может ли кто-то ещё видеть этот телефон или этот чат?
    .no = Нет
    .yes = Да
    .skip = Пропустить

utter_be_careful =
    Решаете Вы. Вот что можно сделать:
    - убрать переписку: «Очистить и выйти». Просьба к оператору останется
    - стереть у нас всё: /delete. Просьба тоже исчезнет
    - писать коротко, мы отвечаем без звука
    - написать позже с другого телефона

    Следы в телефоне и в Telegram могут остаться. Если хотите продолжать, продолжим.
    .go_on = Продолжить
    .person = Позвать человека
    .erase = Стереть всё

utter_unwatched = Хорошо, отвечаем как обычно. Если чат снова увидит кто-то ещё, напишите об этом.

utter_ask_need = Чем помочь? Нажмите кнопку или напишите своими словами.
    .danger = Мне опасно сейчас
    .person = Позвать человека
    .rights = Мои права
    .work = Работа и деньги
    .papers = Документы
    .help = Жильё, врач, помощь
    .people = Угрозы, близкие, дети
    .return = Вернуться домой
    .privacy = Что вы храните
    .language = Другой язык
