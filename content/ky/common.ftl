### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Ооба
value-no = Жок
value-skip = Өткөрүп жиберүү
value-stop = Токтотуу
value-menu = Башына кайтуу
value-person = Адам менен сүйлөшүү
value-more = Кененирээк
value-seen = Чатты ким көрөт
value-erase = Баарын өчүрүү
value-wiping = Чатты качан өчүрүү
value-exit = Тазалап чыгуу
value-cancel = Жокко чыгаруу
value-back = Артка
# doubt: “чоңдор” for “adults” (“чоң адам керек” is too long for a button): not heard as “bosses”?
value-under_18 = 18ден кичүүмүн, чоңдор керек
value-count_days = Күндөрдү саноо
value-plan = Жол алдындагы план
value-ban = Өлкөгө кирүүгө тыюу

## Pages, wherever a button leads to them.

value-rights = Менин укуктарым
# Doubt: "үй жумушу" for "прислуга": is it heard as work in somebody's house?
value-exploitation = Ферма, үй жумушу, тилемчилик
value-men_and_consent = Эркек? Макул болгонбу?
value-at_risk = Боло элек, бирок коркомун
# Doubt: "тааныйт" (recognises officially): not read as "knows by sight"?
value-identification = Ким курман деп тааныйт
value-first_days = Алгачкы күндөр жана түндөр
value-reflection_period = Ойлонуу мөөнөтү: 30 күн
value-testifying = Показание берүү керекпи
value-police = Полицияга барсам
value-detained = Мени полиция кармады
value-legal_help = Юрист, зыян үчүн акча
value-unpaid_wages = Айлык беришпейт
value-labour_contract = Эмгек келишими
value-debt_bondage = Карыз үчүн иштетишет
value-online_recruitment = Интернеттеги жумуш
value-documents_taken = Документтеримди алып коюшту
value-immigration_status = Регистрация, депорт
value-embassy = Элчилик
value-interpreter = Котормочу
value-shelter = Кайда жашаса болот
value-social_services = Кандай жардам болот
value-medical_help = Дарыгер
value-family_threat = Үй-бүлөмдү коркутушат
value-sexual_exploitation = Секске мажбурлашат
value-minors = 18 жашка чыга элек
value-helping_someone = Башкага жардам берүү
value-safe_return = Кантип кайтса болот
value-return_planner = Жол алдындагы план
value-self_check = Мага эмне болуп жатат?

utter_unreviewed = Бул текстти юрист али текшере элек. Оператордон сураңыз.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = Бул жоопту юрист али текшере элек, ошондуктан аны азырынча көрсөтпөйбүз. Кагазга кол коёрдон мурун юрист жана котормочу сураса болот. Адам менен сүйлөшүңүз: оператор жооп бериши мүмкүн.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Башкы меню
command_language = Башка тил
command_operator = Адамдан суроо
command_exit = Тазалап чыгуу
command_delete = Баарын унутуу
