utter_ask_counting_date = Write a date, for example 05.12 (day and month). The program adds 30 days. We do not know which day the law counts from: better take an earlier day. We do not keep the date.

utter_days_counted =
    30 days after it: { $date }.

    Do not wait for that day: the law may count otherwise. Please ask an operator or a lawyer.

utter_date_unclear = The program did not understand the date. Write day and month, for example 05.12.
