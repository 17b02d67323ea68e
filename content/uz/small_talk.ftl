utter_thanks = Arzimaydi. Istalgan payt yozishingiz mumkin.

utter_goodbye = Yaxshi qoling. Istalgan payt yozishingiz mumkin.

utter_out_of_scope = Bu yerda huquqlar, ish, hujjatlar va xavf haqidagi savollarga javob beriladi.

utter_ask_rephrase = Dastur tushunmadi. Iltimos, boshqa so‘zlar bilan, qisqa qilib yozing.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = Dastur to‘liq tushunmadi. Mos tugma bo‘lsa, bosing. Bo‘lmasa, boshqa so‘zlar bilan, qisqa qilib yozing.

# Said instead, while the model is down or has too much to do: other words would not help.
# doubt: whether "cannot read" sounds like the machine's fault, not the writer's.
utter_unread = Dastur bu xabarni hozir o‘qiy olmayapti. Mavzuni tanlang: /menu. Operatorga yozish: /operator. Xavf bo‘lsa: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
# doubt: "jim turadi" for "is quiet": of a program, is it clear?
utter_flood =
    Dasturga ketma-ket ko‘p xabar keldi, shuning uchun hozircha jim turadi. Yangi savolni keyinroq berishingiz mumkin.

    Xavf haqida istalgan payt yozing.
    Favqulodda xizmat: { $phone_112 }

utter_detail = Rahmat. Bunday tafsilotlarni dastur tahlil qila olmaydi. Operator qila oladi.

utter_no_more = Bu haqda bu yerda boshqa narsa yozilmagan. Operator aniqroq aytishi mumkin.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
# doubt: "murojaatlar" for people who write: is it clear?
utter_no_room =
    Hozir murojaatlar juda ko‘p, shuning uchun odamni hozircha chaqirib bo‘lmaydi. Keyinroq yana urinib ko‘ring: /operator.

    Xavf haqida istalgan payt yozing.
    Favqulodda xizmat: { $phone_112 }
