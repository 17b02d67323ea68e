# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Датаны жазыңыз, мисалы 05.12. Программа отуз күн кошот. Датаны сактабайбыз.

utter_days_counted =
    { $date } — жөн гана күн санаганда, отузунчу күн.

    Мыйзам кайсы күндөн баштап санарын так билбейбиз. Муну оператордон же юристтен сураңыз.

utter_date_unclear = Программа датаны түшүнгөн жок. Күн менен айды жазыңыз, мисалы 05.12.
