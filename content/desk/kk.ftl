### Операторлар өз тобында және операторлар ботынан не оқиды. Адамға бұл жерден ештеңе бармайды.
### Мәтіндер бағдарламамен бірге келеді, операторлар боты қайта іске қосылғанда күшіне енеді.
# doubt: the whole file awaits a native reviewer; terms first: "өтініш" (ticket), "шешілді" and
# "бағытталды" (outcomes), "дыбысын өшіру" (mute), "аға оператор" (supervisor), "ауысым" (shift).

## Өтініш карточкасы

card-urgency = шұғылдығы: { $urgency }, { $why }
card-topic = тақырыбы: { $topic }
card-language = тілі: { $language }
card-claimed = операторы: { $name }; күткен уақыты: { $span }
card-aside = { $until } дейін кейінге қалдырылды
card-waiting = { $since } бастап күтуде ({ $span })
card-last-word = соңғы хабарлама: { $span } бұрын
card-told = айтылғаны: { $texts }
card-for = кімге: { $whom }
card-as-of = { $time } бойынша
whom-language = мына тілді білетін операторға: { $language }
whom-topic = мына тақырыпты білетін операторға: { $topic }
why-danger = қауіп белгілері бар немесе оператор солай шешті
why-reopened = жабылғаннан кейінгі жалғасы
why-asked = адаммен сөйлескісі келеді
why-signs = қауіпке жақын белгілер: аңдып тұр немесе телефон сенімсіз
why-minor = 18 жасқа толмаған
urgency-emergency = төтенше
urgency-high = жоғары
urgency-normal = қалыпты
span-moment = бір минуттан аз
span-minutes = { $minutes } мин
span-hours = { $hours } сағ { $minutes } мин
language-ru = орысша
language-en = ағылшынша
language-kk = қазақша
language-uz = өзбекше
language-uz-Cyrl = өзбекше, кириллица
language-ky = қырғызша
language-tg = тәжікше
topic-danger = қауіп
topic-medical = денсаулық
# doubt: wording for suicide and self-harm
topic-self_harm = өзіне қол жұмсау, өзіне зиян келтіру
topic-minor = 18 жасқа толмаған
topic-person = адам сұрайды

## Ескертулер мен белгілер

notice-urgency_raised = ⬆️ қауіптің жаңа белгілері: шұғылдығы көтерілді
notice-locale_changed = 🌐 адам тілін ауыстырды
notice-nobody_claimed = ⏱ өтінішті әлі ешкім алған жоқ
notice-still_unclaimed = ⏱ 10 минут өтті, өтінішті ешкім алған жоқ
notice-silent_after_threat = 🔇 қауіптен кейін үнсіз: 15 минут бойы хабарлама жоқ
notice-watched = 👁 жазысқанды басқа біреу оқып отыруы мүмкін: қысқа жазыңыз, бірінші болып жазбаңыз
notice-unwatched = 👁 адам енді ешкім оқып отырған жоқ дейді
notice-person_left = 🚪 адам ботты бұғаттады: хабарламалар жетпейді
notice-person_returned = 🚪 адам қайта оралды
notice-withdrawn = адамға оператор енді керек емес
notice-erased = адам бәрін өшірді
notice-chat_wiped = 👁 адам чатты тазалады: соңғы хабарламаңыз оқылмаған болуы мүмкін
notice-operator_silent = ⏱ оператор тым ұзақ үндемеді: өтініш қайтадан кезекте
notice-woken = ⏰ енді кейінге қалдырылмаған: уақыты бітті немесе адам жазды
notice-muted_before = 🔇 бұл адамның дыбысын бұрын оператор өшірген; бұл — шұғыл хабарлама
notice-not_corrected = ✏️ түзету адамға жетпей қалды
notice-child = 🧒 бала: адам 18 жасқа толмағанын жазды
notice-style_changed = ❓ бұрынғыдан басқаша жазады: басқа адам болуы мүмкін. Зияны тиетін нәрсені сұрамаңыз
# doubt: "сервердегі ақау" (a fault of the server)
notice-set_back = ⚠️ сервердегі ақаудан кейін соңғы хабарламалар жетіспеуі мүмкін. Жазу қауіпсіз бе екенін қайта сұраңыз
notice-not_in_danger = 🟡 адам (немесе телефон қолындағы біреу) «маған қауіп жоқ» деп басты. Шұғылдықты тек Сіз төмендете аласыз: /urgency
notice-danger_again = ⬆️ «маған қауіп жоқ» дегеннен кейін қауіп белгілері қайта байқалды
note-operator_gone = ↩️ оператор кетті: өтініш қайтадан кезекте
note-transferred = ↪️ берілді: өтініш басқа операторды күтуде
note-aside = 💤 кейінге қалдырылды; адам жазса, кезекке қайтады
unsupported-picture = сурет немесе видео
unsupported-voice = дауыстық хабарлама
unsupported-file = файл
unsupported-sticker = стикер
unsupported-contact = контакт
unsupported-location = картадағы орын
unsupported-other = мәтін емес
line-unsupported = (жіберілгені: { $what }; біз мұны сақтамаймыз)
line-unreadable = (енді ашуға болмайтын хабарлама)
line-asked = (сұрақ: { $name })
line-sent = (жіберілді: { $name })

