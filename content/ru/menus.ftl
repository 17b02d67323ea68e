### The second level of the menu.

utter_ask_rights_topic = Что Вы хотите узнать о правах?
    .rights = Какие у меня права
    .testifying = Надо ли давать показания
    .reflection_period = Время подумать
    .self_check = Это нормально?
    .identification = Кто ещё, кроме полиции
    .police = Если идти в полицию
    .legal_help = Юрист и компенсация
    .menu = В начало

utter_ask_work_topic = Что случилось с работой?
    .unpaid_wages = Не платят
    .labour_contract = Трудовой договор
    .debt_bondage = Работа за долг
    .online_recruitment = Работа из интернета
    .menu = В начало

utter_ask_papers_topic = Какой вопрос о документах?
    .documents_taken = Забрали документы
    .immigration_status = Регистрация и высылка
    .embassy = Посольство
    .interpreter = Переводчик
    .menu = В начало

utter_ask_help_topic = Какая помощь нужна?
    .shelter = Где жить
    .social_services = Виды помощи
    .medical_help = Врач
    .menu = В начало

utter_ask_people_topic = О ком или о чём Вы хотите спросить?
    .family_threat = Угрожают семье
    .sexual_exploitation = Принуждают к сексу
    .minors = Нет 18 лет
    .helping_someone = Помочь другому
    .menu = В начало

utter_ask_return_topic = Что Вы хотите узнать о возвращении?
    .safe_return = Как вернуться
    .return_planner = План перед дорогой
    .menu = В начало
