# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Напишите дату, например 05.12. Программа прибавит тридцать дней. Дату мы не храним.

utter_days_counted =
    { $date } — тридцатый день, если просто считать дни.

    С какого дня считает закон, мы точно не знаем. Спросите оператора или юриста.

utter_date_unclear = Программа не поняла дату. Напишите день и месяц, например 05.12.
