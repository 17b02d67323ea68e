### The second level of the menu.

utter_ask_rights_topic = Дар бораи ҳуқуқҳо чиро донистан мехоҳед?
    .rights = Ман чӣ ҳуқуқ дорам
    .testifying = Показание додан лозим?
    .reflection_period = Вақт барои фикр
    .self_check = Ин дуруст аст?
    .identification = Ғайр аз полис кӣ ҳаст
    .police = Агар ба полис равам
    .legal_help = Юрист ва товон
    .menu = Менюи асосӣ

utter_ask_work_topic = Бо кор чӣ шуд?
    .unpaid_wages = Музд намедиҳанд
    .labour_contract = Шартномаи меҳнатӣ
    .debt_bondage = Кор барои қарз
    .online_recruitment = Кор аз интернет
    .menu = Менюи асосӣ

utter_ask_papers_topic = Дар бораи ҳуҷҷатҳо чӣ савол доред?
    .documents_taken = Ҳуҷҷатҳоро гирифтанд
    .immigration_status = Регистратсия ва депорт
    .embassy = Сафорат
    .interpreter = Тарҷумон
    .menu = Менюи асосӣ

utter_ask_help_topic = Чӣ гуна кӯмак лозим?
    .shelter = Ҷойи зист
    .social_services = Намудҳои кӯмак
    .medical_help = Духтур
    .menu = Менюи асосӣ

utter_ask_people_topic = Дар бораи кӣ ё чӣ пурсидан мехоҳед?
    .family_threat = Таҳдид ба оила
    .sexual_exploitation = Маҷбуркунӣ ба алоқаи ҷинсӣ
    .minors = 18 сол пур нашудааст
    .helping_someone = Кӯмак ба каси дигар
    .menu = Менюи асосӣ

utter_ask_return_topic = Дар бораи бозгашт чиро донистан мехоҳед?
    .safe_return = Чӣ тавр бармегардам
    .return_planner = Нақша пеш аз роҳ
    .menu = Менюи асосӣ
