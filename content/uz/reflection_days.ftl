utter_ask_counting_date = Sanani yozing, masalan 05.12. Dastur unga 30 kun qo‘shadi. Qonun qaysi kundan sanashini bilmaymiz: ertaroq kunni olgan yaxshi. Sanani saqlamaymiz.

utter_days_counted =
    Shu sanadan 30 kun keyin: { $date }.

    Bu kunni kutmang: qonun boshqacha hisoblashi mumkin. Operator yoki yuristdan so‘rang.

utter_date_unclear = Dastur sanani tushunmadi. Kun va oyni yozing, masalan 05.12.
