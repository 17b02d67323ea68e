### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
utter_notice =
    Мұнда адам емес, жасанды интеллекті бар бағдарлама жауап береді. Ол қателесуі мүмкін.

    Операторлар — адамдар. Адам шақырсаңыз, қауіп туралы немесе 18 жасқа толмағаныңызды жазсаңыз, олар оқиды.

    { $keep_hours } сағат сақтаймыз: тіл, не туралы екені, не көрсеткеніміз. Өтінішті — жабылғанша. Telegram-ның өз көшірмесі бар.

    Біздегіні өшіру: /delete
    Қазір қауіпті болса: { $phone_112 }

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

utter_language_changed = Енді қазақша жазамыз.

utter_ask_seen_by_others = Бұл телефонды немесе бұл чатты тағы біреу көруі мүмкін бе?

utter_be_careful =
    Өзіңіз шешесіз. Мынаны істеуге болады:
    - чатты тазалау: «Тазалап шығу». Операторға жіберген өтінішіңіз қалады
    - біздегінің бәрін өшіру: /delete. Өтініш те жойылады
    - қысқа жазу, біз дыбыссыз жауап береміз
    - кейін басқа телефоннан жазу

    Телефонда және Telegram-да із қалуы мүмкін. Жалғастырғыңыз келсе, жалғастырамыз.
    .go_on = Жалғастыру

utter_unwatched = Жақсы, бұрынғыдай жауап береміз. Чатты тағы біреу көретін болса, соны жазыңыз.

utter_ask_need = Қандай көмек керек? Батырманы басыңыз немесе өз сөзіңізбен жазыңыз.
    .danger = Маған қауіп төніп тұр
    .people = Зорлық, қорқыту, балалар
    .work = Жұмыс және ақша
    .papers = Құжаттар, депортация
    .rights = Құқықтар, полиция
    .help = Баспана, дәрігер, көмек
    .return = Үйге қайту
    .privacy = Мен туралы не білесіздер
    .language = Басқа тіл