## Адам жағдай туралы не айтты
# doubt: the whole section awaits a native reviewer.

card-facts = айтылғаны, ретімен (≈ бағдарлама сөзді осылай түсінді):
ask-groups = Не туралы сұрайсыз? Адам сұрақты өз тілінде оқып, батырмамен жауап береді.
button-ask-groups = Барлық топтар
card-fact = { $time } { $what }
card-fact-inferred = { $time } ≈ { $what }
fact-stranger = телефон басқа біреуде болуы мүмкін: кім, не жазғанын сұрайды
fact-he_is_here = қорқатын адамы қасында
fact-he_comes = қорқатын адамы келе жатыр
fact-later = қазір жаза алмайды
fact-joke = әзіл немесе қате дейді. Шұғылдықты тек Сіз төмендетесіз
fact-all_fine = бәрі жақсы, керек емес дейді. Шұғылдықты тек Сіз төмендетесіз
fact-he_has_gone = қайта жазып отыр; қорқатын адамы кетті немесе ұйықтап жатыр
fact-means_at_hand = өзіне зиян келтіретін зат қол астында
fact-swallowed = бірдеңе ішіп немесе істеп қойған
fact-unconscious = біреу есінен танған немесе дем алмайды
fact-bleeding = қан қатты ағып тұр
fact-hurt = жаралы, ауру немесе нашарлап барады
fact-cold = үсіп барады
fact-at_border = шекарада немесе әуежайда
fact-moved = алып бара жатыр
fact-escaped = шығып кетті
fact-held = шыға алмайды
fact-meeting = кездесу белгіленген немесе алып кетуге келеді
fact-pictures = суретпен қысым жасайды
fact-afraid = қорқады немесе ұялады
fact-not_my_phone = телефон бөтен, тексеріледі немесе басқа біреу жауап беруі мүмкін
fact-own_minor = 18-ге толмағанын айтады
fact-third_party = басқа адам туралы жазады

## Батырмалар және басқандағы жауаптар

button-claim = Алу
button-claim-named = Алу: { $name }
button-release = Бағдарламаға қайтару
button-requeue = Кезекке қайтару
button-close = Жабу
button-close-informed = Жабу: жауап берілді
button-close-referred = Жабу: бағытталды
button-close-emergency = Жабу: шұғыл қызметтер
button-close-silent = Жабу: жауап жоқ
button-close-other = Жабу: басқа
button-agree = Келісу
button-lift = Дыбысын қосу
done-claim = Өтініш Сізде. Осы тақырыпта жазғаныңыз адамға жіберіледі.
done-release = Енді қайтадан бағдарлама жауап береді.
done-requeue = Өтініш қайтадан кезекте.
done-ask = Сұрақ қойылды. Жауабы осында келеді.
done-close = Жабылды. Тақырып жойылады.
done-agree = Орындалды: мұны екі адам қалады.
done-lift = Дыбысы қосылды.

## Шақырулар, дыбысты өшіру, өшіру, бөгде адамдар

