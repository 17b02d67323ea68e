### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Атыңызды жана телефон номериңизди сактабайбыз. Билдирүүлөрдү ушул кызматтын операторлору көрөт. Telegram өз көчүрмөсүн сактайт. Бизде сакталганды өчүрүү: /delete

utter_ask_erase_confirmed = Бизде сакталгандын баарын азыр эле өчүрөлүбү? Аны кайра кайтарууга болбойт.
    .yes = Ооба, өчүрүү
    .no = Жок

# Asked instead while a request to the operators is open.
utter_ask_erase_confirmed_with_request =
    Бизде сакталгандын баарын азыр эле өчүрөлүбү? Операторлорго жазылган өтүнүчүңүз да жоголот, алар аны мындан ары көрбөйт. Аны кайра кайтарууга болбойт.

    Өзүңүздөгү чатты гана тазалоо керек болсо: чаттын менюсу, «Очистить историю» (тарыхты тазалоо). Өтүнүчүңүз калат.

utter_nothing_erased = Жакшы, эч нерсе өчүрүлгөн жок.

# doubt: the two menu entries are given as Telegram shows them in Russian, with the Kyrgyz sense; which words do Kyrgyz phones show?
# doubt: "тыюу" for an operator's block: is it clear?
utter_erased =
    Өчүрүлдү: биздеги жазуу, операторлор менен сүйлөшүү жана ушул чаттагы акыркы { $wall_hours } сааттын билдирүүлөрү.

    Телефондогу изди, Telegram кызматындагы көчүрмөлөрдү жана скриншотторду өчүрө албайбыз. Операторлордо { $stub_hours } саатка чейин кыска белги калышы мүмкүн, анда сөздөрүңүз жок. Дагы { $stub_hours } саат жардамга канча жолу чакырганыңызды жана оператордун тыюусун эстеп турабыз.

    Телефондогу чатты тазалоо үчүн анын менюсун ачыңыз. «Очистить историю» (тарыхты тазалоо) же «Удалить чат» (чатты өчүрүү) дегенди басыңыз.

# The same for everybody where somebody else may read it: not what was there.
utter_erased_shortly = Өчүрүлдү.

# doubt: «тазалап чыгуу» for the menu's button, and whether the choice of times reads naturally.
utter_ask_wipe_when =
    Бул чаттагы билдирүүлөр акыркы билдирүүдөн { $wipe_hours } саат өткөндө өчүрүлөт. Оператор менен сүйлөшүп жатканда аларды өчүрбөйбүз. Эң узагы: { $late_hours } саат.

    Качан өчүрөлү? Телефондо жана Telegram кызматында из калышы мүмкүн.
    .hour = Бир сааттан кийин
    .day = Бир күндөн кийин
    .late = Жооптор узагыраак калсын
    .now = Азыр эле

utter_wipe_hour = Жакшы. Акыркы билдирүүдөн бир саат өткөндө өчүрөбүз.

utter_wipe_day = Жакшы. Акыркы билдирүүдөн { $wipe_hours } саат өткөндө өчүрөбүз.

utter_wipe_late = Жакшы. Сиздин сөздөрүңүздү { $wipe_hours } сааттан кийин өчүрөбүз. Программанын жооптору бул жерде { $late_hours } саатка чейин калат.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Рахмат. Саламатта болуңуз!
