### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters. Sources: AI Law in force since 18 January 2026 (zakon.kz/pravo/6498326);
# what is kept: the retention table of this project.
utter_notice =
    This is an automated service: a program, not a human. It recognises words with artificial intelligence and may misunderstand.

    Operators are human. They read if you ask for a person or write about danger. Also if you are under 18.

    We remember your language, where we stopped and what we showed, for { $keep_hours } hours. A request to an operator is kept while open. Telegram has its own copy.

    Erase what we hold: /delete
    Danger now: { $phone_112 }

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

utter_language_changed = We now write in English.

utter_ask_seen_by_others = Could someone else see this phone or this chat?
    .no = No
    .yes = Yes
    .skip = Skip

utter_be_careful =
    You decide. Here is what you can do:
    - empty this chat: “Clear and leave”. A request to an operator stays
    - erase all we hold: /delete. The request goes too
    - keep it short, we answer without a sound
    - write later from another phone

    Traces may stay on the phone and in Telegram. If you want to go on, we go on.
    .go_on = Go on
    .person = Talk to a person
    .erase = Erase everything

utter_unwatched = All right, we answer as usual. If someone else can see the chat again, tell us.

utter_ask_need = How can we help? Tap a button or write in your own words.
    .danger = I am in danger now
    .person = Talk to a person
    .rights = My rights
    .work = Work and pay
    .papers = Papers
    .help = Housing, doctor, help
    .people = Threats, family, children
    .return = Going home
    .privacy = What you keep
    .language = Another language
