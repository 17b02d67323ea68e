### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Ҳа
value-no = Не
# Doubt: "Ҷавоб надодан" (don't answer) stands for "skip"; "Гузаштан" seemed unclear.
value-skip = Ҷавоб надодан
value-stop = Тамом кардан
value-menu = Менюи асосӣ
# Doubt: "Бо одам гап задан" (talk to a person) instead of "call a person"; it must not sound like an immediate talk.
value-person = Бо одам гап задан
value-more = Муфассалтар
value-seen = Чатро кӣ мебинад
value-erase = Ҳамаашро пок кардан
value-wiping = Чатро кай пок кунем
value-exit = Тоза карда баромадан
value-cancel = Бекор кардан
value-back = Ба қафо
value-under_18 = 18 нашудаам, калонсол лозим
value-count_days = Рӯзҳоро ҳисоб кардан
value-plan = Нақша пеш аз роҳ
value-ban = Манъи даромадан

## Pages, wherever a button leads to them.

value-rights = Ҳуқуқҳои ман
value-exploitation = Ферма, хизматгорӣ, гадоӣ
# Doubt: "Мард ҳастед? Розӣ будед?" is short for "A man? Did you agree (to the work)?".
value-men_and_consent = Мард ҳастед? Розӣ будед?
value-at_risk = Чизе нашуд, вале метарсам
value-identification = Кӣ қурбонӣ эътироф мекунад
value-first_days = Рӯзҳо ва шабҳои аввал
value-reflection_period = 30 рӯз барои фикр кардан
value-testifying = Показание додан лозим?
value-police = Агар ба полис равам
# Doubt: "дастгир кардан" may be heard as "arrest", too.
value-detained = Маро дастгир карданд
value-legal_help = Юрист, пул барои зарар
value-unpaid_wages = Музд намедиҳанд
value-labour_contract = Шартномаи меҳнатӣ
value-debt_bondage = Кори маҷбурӣ барои қарз
value-online_recruitment = Кор аз интернет
value-documents_taken = Ҳуҷҷатҳоро гирифтанд
value-immigration_status = Регистратсия, депорт
value-embassy = Сафорат
value-interpreter = Тарҷумон
value-shelter = Приют, ҷойи зист
value-social_services = Чӣ хел кӯмак ҳаст
value-medical_help = Духтур
value-family_threat = Таҳдид ба оила
value-sexual_exploitation = Маҷбуркунӣ ба алоқаи ҷинсӣ
value-minors = 18 сол пур нашудааст
value-helping_someone = Кӯмак ба каси дигар
value-safe_return = Ба хона чӣ тавр бармегардам
value-return_planner = Нақша пеш аз роҳ
value-self_check = Бо ман чӣ шуда истодааст?

utter_unreviewed = Ин матнро юрист ҳоло насанҷидааст. Аз оператор пурсед.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# Doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Ин ҷавобро юрист ҳанӯз насанҷидааст, барои ҳамин онро ҳоло нишон намедиҳем. Пеш аз имзои коғазҳо юрист ва тарҷумон пурсидан мумкин. Одамро ҷеғ занед: оператор ҷавоб дода метавонад.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# Doubt: short words of a menu, without context
command_menu = Менюи асосӣ
command_language = Забони дигар
command_operator = Аз одам пурсидан
command_exit = Тоза карда баромадан
command_delete = Ҳамаашро фаромӯш кардан
