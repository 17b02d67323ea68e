### Waiting for a human, and talking with one.

utter_waiting_for_operator =
    So‘rovingiz shu yordam xizmati operatorlariga yuborildi. Ular qachon javob berishini aniq bilmaymiz.

    Operatorlar so‘rovingizni, tilingizni, qaysi javoblarimizni o‘qiganingizni va bundan keyingi hamma yozganlaringizni ko‘radi. Ism va telefon raqamingizni ularga bermaymiz.

    Kimningdir hayoti xavfda bo‘lsa, operator { $phone_112 } ga qo‘ng‘iroq haqida Siz bilan gaplashishi mumkin.

    So‘rovni bekor qilishingiz mumkin.
    .cancel = So‘rovni bekor qilish

utter_still_waiting =
    So‘rovingiz operatorlarda, lekin hali hech kim javob bermadi. Yana yozishingiz mumkin: operator buni ko‘radi.

    Xavf bo‘lsa: { $phone_112 }

utter_withdrawn = So‘rov bekor qilindi. Yangi xabarlar operatorlarga bormaydi. Istalgan payt yana operatorga yozishingiz mumkin.

utter_ask_wants_person = Kechirasiz, dastur Sizni tushunmadi. Sizga dastur emas, operator javob bersinmi?
    .yes = Ha, operator kerak
    .no = Yo‘q

utter_operator_joined = Endi bu yerda odam bor — yordam xizmati operatori. Xabarlaringizni dastur emas, operator o‘qiydi.

utter_operator_left = Operator suhbatdan chiqdi. Endi yana dastur javob beradi. Istalgan payt yana operatorga yozishingiz mumkin.

utter_operator_requeued =
    Bu operator suhbatni to‘xtatishga majbur bo‘ldi. So‘rovingiz yana operatorni kutyapti.

    Xavf bo‘lsa: { $phone_112 }

utter_closed =
    Operator suhbatni tugatdi. Ikki soat ichida yozsangiz, buni yana operatorlar ko‘radi.

    Keyinroq ham yozishingiz mumkin.

    Xavf bo‘lsa: { $phone_112 }

# No operator had answered: nobody can have ended a conversation.
utter_closed_unanswered =
    Operatorlar so‘rovingizni yopdi. Ikki soat ichida yozsangiz, buni yana operatorlar ko‘radi.

    Xavf bo‘lsa: { $phone_112 }

utter_closed_hours =
    Hozir operatorlar ishlamayapti. Keyingi ish vaqti: { $next_opening }.

    So‘rovingiz navbatda qoladi. Shoshilinch so‘rovlar oldinda turadi.

    Xavf bo‘lsa: { $phone_112 }
