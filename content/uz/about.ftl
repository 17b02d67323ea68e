utter_bot_identity =
    Bu yerda odam ham, politsiya ham emas, dastur javob beradi. U so‘zlarni sun’iy intellekt yordamida taniydi. Keyin tayyor javobni tanlaydi va xato qilishi mumkin. Buning uchun pul olinmaydi.

    Operatorlar — odamlar. Ularga istalgan payt yozishingiz mumkin, lekin javob darrov kelmasligi mumkin.