call-shift = 🔴 ТӨТЕНШЕ: өтінішті әлі ешкім алған жоқ. Ауысымдағылар ({ $count }): алыңыздаршы.
call-again = 🔴 ТӨТЕНШЕ, екінші шақыру: әлі ешкім алған жоқ. Ауысымдағылар ({ $count })!
call-supervisors = 🔴 ТӨТЕНШЕ, аға операторлар: өтінішті 3 минут бойы ешкім алған жоқ.
call-backup = 🔴 ТӨТЕНШЕ: 10 минут бойы ешкім алған жоқ. Қосалқы кезекші операторды шақырамыз.
call-nobody-on-shift = Ауысымда ешкім жоқ: мұны оқыған кез келген адамнан сұраймыз. Алдымен маған жеке: /on және код.
call-taken = ✅ { $name }: { $operator } алды
call-over = ☑️ { $name }: енді күтпейді
words-left-out = ⚠️ Адам күтіп отырғанда өте көп жазды. Төменде алғашқы және соңғы хабарламалар; арасындағылардың бір бөлігі сақталмады.
words-not-kept = ⚠️ Адам топ қабылдай алатыннан жылдам жазып жатыр. Соңғы хабарламалардың бір бөлігі сақталмады.
backup-call = 🔴 Төтенше өтініштер 10 минут күтуде, ешбір оператор жауап берген жоқ. Саны: { $count }. Операторлар тобын қараңызшы.
mute-review = 🔇 { $operator } операторы { $ticket } өтінішінің дыбысын { $until } дейін өшірді. Шұғыл хабарлама бәрібір жетеді. Аға операторлар: тексеріңіздерші.
stub-title = өшірілді
stub-card = Адам бәрін өшірді. Сіз бір рет жаза аласыз: осы тақырыптағы келесі хабарламаңыз адамға дыбыссыз жіберіледі де, тақырып жойылады. Телефон басқа біреудің қолында болуы мүмкін. Хабарлама болмаса, тақырып өшіруден кейін екі сағаттан соң жойылады.
stub-again = 🔁 Сол адам өшіргеннен кейін қайта жазды: { $name }, бір сағатта { $count }-дабыл. Ешкім шақырылған жоқ; ол тақтада тұр. Алу: /claim { $name }
stranger = ⚠️ Топта операторлар тізімінде жоқ біреу бар, ол бәрін оқып отыр. Telegram оны шығаруға рұқсат бермейді. Аға операторлар: оны өзіңіз қазір шығарыңыз.

## Шабуыл белгілері: тақтада және күніне бір рет шақырумен

alarm-intake-webhook = Адамдарға арналған боттың вебхугы біздікі емес: біреу оның токенін біліп, бәрін оқып отыруы мүмкін. Серверге жауаптыға бірден айтыңыз: BotFather, /revoke.
alarm-desk-webhook = Операторлар ботының вебхугы біздікі емес: біреу оның токенін біліп, бәрін оқып отыруы мүмкін. Серверге жауаптыға бірден айтыңыз: BotFather, /revoke.
alarm-intake-poller = Адамдарға арналған боттың хабарларын тағы біреу алып отыр: токен соның қолында болуы мүмкін. Серверге жауаптыға бірден айтыңыз.
alarm-desk-poller = Операторлар ботының хабарларын тағы біреу алып отыр: токен соның қолында болуы мүмкін. Серверге жауаптыға бірден айтыңыз.
alarm-group-public = Бұл топ ашық: оны атымен кез келген адам табады. Оны жабық етіңіз.
alarm-group-members-invite = Әр қатысушы басқаларды қоса алады. Бұл құқықты қатысушылардан алыңыз.
alarm-group-not-protected = Топтан қайта жіберуге және сақтауға болады. Мазмұнды сақтауға тыйым салыңыз.
alarm-group-crowd = Топта операторлар мен осы боттан көп адам бар. Қатысушылар тізімін қараңыз; танымайтындарды шығарыңыз.
alarm-group-strange-admin = Топтың әкімшісі мұнда жазылмаған. Оны жазыңыз немесе топты одан алыңыз.
alarm-group-no-right = Мен ешкімді бұғаттай алмаймын: бөтен адам қалып, оқи беруі мүмкін. Маған бұғаттау құқығын беріңіз.
alarm-group-not-put-out = Топта болмауы керек адам бар, ал Telegram оны шығаруға рұқсат бермейді. Оны өзіңіз шығарыңыз.
operator-suspended = ⚠️ { $name } топтан шығарылды, енді ештеңе істей алмайды; өтініштері қайтадан күтеді. Аға оператор қайтара алады: /restore { $name }
stranger-put-out = ⚠️ Топқа жазылмаған адам кірді. Мен оны шығардым. Аға операторларға: мұнда жұмыс істейтін адам алдымен жазылады, сосын кіреді.

## Қандай мәтіндер көрсетіледі

