# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Күн мен айды жазыңыз, мысалы, 05.12. Бағдарлама отыз күн қосады. Бұл күнді сақтамаймыз.

utter_days_counted =
    { $date } — жай санағанда отызыншы күн.

    Заң қай күннен бастап санайтынын нақты білмейміз. Оператордан немесе заңгерден сұраңыз.

utter_date_unclear = Бағдарлама күнді түсінбеді. Күн мен айды жазыңыз, мысалы, 05.12.
