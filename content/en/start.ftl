### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
utter_notice =
    Artificial intelligence answers here, not a human. It may be wrong.

    Operators are human. They read if you ask for a person, write about danger or are under 18.

    For { $keep_hours } hours we remember: language, topic, what we showed. A request, while it is open. Telegram has its own copy.

    To erase what we hold: /delete
    Danger now: { $phone_112 }

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

utter_language_changed = We now write in English.

utter_ask_seen_by_others = Could someone else see this phone or this chat?

utter_be_careful =
    You decide. Here is what you can do:
    - empty this chat: “Clear and leave”. A request to an operator stays
    - erase all we hold: /delete. The request goes too
    - keep it short, we answer without a sound
    - write later from another phone

    Traces may stay on the phone and in Telegram. If you want to go on, we go on.
    .go_on = Go on

utter_unwatched = All right, we answer as usual. If someone else can see the chat again, tell us.

utter_ask_need = How can we help? Tap a button or write.
    .danger = I am in danger now
    .people = Violence, threats, children
    .work = Work and pay
    .papers = Papers, deportation
    .rights = Rights, police
    .help = Housing, doctor, help
    .return = Going home
    .privacy = What you know about me
    .language = Another language
