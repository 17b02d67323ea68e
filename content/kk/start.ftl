### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters. Sources: AI Law in force since 18 January 2026 (zakon.kz/pravo/6498326);
# what is kept: the retention table of this project.
utter_notice =
    Мұнда адам емес, бағдарлама жауап береді. Ол сөздерді жасанды интеллект көмегімен таниды және қателесуі мүмкін.

    Операторлар — адамдар. Оларды шақырсаңыз, қауіп туралы немесе 18 жасқа толмағаныңызды жазсаңыз, олар оқиды.

    Соңғы хабарламадан кейін { $keep_hours } сағат мынаны сақтаймыз: тіліңіз, әңгіменің қай жерге жеткені, не көрсеткеніміз. Операторға жіберілген өтініш ашық тұрғанда сақталады. Telegram-ның өз көшірмесі бар.

    Біздегі жазбаны өшіру: /delete
    Қазір қауіпті болса: { $phone_112 }

# The same in every locale: nobody knows yet which language the person reads.
utter_ask_locale = Til · Тил · Язык · Тіл · Забон · Language ↓

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

utter_language_changed = Енді қазақша жазамыз.

utter_ask_seen_by_others = Бұл телефонды немесе бұл чатты тағы біреу көруі мүмкін бе?
    .no = Жоқ
    .yes = Иә
    .skip = Өткізіп жіберу

utter_be_careful =
    Өзіңіз шешесіз. Мынаны істеуге болады:
    - чатты тазалау: «Тазалап шығу». Операторға жіберген өтінішіңіз қалады
    - біздегінің бәрін өшіру: /delete. Өтініш те жойылады
    - қысқа жазу, біз дыбыссыз жауап береміз
    - кейін басқа телефоннан жазу

    Телефонда және Telegram-да із қалуы мүмкін. Жалғастырғыңыз келсе, жалғастырамыз.
    .go_on = Жалғастыру
    .person = Адаммен сөйлесу
    .erase = Бәрін өшіру

utter_unwatched = Жақсы, бұрынғыдай жауап береміз. Чатты тағы біреу көретін болса, соны жазыңыз.

utter_ask_need = Қандай көмек керек? Батырманы басыңыз немесе өз сөзіңізбен жазыңыз.
    .danger = Маған қауіп төніп тұр
    .person = Адаммен сөйлесу
    .rights = Менің құқықтарым
    .work = Жұмыс және ақша
    .papers = Құжаттар
    .help = Баспана, дәрігер, көмек
    .people = Қорқыту, жақындар, балалар
    .return = Үйге қайту
    .privacy = Не сақтайсыздар
    .language = Басқа тіл