texts-live =
    📝 Жаңа мәтіндер көрсетіледі: № { $number }, қол қойғандар: { $signers }. Қол қойған адам сөздерді салыстырады:

    { $words }
texts-live-again =
    ↩️ Бұрынғы мәтіндер қайта көрсетіледі: № { $number }, қол қойғандар: { $signers }. Қол қойған адам сөздерді салыстырады:

    { $words }
texts-refused = ⚠️ Бот қабылдамаған мәтіндер жарияланды: { $why }. Ол бұрынғысын көрсетіп тұр. Аға операторлар: жариялаушылардан сұраңыздар.
texts-refused-at-start = ⚠️ Бот қабылдамаған мәтіндер жарияланды: { $why }. Ол бағдарламамен бірге келгендерін көрсетіп тұр. Аға операторлар: жариялаушылардан сұраңыздар.
texts-why-unreadable = оларды оқу мүмкін емес
texts-why-no_publishers = ботта жариялаушылар тізімі жоқ
texts-why-other_deployment = оларға басқа желі үшін қол қойылған
texts-why-not_enough = оларға қол қойғандар жеткіліксіз
texts-why-lower = олар көрсетіліп тұрғаннан немесе бағдарламаның өзінен ескі
texts-why-missing = олар енді жоқ
texts-why-other_texts = бұл қол қойылған мәтіндер емес
texts-why-faulty = бағдарлама олардан қате тапты

## Тақта

board-head = { $time } кезек: күтуде { $count }
board-urgency = { $urgency }: { $count }, біріншісі күткені { $span }
board-more = тағы { $count }: /next біріншісін алады
board-equal = алғашқы сөздері бірдей тағы { $count }: { $names }
board-claimed = жұмыста: { $loads }
board-none = жоқ
board-on-shift = ауысымда: { $names }
board-nobody = ешкім
board-late = тым ұзақ күткендер: { $count }
board-again = 🔁 өшіргеннен кейін қайтадан ({ $count })
health-closed = қазір жұмыс уақыты емес; ашылуы: { $opening }
health-exceptional = бүгін ерекше күн: { $reason }

## Неліктен орындалмады

