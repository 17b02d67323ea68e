### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = Сағат { $since } бастап күтіп отырсыз. Әзірге ешкім жауап берген жоқ. Өтінішіңіз ашық.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
# Doubt: «кімге болса да көмек желісі» for "a help line for anyone"; no particular help may be heard in it.
utter_wait_stranger = Бұл — кімге болса да көмек желісі. Қалай көмектесейік?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Телефонды қойыңыз. Қауіпсіз болғанда жазыңыз.

# At most 60 characters.
utter_wait_later = Жақсы. Мүмкін болғанда жазыңыз.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = Жақсы. Кез келген уақытта жазуға болады.

utter_wait_signs =
    Хабарламаңыз операторларға жіберілді. Қазір жазу қауіпті болса, жазбаңыз.

    Қауіпті болса: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
# Doubt: «еркімнен тыс» (against my will) should be words that every officer knows at once.
utter_wait_border =
    Кез келген шекарашыға немесе полицейге былай деуге болады: «Мені еркімнен тыс алып бара жатыр. Көмектесіңіз». Жаныңызда ешкім естімейтін кезде айтқан дұрыс.

    Офицер не істейтінін білмейміз. Сөйлеуге болса: { $phone_112 }

# Doubt: warmth; a native speaker with counselling experience should read the texts about hurting oneself.
utter_wait_means =
    Айтқаныңызға рақмет. Оны өзіңізден алыс қойыңыз немесе өзіңіз одан алыстаңыз.

    Мүмкін болса, сенетін адамыңыздың қасында болыңыз.

    Қазір бірдеңе істеп қояр болсаңыз, қоңырау шалыңыз: { $phone_103 } немесе { $phone_112 }

utter_wait_near = Жалғыз болмағаныңыз жақсы. Ол адам сізге қауіпті болмаса, қасында болыңыз.

utter_wait_swallowed =
    Жедел жәрдем: { $phone_103 } немесе { $phone_112 }. Мүмкін болса, қазір қоңырау шалыңыз.

    Құстырмаңыз. Қорабын дәрігерлерге сақтап қойыңыз.

# Doubt: the first aid words; somebody medical who speaks Kazakh should read them.
utter_wait_unconscious =
    Жедел жәрдем: { $phone_103 } немесе { $phone_112 }

    Дем алса: бір қырынан жатқызып, басын артқа шалқайтыңыз.

    Дем алмаса: кеуденің ортасын қатты басыңыз, қайта-қайта. Аузына ештеңе салмаңыз.

utter_wait_bleeding =
    Жедел жәрдем: { $phone_103 } немесе { $phone_112 }

    Жараны матамен немесе қолыңызбен қатты басыңыз. Көмек келгенше баса беріңіз. Жарадан шығып тұрған нәрсені суырмаңыз.

# Doubt: «күлдіреген жер» (blister) and «кіндік бауы» (cord) should be words that everybody knows.
utter_wait_birth =
    Жедел жәрдем: { $phone_103 } немесе { $phone_112 }. Мүмкін болса, қазір қоңырау шалыңыз.

    Қай қалып жеңіл болса, сондай қалыпта болыңыз. Су ішуге болады. Баланы тартпаңыз. Кіндік бауын кеспеңіз.

    Баланы сүртіп, анасының терісіне тигізіп жатқызыңыз. Екеуін де жауып қойыңыз.

utter_wait_smoke =
    Таза ауаға шығыңыз. Шыға алмасаңыз, терезелер мен есіктерді ашыңыз.

    Жедел жәрдем: { $phone_103 }. Өрт немесе газ: { $phone_112 }

utter_wait_burn =
    Күйген жерді салқын ағын сумен 20 минут суытыңыз. Дененің басқа жерін жылы ұстаңыз.

    Мұз баспаңыз, май не крем жақпаңыз. Күлдіреген жерін теспеңіз. Жабысып қалған киімді шешпеңіз.

    Жедел жәрдем: { $phone_103 } немесе { $phone_112 }

utter_wait_cold =
    Желден қашықтаңыз. Су киімді құрғақ жерде ауыстырыңыз. Оранып, басыңызды жабыңыз.

    Теріні ысқыламаңыз, арақ-шарап ішпеңіз. Нашарласа: { $phone_103 } немесе { $phone_112 }

