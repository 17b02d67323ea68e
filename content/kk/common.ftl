### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Иә
value-no = Жоқ
value-skip = Өткізіп жіберу
value-stop = Аяқтау
value-menu = Басты мәзір
value-person = Адаммен сөйлесу
value-more = Толығырақ
value-seen = Чатты кім көреді
value-erase = Бәрін өшіру
value-wiping = Чат қашан өшіріледі
value-exit = Тазалап шығу
value-cancel = Болдырмау
value-back = Артқа
value-under_18 = 18-ге толмадым, ересек керек
value-count_days = Күндерді санау
value-plan = Жол алдындағы жоспар
value-ban = Елге кіруге тыйым

## Pages, wherever a button leads to them.

value-rights = Менің құқықтарым
# Doubt: farm, servant, begging in three words; do people understand what they would find there?
value-exploitation = Ферма, қызметші, қайыршылық
value-men_and_consent = Ер адам? Келісім болды ма?
value-at_risk = Әлі ештеңе болмады, қорқамын
value-identification = Құрбан деп кім таниды
value-first_days = Алғашқы күндер мен түндер
value-reflection_period = Ойлануға 30 күн
value-testifying = Айғақ беру керек пе
value-police = Полицияға барсам
value-detained = Мені полиция ұстады
value-legal_help = Заңгер, зиян үшін ақша
value-unpaid_wages = Жалақымды бермейді
value-labour_contract = Еңбек шарты
value-debt_bondage = Қарызды жұмыспен өтеу
value-online_recruitment = Интернеттен тапқан жұмыс
value-documents_taken = Құжатымды алып қойды
value-immigration_status = Тіркелу, депортация
value-embassy = Елшілік
value-interpreter = Аудармашы
value-shelter = Уақытша баспана
value-social_services = Қандай көмек бар
value-medical_help = Дәрігер
value-family_threat = Отбасымды қорқытады
# Doubt: the shortest plain wording; a native speaker should judge the tone.
value-sexual_exploitation = Секске мәжбүрлейді
value-minors = 18 жасқа толмаған
value-helping_someone = Басқаға көмектесу
value-safe_return = Үйге қалай қайтамын
value-return_planner = Жол алдындағы жоспар
value-self_check = Маған не болып жатыр?

utter_unreviewed = Бұл мәтінді заңгер әлі тексерген жоқ. Оператордан сұраңыз.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# Doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Бұл жауапты заңгер әлі тексерген жоқ, сондықтан оны әзірге көрсетпейміз. Қағазға қол қоймай тұрып заңгер мен аудармашы сұрауға болады. Адам шақырыңыз: оператор жауап беруі мүмкін.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# Doubt: short words of a menu, without context.
command_menu = Басты мәзір
command_language = Басқа тіл
command_operator = Адамнан сұрау
command_exit = Тазалап шығу
command_delete = Бәрін ұмыту
