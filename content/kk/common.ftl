### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Иә
value-no = Жоқ
value-skip = Өткізіп жіберу
value-stop = Аяқтау
value-menu = Басты мәзір
value-person = Адаммен сөйлесу
value-more = Толығырақ
value-seen = Чатты кім көреді
value-erase = Бәрін өшіру
value-wiping = Қашан өшіріледі
value-exit = Тазалап шығу
value-cancel = Болдырмау
value-back = Артқа
value-under_18 = 18-ге толмадым, ересек керек
value-count_days = Күндерді санау
value-plan = Жол алдындағы жоспар

utter_unreviewed = Бұл мәтінді заңгер әлі тексерген жоқ. Оператордан сұраңыз.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Бұл жауапты заңгер әлі тексерген жоқ, сондықтан оны әзірге көрсетпейміз. Бұған оператор немесе заңгер жауап бере алады. Операторды шақыруға болады.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Басты мәзір
command_language = Тіл
command_operator = Адамнан сұрау
command_exit = Шығу
command_delete = Тазалау
