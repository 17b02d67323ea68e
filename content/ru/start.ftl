### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
# [^ai-law] Здесь отвечает программа
# [^own reads] Они читают
# [^own conversation] Помним
# [^own open_ticket] Просьбу
utter_notice =
    Здесь отвечает программа с искусственным интеллектом, а не человек. Она может ошибиться.

    Операторы — люди. Они читают, если Вы зовёте человека, пишете об опасности или что Вам нет 18 лет.

    Помним { $keep_hours } ч: язык, о чём речь, что Вам показали. Просьбу — пока она открыта. У Telegram своя копия.

    Стереть у нас: /delete
    Опасно сейчас: { $phone_112 }

# The same in every locale: nobody knows yet which language the person reads. The buttons name themselves.
utter_ask_locale = Til · Тил · Язык · Тіл · Забон · Language ↓

# While a human is being looked for. The same in every locale.
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

# [^own erases] - стереть
utter_be_careful =
    Решаете Вы. Вот что можно сделать:
    - убрать переписку: «Очистить и выйти». Просьба к оператору останется
    - стереть у нас всё: /delete. Просьба тоже исчезнет
    - писать коротко, мы отвечаем без звука
    - написать позже с другого телефона

    Следы в телефоне и в Telegram могут остаться. Если хотите продолжать, продолжим.
    .go_on = Продолжить

utter_unwatched = Хорошо, отвечаем как обычно. Если чат снова увидит кто-то ещё, напишите об этом.

utter_ask_need = Чем помочь? Нажмите кнопку или напишите своими словами.
    .danger = Я сейчас в опасности
    .people = Насилие, угрозы, дети
    .work = Работа и деньги
    .papers = Документы, депортация
    .rights = Права, полиция
    .help = Жильё, врач, помощь
    .return = Вернуться домой
    .privacy = Что вы знаете обо мне
    .language = Другой язык