refused-no-ticket = Бұл өтініш енді жоқ: ол жабылған немесе адам бәрін өшірген.
refused-conflict = Дәл сол сәтте басқа біреу әрекет етті. Ештеңе істелген жоқ; қайталап көріңіз.
refused-no-key = Бұл процесте { $purpose } үшін кілт жоқ.
refused-claim-taken = Бұл өтінішті біреу алып қойған.
refused-reply-unclaimed = Жіберілген жоқ. Алдымен өтінішті алыңыз, содан кейін жазыңыз.
refused-say-unclaimed = Жіберілген жоқ. Алдымен өтінішті алыңыз.
refused-edit-unclaimed = Түзетілген жоқ. Алдымен өтінішті алыңыз.
refused-unsend-unclaimed = Жойылған жоқ. Алдымен өтінішті алыңыз.
refused-release-unclaimed = Бұл өтінішті әлі ешкім алған жоқ.
refused-requeue-waiting = Бұл өтініш онсыз да кезекте тұр.
refused-mute-unclaimed = Дыбысын өшірмес бұрын өтінішті алып, оқып шығыңыз.
refused-over = Бұл өтініш аяқталды. Ештеңе жіберілген жоқ.
refused-reply-others = Жіберілген жоқ: бұл өтініш басқа операторда.
refused-edit-others = Түзетілген жоқ: бұл өтініш басқа операторда.
refused-unsend-others = Жойылған жоқ: бұл өтініш басқа операторда.
refused-release-others = Өтінішті бағдарламаға тек оны алған оператор қайтара алады.
refused-sleep-others = Өтінішті тек оны алған оператор кейінге қалдыра алады.
refused-others = Мұны тек өтінішті алған оператор немесе аға оператор жасай алады.
refused-sleep-emergency = Төтенше өтінішті кейінге қалдыруға болмайды. Кезекке қайтарыңыз немесе шұғылдығын төмендетіңіз.
refused-close-unclaimed = Жабылмады: бұл шұғыл өтініш, оны әлі ешкім алған жоқ. Алдымен алып, оқыңыз.
refused-supervisors-only = Мұны тек аға оператор жасай алады.
refused-mute-over = Дыбысты өшіру мерзімі бітіп қойған.
refused-capacity = Сізде { $own } өтініш бар, шегіңіз: { $capacity }. Алдымен біреуін аяқтаңыз немесе шекті өзгертіңіз: /capacity.
refused-urgency = Қаншалықты шұғыл екенін жазыңыз: /urgency төтенше, жоғары немесе қалыпты.
refused-unknown-command = Жіберілген жоқ: мұндай команда жоқ. Бары: /claim, /release, /requeue, /close, /transfer, /urgency, /sleep, /mute, /say, /ask және өз хабарламаңызға жауап ретінде /delete; // белгісінен басталған жолды тек операторлар көреді.
refused-talk-command = Жіберілген жоқ: мұнда операторда мыналар бар: { $commands }.
refused-outcome = Жабылған жоқ: немен аяқталғанын жазыңыз: /close және мына сөздердің бірі: жауап берілді, бағытталды, шұғыл қызметтер, жауап жоқ, басқа. Немесе карточкадағы батырманы басыңыз.
refused-transfer = Кімге? /transfer деп, әріптестің код атын, тілді (мысалы, uz) немесе мына тақырыптардың бірін жазыңыз: { $topics }. Одан кейін белгі қосуға болады.
refused-until = Қай уақытқа дейін? Мысалы, 30m (минут), 2h (сағат) немесе 18:00 (Қазақстан уақыты) деп жазыңыз, ең көбі { $hours } сағат.
refused-no-question = Жіберілген жоқ: мұндай сұрақ жоқ. Барлығын /ask көрсетеді.
refused-no-text = Жіберілген жоқ: мұндай мәтін жоқ. /find және бір сөз барын көрсетеді.
refused-delete-how = Хабарламаңызды адамнан өшіру үшін оған /delete деп жауап беріңіз.
refused-delete-note = Бұл хабарламаны тек операторлар көрді: адам оны алған жоқ.
refused-edit-to-note = Егер бұл хабарлама адамға жіберілсе, оның бірінші нұсқасы қалды: өшіру үшін хабарламаға /delete деп жауап беріңіз.
refused-say-how-it-ended = Немен аяқталғанын көрсетіңіз: карточкадағы батырманы басыңыз.
refused-only-text = Жіберілген жоқ: адамға тек мәтін жіберуге болады.
refused-slip = Жіберілген жоқ: бұл қате жазылған белгіге немесе командаға ұқсайды. Белгі // таңбасынан басталады; адамға жіберу үшін басқа таңбадан бастаңыз.
refused-not-enrolled = Ештеңе істелген жоқ: Сіз операторлар тізімінде жоқсыз. Кодты аға оператор береді.
refused-suspended = Сізді операторлар тобынан шығарған: аға оператор қайтара алады.
refused-anonymous = Жіберілген жоқ: Сіз топ атынан жазып отырсыз. Анонимдікті өшіріп, қайта жазыңыз.
refused-tries = Қате код тым көп енгізілді. Бір сағаттан кейін көріңіз.
refused-code = Мұндай код жоқ. Код бір рет және 24 сағат жарамды: жаңасын сұраңыз.
refused-no-operator = Мұндай код аты бар оператор жоқ.
refused-no-operator-any-more = Сіз енді бұл көмек қызметінің операторы емессіз.
refused-name-taken = Бұл код аты бос емес: басқасын таңдаңыз.
refused-name = Код аты: 2-ден 20-ға дейін әріп немесе сан, бос орынсыз, мысалы Heron. Өз атыңызды алмаңыз.
refused-capacity-number = 1 мен { $most } арасындағы санды жазыңыз, мысалы /capacity 3.
refused-privately = Мұны маған жеке жазыңыз: мұнда бәрі оқиды.
refused-enrol-how = /enrol КОД АТ деп жазыңыз, мұндағы АТ — өзіңіз таңдайтын код аты.
refused-languages = Тілдеріңізді жазыңыз, ең жақсысы бірінші, мына тізімнен: { $known }.
refused-topics = Білетін тақырыптарыңызды жазыңыз, мына тізімнен: { $known }.
refused-audit-how = /audit деп, өтініштің немесе оператордың код атын жазыңыз.
refused-off-shift = Орындалмады: Сіз ауысымда емессіз. Маған жеке жазыңыз: /on және қолданбадағы алты сан.
refused-no-factor = Сізде код кілті әлі жоқ. Оны серверге жауапты адам жасайды: helpline operator totp және код атыңыз.
refused-code-how = /on және код қолданбасы көрсеткен алты санды жазыңыз, мысалы /on 123456.
refused-code-wrong = Бұл осы минуттың коды емес. Қолданбаға тағы қараңыз; телефонның сағаты дұрыс па?
refused-code-used = Бұл код қолданылып қойған. Келесісін күтіңіз, ең көбі жарты минут.
refused-name-script = Код аты не тек латын, не тек кирилл әріптерімен жазылады, ешкім басқаға ұқсамауы үшін.
refused-needs-second = Бұл үшін екінші аға оператор керек.
refused-own-proposal = Мұны өзіңіз сұрадыңыз: басқа аға оператор келісуі керек.
refused-no-proposal = Енді келісуге болмайды: ол орындалды, бір сағат өтті немесе сұраған адамның құқығы жоқ.
refused-no-invitation = Мұндай код жоқ. /invitations жарамды кодтарды көрсетеді.
refused-role = Рөлі: operator (оператор), supervisor (аға оператор) немесе editor (редактор).

