# Source: statement of a Mazhilis deputy, 15 October 2025; the law's own text was not read.
utter_ask_counting_date = Sanani yozing, masalan 05.12. Dastur unga o‘ttiz kun qo‘shadi. Sanani saqlamaymiz.

utter_days_counted =
    { $date } — kunlarni oddiy sanaganda, o‘ttizinchi kun.

    Qonun qaysi kundan hisoblashini aniq bilmaymiz. Operator yoki yuristdan so‘rang.

utter_date_unclear = Dastur sanani tushunmadi. Kun va oyni yozing, masalan 05.12.
