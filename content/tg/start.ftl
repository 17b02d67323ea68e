### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
utter_notice =
    Ин ҷо барнома бо зеҳни сунъӣ ҷавоб медиҳад, на одам. Он хато карданаш мумкин.

    Операторҳо одаманд. Онҳо мехонанд, агар одамро ҷеғ занед, аз хатар нависед ё гӯед, ки 18-сола нашудаед.

    { $keep_hours } соат дар ёд дорем: забон, гап дар бораи чӣ аст, чӣ нишон додем. Дархостро — то кушода аст. Telegram нусхаи худро дорад.

    Навиштаҳои назди моро пок кардан: /delete
    Ҳозир хатар ҳаст: { $phone_112 }

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

utter_language_changed = Акнун мо ба тоҷикӣ менависем.

utter_ask_seen_by_others = Ин телефон ё ин чатро каси дигар дида метавонад?

utter_be_careful =
    Худатон ҳал мекунед. Ана ин корҳоро кардан мумкин:
    - навиштаҳоро аз чат бардоштан: «Тоза карда баромадан». Дархост ба оператор мемонад
    - ҳар чӣ назди мост, пок кардан: /delete. Дархост ҳам нест мешавад
    - кӯтоҳ навиштан, мо бе садо ҷавоб медиҳем
    - баъдтар аз телефони дигар навиштан

    Изҳо дар телефон ва Telegram монданашон мумкин. Агар давом додан хоҳед, давом медиҳем.
    .go_on = Давом додан

utter_unwatched = Хуб, мисли пештара ҷавоб медиҳем. Агар чатро боз каси дигар бинад, инро нависед.

utter_ask_need = Чӣ кӯмак лозим? Тугмаро пахш кунед ё бо суханони худ нависед.
    .danger = Ҳозир дар хатарам
    .people = Зӯроварӣ, таҳдид, кӯдакон
    .work = Кор ва пул
    .papers = Ҳуҷҷатҳо, депорт
    .rights = Ҳуқуқ, полис
    .help = Хона, духтур, кӯмак
    .return = Ба хона баргаштан
    .privacy = Аз ман чиро медонед
    .language = Забони дигар
