### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Атыңыз бен телефон нөміріңізді сақтамаймыз. Хабарламаларды осы көмек қызметінің операторлары көреді. Telegram-ның өз көшірмесі бар. Біздегі жазбаны өшіру: /delete

utter_ask_erase_confirmed = Біздегінің бәрін дәл қазір өшірейік пе? Оны қайтару мүмкін болмайды.
    .yes = Иә, өшіріңіз
    .no = Жоқ

# Asked instead while a request to the operators is open.
utter_ask_erase_confirmed_with_request =
    Біздегінің бәрін дәл қазір өшірейік пе? Операторларға жіберген өтінішіңіз де жойылады, олар оны енді көрмейді. Мұны қайтару мүмкін болмайды.

    Тек өзіңіздегі чатты тазалау керек болса: чат мәзірі, «Тарихты тазалау». Өтінішіңіз қалады.

utter_nothing_erased = Жақсы, ештеңе өшірілген жоқ.

# Doubt: the names of Telegram's menu items in Kazakh were not checked in the application.
# Doubt: "тыйым" for an operator's block: is it clear?
utter_erased =
    Өшірілді: біздегі жазба, операторлармен әңгіме және осы чаттағы { $wall_hours } сағаттан ескі емес хабарламалар.

    Телефондағы іздерді, Telegram-ның көшірмелерін және экран суреттерін өшіре алмаймыз. Операторларда { $stub_hours } сағатқа дейін сөздеріңіз жазылмаған белгі қалуы мүмкін. Тағы { $stub_hours } сағат көмекке неше рет шақырғаныңызды және оператордың тыйымын есте сақтаймыз.

    Телефондағы чатты тазалау үшін оның мәзірін ашыңыз. «Тарихты тазалау» немесе «Чатты жою» дегенді басыңыз.

# The same for everybody where somebody else may read it: not what was there.
utter_erased_shortly = Өшірілді.

# Doubt: «тазалап шығу» for the menu's button, and whether the choice of times reads naturally.
utter_ask_wipe_when =
    Осы чаттағы хабарламалар соңғы хабарламадан { $wipe_hours } сағат өткен соң өшіріледі. Оператормен сөйлесіп жатқаныңызда, оларды өшірмейміз. Ең ұзағы: { $late_hours } сағат.

    Қашан өшірейік? Телефонда және Telegram-да іздер қалуы мүмкін.
    .hour = Бір сағаттан кейін
    .day = Бір тәуліктен кейін
    .late = Жауаптар ұзақ қалсын
    .now = Дәл қазір

utter_wipe_hour = Жақсы. Соңғы хабарламадан бір сағат өткен соң өшіреміз.

utter_wipe_day = Жақсы. Соңғы хабарламадан { $wipe_hours } сағат өткен соң өшіреміз.

utter_wipe_late = Жақсы. Сіздің сөздеріңізді { $wipe_hours } сағаттан кейін өшіреміз. Бағдарламаның жауаптары осында { $late_hours } сағатқа дейін қалады.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Рақмет. Сау болыңыз!
