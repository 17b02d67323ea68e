### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Атыңыз бен телефон нөміріңізді сақтамаймыз. Хабарламаларды осы желінің операторлары көреді. Telegram-да өз көшірмесі бар. Біздегі жазбаны өшіру: /delete

utter_ask_erase_confirmed = Біздегінің бәрін дәл қазір өшірейік пе? Оны қайтару мүмкін болмайды.
    .yes = Иә, өшіріңіз
    .no = Жоқ

utter_nothing_erased = Жақсы, ештеңе өшірілген жоқ.

# doubt: the names of Telegram's menu items in Kazakh were not checked in the application.
utter_erased =
    Өшірілді: біздегі жазба, операторлармен әңгіме және осы чаттың соңғы { $wall_hours } сағаттағы хабарламалары.

    Телефондағы іздерді, Telegram-ның көшірмелерін және экран суреттерін өшіре алмаймыз. Операторларда екі сағатқа дейін сіздің сөздеріңіз жазылмаған белгі қалуы мүмкін.

    Телефондағы чатты тазалау үшін оның мәзірін ашыңыз. «Тарихты тазалау» немесе «Чатты жою» дегенді басыңыз.
