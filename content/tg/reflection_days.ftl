# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Санаро нависед, масалан 05.12. Барнома ба он сӣ рӯз илова мекунад. Санаро нигоҳ намедорем.

utter_days_counted =
    { $date } — рӯзи сиюм, агар рӯзҳоро оддӣ ҳисоб кунем.

    Қонун аз кадом рӯз ҳисоб мекунад, мо аниқ намедонем. Аз оператор ё юрист пурсед.

utter_date_unclear = Барнома санаро нафаҳмид. Рӯз ва моҳро нависед, масалан 05.12.
