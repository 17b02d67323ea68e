### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Ҳа
value-no = Не
# doubt: "Ҷавоб надодан" (don't answer) stands for "skip"; "Гузаштан" seemed unclear.
value-skip = Ҷавоб надодан
value-stop = Тамом кардан
value-menu = Менюи асосӣ
# doubt: "Бо одам гап задан" (talk to a person) instead of "call a person"; it must not sound like an immediate talk.
value-person = Бо одам гап задан
value-more = Муфассалтар
value-seen = Чатро кӣ мебинад
value-erase = Ҳамаашро пок кардан
value-wiping = Кай пок кунем
value-exit = Тоза карда баромадан
value-cancel = Бекор кардан
value-back = Ба қафо
value-under_18 = 18 нашудаам, калонсол лозим
value-count_days = Рӯзҳоро ҳисоб кардан
value-plan = Нақша пеш аз роҳ

utter_unreviewed = Ин матнро юрист ҳоло насанҷидааст. Аз оператор пурсед.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Ин ҷавобро юрист ҳанӯз насанҷидааст, барои ҳамин онро ҳоло нишон намедиҳем. Ба ин оператор ё юрист ҷавоб дода метавонад. Операторро ҷеғ задан мумкин.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Менюи асосӣ
command_language = Забон
command_operator = Аз одам пурсидан
command_exit = Баромад
command_delete = Тоза кардан
