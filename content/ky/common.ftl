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
value-wiping = Качан өчүрүү керек
value-exit = Тазалап чыгуу
value-cancel = Жокко чыгаруу
value-back = Артка
# doubt: “чоңдор” for “adults” (“чоң адам керек” is too long for a button): not heard as “bosses”?
value-under_18 = 18ден кичүүмүн, чоңдор керек
value-count_days = Күндөрдү саноо
value-plan = Жол алдындагы план

utter_unreviewed = Бул текстти юрист али текшере элек. Оператордон сураңыз.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = Бул жоопту юрист али текшере элек, ошондуктан аны азырынча көрсөтпөйбүз. Ага оператор же юрист жооп бере алат. Операторду чакырсаңыз болот.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Башкы меню
command_language = Тил
command_operator = Адамдан суроо
command_exit = Чыгуу
command_delete = Тазалоо