utter_wait_thirst =
    Су болса, алдымен су ішіңіз, аз-аздан ұрттап. Суға тұз қоспаңыз. Жылы жерде немесе көлеңкеде демалыңыз.

    Біреу сөзінен шатасса немесе есінен танса: { $phone_103 } немесе { $phone_112 }

# Neither pay nor don't: nobody here can judge that.
utter_wait_ransom =
    Ақша туралы жалғыз шешпеңізші. Осында жазуға болады: оператор көреді.

    Отбасыңызға қазір қауіп төніп тұрса, олар өздері тұрған жердегі полицияға қоңырау шала алады.

utter_wait_cannot_call =
    { $phone_112 } нөміріне телефонда ақша болмаса да, SIM-карта бұғатталса да қоңырау шалуға болады.

    Сөйлеуге болмаса, осында жазыңыз. Оператор көреді.

utter_wait_abroad =
    Басқа елде шұғыл көмек нөмірі басқа болуы мүмкін.

    Өз еліңіздің елшілігіне немесе консулдығына хабарласуға болады, егер олардан қорықпасаңыз. Немесе сол жердегі полицияға.

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Олардың соңынан бармаңыз. Олармен дауласпаңыз, олардың көзінше сұрамаңыз.

    Біреудің өміріне қауіп төнсе: { $phone_112 }. Кейін, қауіпсіз жерде, көргеніңізді жазып қойыңыз.

utter_wait_meeting =
    Кездесуге бармаңызшы. Сенетін ересек адамға айтыңыз.

    Қорқып тұрсаңыз, адам бар жерге барыңыз. Қоңырау шалыңыз: { $phone_112 }

utter_wait_pictures =
    Сіз кінәлі емессіз. Енді ештеңе жібермеңіз, ақша төлемеңіз.

    Жауап беруді тоқтатыңыз. Олардың хабарламаларын өшірмеңіз. Сенетін ересек адамға бүгін айтыңыз.

utter_wait_afraid =
    Жазғаныңызға рақмет. Сіз кінәлі емессіз. Қалаған кезде жауап беруге болады.

    Қауіпті болса: { $phone_112 }

utter_wait_unnamed = Осы көмек қызметінің операторлары хабарламаларды көреді. Мұнда атыңызды айтудың қажеті жоқ. Ал { $phone_112 } атыңызды және нақты мекенжайды сұрайды.

utter_wait_legal =
    Сізді шығармай ма, ұра ма, телефоныңызды немесе паспортыңызды алып қойды ма? Екі министрліктің бұйрығында бұл адам саудасының белгілері деп жазылған.

    Адам саудасы — қылмыс. Адам саудалағандарды кемінде 4 жылға қамайды.

    Қауіпті болса: { $phone_112 }

## One small question a message; each may be ignored

utter_ask_wait_hurt = Біреу жаралы немесе ауру ма?

utter_ask_wait_call = Ешкім естімейтіндей телефонмен сөйлей аласыз ба?

utter_wait_call = Қоңырау шалыңыз: { $phone_112 }. Не болғанын, нақты мекенжайды және атыңызды сұрайды. Тұтқаны бірінші болып қоймаңыз. Бірдеңе өзгерсе, тағы қоңырау шалыңыз.

utter_wait_no_call = Түсінікті. Осында жазуға болады, оператор көреді. Жазу қауіпті болып кетсе, тоқтаңыз. Кейін қайта жазуға болады.

utter_ask_wait_bleeding = Қан қатты ағып тұр ма?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Жаныңызда өзіңізге зиян келтіре алатын нәрсе бар ма?

utter_ask_wait_alone = Қазір қасыңызда біреу бар ма?

utter_ask_wait_acted = Бірдеңе ішіп немесе өзіңізге бірдеңе істеп қойдыңыз ба?

utter_wait_child = Сіз кінәлі емессіз. Қорқытқан адамға жауап бермеуге болады. Ол сұрағанды істеу міндетті емес.

utter_ask_wait_adult = Бұл туралы ересектердің бірі біле ме?

utter_wait_tell_adult = Сенетін ересек адамға айтыңыз: туысқа, мұғалімге, көршіге. Қазір қорқып тұрсаңыз: { $phone_112 }

utter_wait_seen_when = Жазғаныңызға рақмет. Мұны қашан көрдіңіз?

utter_wait_how_many = Онда шамамен қанша адам бар?

utter_ask_wait_child_there = Олардың арасында бала бар ма?

utter_wait_thanks = Жауап бергеніңізге рақмет. Оператор көреді.
