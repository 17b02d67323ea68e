### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
utter_notice =
    Бул жерде адам эмес, жасалма интеллекти бар программа жооп берет. Ал жаңылышы мүмкүн.

    Операторлор — адамдар. Адам чакырсаңыз, коркунуч тууралуу же 18 жашка чыга элекмин деп жазсаңыз, алар окуйт.

    { $keep_hours } саат эстейбиз: тил, сөз эмне жөнүндө, Сизге эмне көрсөттүк. Өтүнүч — ачык турганда. Telegram өз көчүрмөсүн сактайт.

    Бизден өчүрүү: /delete
    Азыр коркунуч болсо: { $phone_112 }

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

utter_language_changed = Эми кыргызча жазабыз.

utter_ask_seen_by_others = Бул телефонду же бул чатты башка бирөө көрүп калышы мүмкүнбү?

utter_be_careful =
    Өзүңүз чечесиз. Мындай кылса болот:
    - жазышууну тазалоо: «Тазалап чыгуу». Операторго өтүнүчүңүз калат
    - бизде сакталгандын баарын өчүрүү: /delete. Өтүнүч да жоголот
    - кыска жазуу, биздин жооп үнсүз келет
    - кийинчерээк башка телефондон жазуу

    Телефондо жана Telegram кызматында из калышы мүмкүн. Улантууну кааласаңыз, улантабыз.
    .go_on = Улантуу

utter_unwatched = Жакшы, адаттагыдай жооп беребиз. Чатты кайра башка бирөө көрсө, ошону жазыңыз.

utter_ask_need = Кантип жардам берели? Баскычты басыңыз же өз сөзүңүз менен жазыңыз.
    .danger = Азыр коркунучтамын
    .people = Зомбулук, коркутуу, балдар
    .work = Жумуш жана акча
    .papers = Документтер, депорт
    .rights = Укук, полиция
    .help = Турак жай, дарыгер, жардам
    .return = Үйгө кайтуу
    .privacy = Мен жөнүндө эмне билесиздер
    .language = Башка тил
