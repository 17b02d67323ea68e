### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Да
value-no = Нет
value-skip = Пропустить
value-stop = Закончить
value-menu = В начало
value-person = Позвать человека
value-more = Подробнее
value-seen = Кто видит чат
value-erase = Стереть всё
value-wiping = Когда удалять чат
value-exit = Очистить и выйти
value-cancel = Отменить
value-back = Назад
value-under_18 = Мне нет 18, нужен взрослый
value-count_days = Посчитать дни
value-plan = План перед дорогой
value-ban = Запрет на въезд

## Pages, wherever a button leads to them.

value-rights = Мои права
value-exploitation = Ферма, прислуга, милостыня
value-men_and_consent = Мужчина? Было согласие?
value-at_risk = Беды ещё нет, но страшно
value-identification = Кто признаёт жертвой
value-first_days = Первые дни и ночи
value-reflection_period = 30 дней подумать
value-testifying = Надо ли давать показания
value-police = Если идти в полицию
value-detained = Меня задержали
value-legal_help = Юрист, деньги за вред
value-unpaid_wages = Не платят
value-labour_contract = Трудовой договор
value-debt_bondage = Заставляют отработать долг
value-online_recruitment = Работа из интернета
value-documents_taken = Забрали документы
value-immigration_status = Регистрация, депортация
value-embassy = Посольство
value-interpreter = Переводчик
value-shelter = Приют, где жить
value-social_services = Какая помощь бывает
value-medical_help = Врач
value-family_threat = Угрожают семье
value-sexual_exploitation = Принуждают к сексу
value-minors = Нет 18 лет
value-helping_someone = Помочь другому
value-safe_return = Как вернуться домой
value-return_planner = План перед дорогой
value-self_check = Что со мной происходит?

utter_unreviewed = Юрист этот текст ещё не проверял. Спросите оператора.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = Этот ответ юрист ещё не проверил, поэтому мы его пока не показываем. До подписи бумаг можно просить юриста и переводчика. Позовите человека: ответить может оператор.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
command_menu = В начало
command_language = Другой язык
command_operator = Спросить человека
command_exit = Очистить и выйти
command_delete = Забыть всё