## Операторлар ботының жауаптары

office-welcome = Бұл бот көмек қызметінің операторларына арналған. Аға оператордан алған кодпен: /enrol КОД АТ, мұндағы АТ — өзіңіз таңдайтын код аты, мысалы Heron.
office-help = Ауысым: /on және код, /off. Сіз туралы: /name, /languages, /topics, /capacity. Сізге сай бірінші өтінішті алу: /next. Өтініштеріңіз: /mine. Дайын мәтін іздеу: /find. Кезек: /health. Аға операторларға: /operators, /invite, /invitations, /revoke, /role, /remove, /restore, /audit.
office-enrolled = Сәлеметсіз бе, { $name } ({ $role }). Топқа сілтеме арқылы кіріңіз. Ауысымды бастау үшін маған жазыңыз: /on және қолданбадағы алты сан.
office-on = { $name }: ауысымда.
office-off = { $name }: ауысымда емес. Қайтарғанша өтініштеріңіз Сізде қалады, бірақ тек ауысымда жауап беруге болады.
office-nobody-waits = Ешкім күтіп тұрған жоқ.
office-yours = { $name } енді Сізде: тақырыбы қазір шығады.
office-closed-several = Жабылды: { $count }. Жабылмады: { $left }. Ешкім алмаған дабыл тек алғашқы сөздері бірдей алынған дабылмен бірге жабылады.
office-mine-none = Сізде өтініш жоқ.
office-mine = { $mark } { $name } ({ $language }), { $since }
office-mine-owed = жауабыңызды { $time } дейін күтеді
office-mine-answered = Сіз жауап бердіңіз
office-none-found = Мұндай сөздері бар мәтін жоқ.
office-more-found = тағы { $count }: сөз қосыңыз
office-name = Енді Сіз { $name } болдыңыз.
office-languages = Тілдеріңіз: { $languages }.
office-topics = Тақырыптарыңыз: { $topics }.
office-all-topics = бәрі
office-capacity = Бір мезгілде ең көбі { $capacity }; төтенше өтініштер бұған кірмейді.
office-invite =
    Рөлі: { $role }. Бір рет, 24 сағат ішінде, осы ботқа жеке:
    /enrol { $code } АТ
office-removed = { $name } енді ештеңе істей алмайды; қайта күткен өтініштер: { $count }.
office-role = { $name }: енді { $role }.
office-restored = { $name } қайта жұмыс істей алады. Топқа сілтеме арқылы кіреді.
office-secret =
    Код кілтіңіз:
    { $secret }
    Оны код қолданбасына енгізіңіз, жақсысы басқа телефонда. Сосын маған /on және алты санды жазыңыз: сонда бұл хабар өшіріледі. Оны ешкімге көрсетпеңіз.
office-on-delete = { $name }: ауысымда. Кілті бар хабарды өзіңіз өшіріңіз: мен өшіре алмадым.
office-invitation = { $label }: { $role }, берген { $name }, { $time }
office-invitations-none = Жарамды код жоқ.
office-revoked = { $label }: бұл кодпен енді ешкім кірмейді.
office-asked =
    Бұл үшін екінші аға оператор керек. Мен топта сұрадым; бір сағат бар.
    Басқасы болмаса, серверге жауапты адам келіседі: helpline operator agree { $token }
