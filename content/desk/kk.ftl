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

## console: the editors' studio

studio-parts = Шеберхана бөлімдері
studio-work = Жұмыс
studio-flows = Диалогтар
studio-numbers = Телефондар
studio-files = Файлдар
studio-no-backup = басқа жерде көшірмесі жоқ
studio-backed-up = көшірме { $time } жасалды
studio-backup-failed = { $time } көшірме жасалмады. Сақталғаны осында қалады; тағы бір рет көріледі.
studio-apart = Сол жолдарды басқа жерде де өзгертіпті: { $files }. Ештеңе араласқан жоқ; git білетін адам шешуі керек.
studio-read-only = Мәтіндерді мұнда тек оқуға болады: консольге сақтайтын қалта берілмеген (HELPLINE_CONTENT).
studio-by-hand = Біреу қалтадағы файлдарды қолмен өзгертіпті: { $files }. Олар коммитке түскенше немесе қайтарылғанша ештеңе сақталмайды.
studio-other-branch = Сақталмады: біреу қалтаны { $branch } тармағына ауыстырыпты. Ол studio тармағында тұруы керек.
studio-moved = Сақталмады: дәл сол сәтте тағы біреу жазды. Қайта сақтаңыз.
studio-locked = Сақталмады: қалтада git-тің басқа бағдарламасы жұмыс істеп жатыр ({ $file }). Қайта көріңіз; солай қала берсе, бағдарламашы қарасын.
studio-no-text = { $name } деген мәтін жоқ.
studio-changed-meanwhile = Сақталмады: сол сөйлемді осы арада { $name } өзгертіпті ({ $why }). Сіздің сөздеріңіз осында тұр.
studio-say-why = Сақталмады: не үшін өзгертетініңізді қысқа айтыңыз ({ $most } таңбаға дейін).
studio-say-heard = Сақталмады: не естігеніңізді жазыңыз ({ $most } таңбаға дейін).
studio-saved = Сақталды.
studio-nothing-to-save = Ештеңе өзгермеді, сақтайтын ештеңе жоқ.
studio-merged = Мәтінде енді басқа біреудің түзетуі де бар: түгел қарап шығыңыз.
studio-unsigned = Тексерушінің қолы алынды: ол бұрынғы сөздерге қойылған еді.
studio-call-saved = Жазылды.
studio-find = Мәтін табу
studio-find-words = Сөздер, атау немесе сілтеме
studio-find-go = Табу
studio-find-hint = Адам оқитын сөздер, мысалы «нақты білмейміз»; атау, мысалы police; сілтеме, мысалы law 17(1).
studio-nothing-found = Бұл тілде мұндай сөздер еш жерде жоқ.
studio-language = Тіл
studio-to-do = Не істеу керек
studio-mine = менікі
studio-all = бәрі
studio-kind = Түрі
studio-counts = Тілдер бойынша жұмыс
studio-kind-refused = Заңгер «жоқ» деді
studio-kind-missing = Мәтін жоқ
studio-kind-stale = Орысшадан қалып қойды
studio-kind-overdue = Тексеру мерзімі өтті
studio-kind-number = Жақында қоңырау шалынбаған нөмірлер
studio-kind-doubt = Күмәндар
studio-kind-unsigned = Ешкім қол қоймаған
studio-why-refused = Бұл сөйлемдер өзгергенше жарияланбайды.
studio-why-missing = Орысша мәтін бар, бұл тілде әлі жоқ.
studio-why-stale = Салыстырғаннан кейін орысша мәтін өзгерді.
studio-why-overdue = Келесі тексеру күні өтіп кетті.
studio-why-number = Қоңырау шалып, не естігеніңізді жазыңыз. Жасырылған нөмірдің жолы мәтіндерден түсіп қалады.
studio-why-doubt = Аудармашы не заңгер неге сенімді емес.
studio-why-unsigned = Бұл беттерді заңгер де, тілдің иесі де оқымаған.
studio-nothing-to-do = Мұнда істейтін ештеңе жоқ.
studio-translate-next = Келесісін аудару
studio-withheld = тексерілгенше жасырулы
studio-broken = Мәтіндерді көрсету мүмкін емес
studio-open-file = Файлды ашу
studio-unreadable = Файл бұлай оқылмайды.
studio-not-there-yet = { $locale } тілінде бұл мәтін әлі жоқ.
studio-is-stale = Салыстырғаннан кейін орысша мәтін өзгерді. Не алынғаны, не қосылғаны белгіленген.
studio-other-languages = Осы мәтін басқа тілдерде
studio-source = Орысша
studio-words = Сөздер
studio-bubble = { $name } хабары
studio-button = { $name } батырмасы
studio-button-words = Батырмадағы сөз
studio-note = Әріптестерге ескертпе
studio-note-hint = Ешкімге жіберілмейді. Мұнда сілтемелер, мысалы [^law 17(1)], және күмәндар тұрады: «doubt: …».
studio-doubts = Күмәндар
studio-doubts-hint = Әр жолда біреуден, келесі тексерушіге.
studio-read-back = Орысшаға кері аударма
studio-read-back-hint = Мәтініңізді қарамай кері аударыңыз, сосын салыстырыңыз: кім шешеді, «мүмкін» бе «керек» пе, сандар, «емес». Бұл сақталмайды.
studio-doubt = Тіл иесіне күмән
studio-same-as-source = Салыстырдым: орысшада не айтылса, мұнда да сол.
studio-same-as-program = Салыстырдым: өзіміз туралы айтқанымыз — бағдарламаның істейтіні.
studio-why = Мұны не үшін өзгертесіз?
studio-save = Сақтау
studio-next = Келесі: { $name }
studio-theirs = Қазір онда не сақталған
studio-theirs-hint = Екеуінен дұрысын құрап, ары қарай жүріңіз. Ештеңе жоғалған жоқ: екеуі де осында.
studio-mine-again = Екеуінен құрап шықтым
studio-unsaved = Әлі сақтаған жоқсыз.
studio-phone = Телефонда
studio-no-findings = Түзететін ештеңе жоқ.
studio-as-sent = Осылай барады · { $locale }
studio-where-said = Бұл қайда айтылады
studio-in-emergency = Мұны қауіптегі адамдар да оқиды.
studio-reach = Айтылатын қадамдар: { $steps }. Диалогтар: { $flows }.
studio-danger = қауіп
studio-by-program = Мұны бағдарлама өзі айтады, диалогтар арасында.
studio-by-operators = Мұны операторлар жібереді: /say { $name }
studio-in-deck = Бұл сұрақтар жинағынан.
studio-taken-in = Мынаған кіреді:
studio-will-lag = Өзгертсеңіз, мына аудармалар қалып қояды: { $locales }.
studio-terms = Сөздіктегі сөздер
studio-history = Тарихы
studio-show-history = Кім, не үшін өзгерткенін көрсету
studio-no-history = Тарих мұнда сақталмайды.
studio-flows-hint = Өз сипаттамаларынан салынған. Ретін бағдарламашылар өзгертеді; әр қадамның сөзі — Сіздікі.
studio-begins-with = Мынаны білдіретін сөздерден басталады:
studio-comes-from = Мұнда келетін жер:
studio-chart = Диалогтың суреті
studio-step-say = айтады
studio-step-ask = сұрайды
studio-step-do = істейді
studio-step-handover = адам шақырады:
studio-step-flow = мұнда жалғасады
studio-step-set = есте сақтайды
studio-step-branch = айрық
studio-edit = { $name } өзгерту
studio-numbers-hint = Растауды қажет ететін нөмір сынақ қоңырауынан кейін { $days } күн көрсетіледі.
studio-number-shown = көрсетіледі
studio-number-hidden = жасырулы
studio-last-call = Соңғы қоңырау: { $day }
studio-no-call = Оған әлі ешкім қоңырау шалмаған
studio-no-test-calls = мемлекеттің шұғыл нөмірі: әрқашан көрсетіледі, сынап көруге қоңырау шалынбайды
studio-call-now = қоңырау шалыңыз
studio-heard = Не естідіңіз? Кім жауап берді, қай тілдерде, қанша тұрады
studio-called-today = Бүгін қоңырау шалдық
studio-without = { $number } жоғалса ше?
studio-loses = Жолынан айырылатын мәтіндер: { $count }
studio-nothing-left = ештеңе қалмайды
studio-no-text-names-it = Оны бірде-бір мәтін атамайды.
studio-files-hint = Қалтада жатқан файлдар түгел. Сөйлемдер мен беттерді өз беттерінде өзгерту оңайырақ.
studio-file-hint = Білетініңізді ғана өзгертіңіз. Сіз тимеген жолдар сол қалпында қалады.
