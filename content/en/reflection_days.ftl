# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Write a date, for example 05.12 (day and month). The program adds thirty days. We do not keep the date.

utter_days_counted =
    { $date } is the thirtieth day, by plain counting.

    We do not know which day the law counts from. Please ask an operator or a lawyer.

utter_date_unclear = The program did not understand the date. Write day and month, for example 05.12.