office-audit-broken = ⚠️ Бұл тізімді біреу қолмен өзгерткен: жазбалар алынған, қайтарылған немесе ауыстырылған. Серверге жауаптыға айтыңыз.
office-audit-foreign = ⚠️ Бөтен жазбалар: { $count }, олар көрсетілмеді. Серверге жауаптыға айтыңыз.
proposal = 🔑 { $name } сұрайды: { $what }. Мұны қайтару мүмкін емес, сондықтан басқа аға оператор келісуі керек. Алдымен шынымен сұрағанын, жақсысы дауыспен, біліңіз.
proposal-agreed = ✅ { $name }: { $asked } сұраған іске келісті.
propose-invite = аға операторды шақыру
propose-remove = { $name } тізімнен алу
propose-role = { $name } рөлі: { $role }
propose-restore = { $name } қайта жұмысқа жіберу
office-audit-empty = Соңғы жеті күнде ештеңе жоқ.
operator-line = { $name } · { $role } · { $shift } · тілдері: { $languages } · ең көбі { $capacity }
operator-no-languages = айтылмаған
role-operator = оператор
role-supervisor = аға оператор
role-editor = редактор
shift-on = ауысымда
shift-off = ауысымда емес

## Командалар мәзірі. Оны иығыңыздан қараған адам да көреді: іс те, қауіп те аталмайды.

command-on = ауысымды кодпен бастау
command-off = ауысымды аяқтау
command-next = келесісін алу
command-mine = қазір менде не бар
command-health = кезек қалай
command-find = дайын мәтіндер
command-languages = тілдерім, ең жақсысы бірінші
command-topics = жақсы білетінім
command-capacity = бір мезгілде қанша
command-name = басқа код аты
command-claim = осыны алу
command-ask = адамның тілінде батырмамен сұрау
command-say = дайын мәтін жіберу
command-transfer = беру: әріптес, тіл, тақырып
command-requeue = кезекке қайтару
command-sleep = кейінге қалдыру: 30m, 2h, 18:00
command-urgency = қаншалықты шұғыл
command-release = қайтадан бағдарлама жауап береді
command-close = жабу; немен аяқталды
command-delete = жауап берілген хабарламаны өшіру
command-mute = уақытша дыбысын өшіру

## Браузердегі пульт

console-title = Көмек желісінің пульті
console-rooms = Бөлімдер
console-room-desk = Өтініштер
console-room-texts = Мәтіндер
console-queue = Кезек
console-conversation = Әңгіме
console-texts = Мәтіндердің жайы
console-texts-page = бет
console-demo = Бұл көрсетілім: мұнда шын адам жоқ. Сіз кімсіз?
console-no-way-in = Мұнда әзірге кіру мүмкін емес. Пульт операторлар тобында.
console-role-operator = Оператор
console-role-supervisor = Аға оператор
console-role-editor = Редактор
console-begin-shift = Ауысымды бастау
console-end-shift = Ауысымды аяқтау
console-leave = Шығу
console-live = байланыс бар
console-cut = Байланыс жоқ: экрандағы ескі болуы мүмкін. Өзі қайта қосылады.
console-failed = Болмады. Ештеңе істелмеді немесе белгісіз: қайталап көріңіз.
console-mine = Сіздікі
console-waiting = Күтіп тұр
console-others = Әріптестерде
console-more = тағы { $count }
console-since = күткені: { $span }
console-choose = Кезектен өтінішті таңдаңыз.
console-back = Артқа
console-card = Не белгілі
console-said = Не айтылды
console-claim-to-read = Жазылғанды оқу үшін өтінішті алыңыз.
console-of-another = Өтініш { $name } операторында. Айтылғанды тек алған оператор оқиды.
console-lost = Бұрынғы жолдар: { $count }. Оларға орын жетпеді.
console-person = Адам
console-program = Бағдарлама
console-delivery-waiting = жолда
console-delivery-sent = Telegram-да
console-delivery-blocked = жеткен жоқ: адам ботты бұғаттады
console-delivery-failed = жеткен жоқ
console-corrected = түзетілді
console-deleted = қайтарып алынды
console-correct = Түзету
console-delete = Қайтарып алу
console-correcting = Сіз өз хабарыңызды түзетіп жатырсыз.
console-message = Хабар
console-note = Әріптестерге жазба
console-send = Жіберу
console-keep = Жазбаны сақтау
console-send-hint = Enter жібереді, Shift пен Enter — жаңа жол
console-how-ended = Немен аяқталды?
console-cancel = Болдырмау
console-keys = Пернелер
console-keys-on = Пернелерді қосу
console-key-j = келесі өтініш
console-key-k = алдыңғы өтініш
console-key-c = алу
console-key-r = хабар жазу
console-key-n = жазба жазу
console-key-x = жабу
console-key-q = кезекке
console-refused-length = Жіберілмеді: хабарда 1-ден { $most } таңбаға дейін болады.
console-refused-off-shift = Істелмеді: алдымен ауысымды бастаңыз.

