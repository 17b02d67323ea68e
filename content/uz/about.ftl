utter_bot_identity =
    Bu yerda odam emas, dastur javob beradi. U so‘zlarni sun’iy intellekt yordamida taniydi. Keyin tayyor javobni tanlaydi va xato qilishi mumkin.

    Operatorlar — odamlar. Ularga istalgan payt yozishingiz mumkin, lekin javob darrov kelmasligi mumkin.

    Biz huquqlar, ish, hujjatlar va xavf haqida yozamiz. Dastur yurist o‘rnini bosmaydi.
