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
value-wiping = Когда удалять
value-exit = Очистить и выйти
value-cancel = Отменить
value-back = Назад
value-under_18 = Мне нет 18, нужен взрослый
value-count_days = Посчитать дни
value-plan = План перед дорогой

utter_unreviewed = Юрист этот текст ещё не проверял. Спросите оператора.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = Этот ответ юрист ещё не проверил, поэтому мы его пока не показываем. Ответить может оператор или юрист. Можно позвать человека.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
command_menu = В начало
command_language = Язык
command_operator = Спросить человека
command_exit = Выход
command_delete = Очистить