## console: practice

console-room-practice = Жаттығу
practice-choose = Жаттығу: диалог таңдаңыз
practice-what = Ойдан шығарылған адам жазады, ал жауап беретін және кезекке қоятын нағыз бағдарлама. Сіз үйреншікті үстелде жұмыс істейсіз. Бұның ештеңесі адамдарға, кезекке, сандарға және журналға түспейді. Соңында не шыққанын көресіз.
practice-on-shift = Сіз ауысымдасыз: жаттығып жатқанда шынайы адамдар күтіп отыруы мүмкін. Үстелді қасында ашық ұстаңыз.
practice-no-store = Бұл серверде әзірге жаттығу жоқ. Оны серверді жүргізетін адам қосады: HELPLINE_PRACTICE_URL (README, settings).
practice-go-on = Басталған жаттығуды жалғастыру
practice-language = Адам жазатын тіл
practice-begin = Бастау
practice-begin-with = Бастау: { $title }
practice-nobody-real = Жаттығу: мұнда шынайы адам жоқ
practice-end = Аяқтау және бағаларды көру
practice-refused-full = Қазір тым көп әріптес жаттығып жатыр. Бірнеше минуттан кейін қайталаңыз.
practice-marks = Сіздің бағаларыңыз
practice-sum = { $seen } ішінен { $kept } сақталды
practice-marks-how = Бағалар тек сөздерге қарайды, сондықтан қателесуі мүмкін. Әріптесіңізбен талқылаңыз; оларды басқа ешкім көрмейді, ешқайда сақталмайды.
practice-your-line = Сіз жаздыңыз:
practice-word = Әңгіме мына туралы: { $word }
practice-missing = Жетіспейді: { $word }
practice-right = Дұрысы:
practice-whichever = Кез келгені, күтпегенде
practice-again = Соны тағы бір рет
practice-another = Басқа диалог
practice-all-lines = Барлық айтылғаны
practice-you = Сіз
practice-verdict-kept = иә
practice-verdict-missed = жоқ
practice-verdict-not-seen = орайы келмеді
practice-rule-claimed = Уақытында алынды
practice-why-claimed = Қауіп кезінде екі минуттан, басқа кезде үш минуттан кейін адамға бос ешкім жоқ деп айтылады. Алдымен алыңыз, содан кейін оқыңыз.
practice-rule-safety-first = Алдымен қауіпсіздік туралы
practice-why-safety-first = Ең алдымен қазір жазу қауіпсіз бе деп сұраңыз. Қанша және қалай жазуға болатыны соған байланысты.
practice-rule-nothing-promised = Уәде де, қауіпті кеңес те жоқ
practice-why-nothing-promised = Біреу келе ме, қызметкер не шешеді, білмейміз. Орындалмаған уәде сенімді жояды, қаш не төбелес деген кеңес өмірге қауіпті.
practice-rule-asked-once = Ештеңе екі рет сұралмады
practice-why-asked-once = Сол сұрақты қайта естіген адам ешкім оқымайды деп ойлайды. Әр жауап — уақыт пен қауіп.
practice-rule-neutral = Біреу оқуы мүмкін кезде бейтарап сөз
practice-why-neutral = Біреу қарауы мүмкін болса, қысқа жазыңыз, тақырыпты атамаңыз. Ол келе жатса, мүлде жазбаңыз.
practice-rule-number = Шұғыл нөмір аталды
practice-why-number = Қауіп кезінде адам бізсіз қайда қоңырау шалуды білуі керек. Нөмірді атап, бізді күтудің қажеті жоғын бір рет айтыңыз.
practice-rule-outcome = Болғанындай жабылды
practice-why-outcome = Немен аяқталғаны саналады, желіге не керегі содан шешіледі. Үнсіздік төтенше өтінішті ешқашан жаппайды.
