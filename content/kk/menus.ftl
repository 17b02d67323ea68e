### The second level of the menu.

utter_ask_rights_topic = Құқықтарыңыз туралы не білгіңіз келеді?
    .rights = Қандай құқығым бар
    .testifying = Айғақ беру керек пе
    .reflection_period = Ойлану мерзімі
    .self_check = Бұл қалыпты ма?
    .identification = Полициядан басқа кім бар
    .police = Полицияға барсам
    .legal_help = Заңгер және өтемақы
    .menu = Басты мәзір

utter_ask_work_topic = Жұмысыңызда не болды?
    .unpaid_wages = Жалақымды бермейді
    .labour_contract = Еңбек шарты
    .debt_bondage = Қарызды жұмыспен өтеу
    .online_recruitment = Интернеттен тапқан жұмыс
    .menu = Басты мәзір

utter_ask_papers_topic = Құжаттар туралы қандай сұрағыңыз бар?
    .documents_taken = Құжатымды алып қойды
    .immigration_status = Тіркелу, елден шығару
    .embassy = Елшілік
    .interpreter = Аудармашы
    .menu = Басты мәзір

utter_ask_help_topic = Қандай көмек керек?
    .shelter = Уақытша баспана
    .social_services = Көмек түрлері
    .medical_help = Дәрігер
    .menu = Басты мәзір

# doubt: .sexual_exploitation is the shortest plain wording; a native speaker should judge the tone.
utter_ask_people_topic = Кім немесе не туралы сұрағыңыз келеді?
    .family_threat = Отбасымды қорқытады
    .sexual_exploitation = Секске мәжбүрлейді
    .minors = 18 жасқа толмаған
    .helping_someone = Басқаға көмектесу
    .menu = Басты мәзір

utter_ask_return_topic = Үйге қайту туралы не білгіңіз келеді?
    .safe_return = Қалай қайтуға болады
    .return_planner = Жол алдындағы жоспар
    .menu = Басты мәзір
