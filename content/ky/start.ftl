### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters. Sources: AI Law in force since 18 January 2026 (zakon.kz/pravo/6498326);
# what is kept: the retention table of this project.
utter_notice =
    Бул жерде адам эмес, программа жооп берет. Ал сөздөрдү жасалма интеллект менен тааныйт, жаңылышы мүмкүн.

    Операторлор — адамдар. Алар Сиз чакырсаңыз, коркунуч тууралуу же 18 жашка чыга элекмин деп жазсаңыз окушат.

    Акыркы билдирүүдөн кийин { $keep_hours } саат эстеп турабыз: тилди, сүйлөшүү эмнеде токтогонун, Сизге эмне көрсөткөнүбүздү. Операторго өтүнүч ачык турганда сакталат. Telegram кызматында өз көчүрмөсү бар.

    Бизде сакталганды өчүрүү: /delete
    Азыр коркунуч болсо: { $phone_112 }

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

utter_language_changed = Эми кыргызча жазабыз.

utter_ask_seen_by_others = Бул телефонду же бул чатты башка бирөө көрүп калышы мүмкүнбү?
    .no = Жок
    .yes = Ооба
    .skip = Өткөрүп жиберүү

utter_be_careful =
    Өзүңүз чечесиз. Мындай кылса болот:
    - жазышууну тазалоо: «Тазалап чыгуу». Операторго өтүнүчүңүз калат
    - бизде сакталгандын баарын өчүрүү: /delete. Өтүнүч да жоголот
    - кыска жазуу, биздин жооп үнсүз келет
    - кийинчерээк башка телефондон жазуу

    Телефондо жана Telegram кызматында из калышы мүмкүн. Улантууну кааласаңыз, улантабыз.
    .go_on = Улантуу
    .person = Адам менен сүйлөшүү
    .erase = Баарын өчүрүү

utter_unwatched = Жакшы, адаттагыдай жооп беребиз. Чатты кайра башка бирөө көрсө, ошону жазыңыз.

utter_ask_need = Кантип жардам берели? Баскычты басыңыз же өз сөзүңүз менен жазыңыз.
    .danger = Азыр коркунучтамын
    .person = Адам менен сүйлөшүү
    .rights = Менин укуктарым
    .work = Жумуш жана акча
    .papers = Документтер
    .help = Турак жай, дарыгер, жардам
    .people = Коркутуу, жакындар, балдар
    .return = Үйгө кайтуу
    .privacy = Эмнени сактайсыздар
    .language = Башка тил
