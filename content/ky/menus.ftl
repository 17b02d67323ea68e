### The second level of the menu.

utter_ask_rights_topic = Укуктар тууралуу эмнени билгиңиз келет?
    .rights = Кандай укугум бар
    .testifying = Показание берүү керекпи
    .reflection_period = Ойлонуу мөөнөтү
    .self_check = Бул нормалдуубу?
    .identification = Полициядан башка ким бар
    .police = Полицияга барсам
    .legal_help = Юрист жана компенсация
    .menu = Башына кайтуу

utter_ask_work_topic = Жумушта эмне болду?
    .unpaid_wages = Айлык беришпейт
    .labour_contract = Эмгек келишими
    .debt_bondage = Карыз үчүн иштөө
    .online_recruitment = Интернеттеги жумуш
    .menu = Башына кайтуу

utter_ask_papers_topic = Документтер тууралуу кандай суроо бар?
    .documents_taken = Документтеримди алып коюшту
    .immigration_status = Регистрация, депорт
    .embassy = Элчилик
    .interpreter = Котормочу
    .menu = Башына кайтуу

utter_ask_help_topic = Кандай жардам керек?
    .shelter = Кайда жашаса болот
    .social_services = Жардам түрлөрү
    .medical_help = Дарыгер
    .menu = Башына кайтуу

utter_ask_people_topic = Ким же эмне тууралуу сурагыңыз келет?
    .family_threat = Үй-бүлөмдү коркутушат
    .sexual_exploitation = Секске мажбурлашат
    .minors = 18 жашка чыга элек
    .helping_someone = Башкага жардам берүү
    .menu = Башына кайтуу

utter_ask_return_topic = Кайтуу тууралуу эмнени билгиңиз келет?
    .safe_return = Кантип кайтса болот
    .return_planner = Жол алдындагы план
    .menu = Башына кайтуу
