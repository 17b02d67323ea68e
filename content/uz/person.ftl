### Waiting for a human, and talking with one.

# Who tells the police. Pages take it in: what isn't known of this hotline is said to be asked.
said_confidentiality =
    Boshpana, kasalxona va jamoat tashkilotlari bunday hollarni politsiyaga aytishi shart. { $hotline_police ->
        [if_asked] Xizmatimiz operatorlari politsiyaga faqat o‘zingiz so‘rasangiz aytadi.
        [must_tell] Xizmatimiz operatorlari ham politsiyaga aytishi shart.
       *[unknown] Xizmatimiz operatorlari politsiyaga aytadimi, avval o‘zlaridan so‘rang.
    }

utter_waiting_for_operator =
    So‘rovingiz shu yordam xizmati operatorlariga yuborildi. Ular qachon javob berishini aniq bilmaymiz.

    Operatorlar so‘rovingizni, tilingizni, qaysi javoblarimizni o‘qiganingizni va bundan keyingi hamma yozganlaringizni ko‘radi. Ism va telefon raqamingizni ularga bermaymiz.

    { $hotline_112 ->
        [never] Operatorlar o‘zlari hech qayerga qo‘ng‘iroq qilmaydi. Xavf bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }
        [if_asked] Siz so‘rasangiz, operatorlar { $phone_112 } ga qo‘ng‘iroq qilishi mumkin.
        [in_danger] Kimningdir hayoti xavfda bo‘lsa, operatorlar { $phone_112 } ga qo‘ng‘iroq qilishi mumkin.
       *[unknown] Kimningdir hayoti xavfda bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }
    }

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

utter_operator_transferred =
    So‘rovingiz boshqa operatorga berilmoqda. U qachon javob berishini aniq bilmaymiz.

    Xavf bo‘lsa: { $phone_112 }

utter_operator_snoozed =
    So‘rovingiz operatorlarda qoladi. Yana yozishingiz mumkin: operatorlar buni ko‘radi. Ular qachon javob berishini aniq bilmaymiz.

    Xavf bo‘lsa: { $phone_112 }

utter_closed =
    Operator suhbatni tugatdi. { $follow_hours } soat ichida yozsangiz, buni yana operatorlar ko‘radi.

    Keyinroq ham yozishingiz mumkin.

    Xavf bo‘lsa: { $phone_112 }

# No operator had answered: nobody can have ended a conversation.
utter_closed_unanswered =
    Operatorlar so‘rovingizni yopdi. { $follow_hours } soat ichida yozsangiz, buni yana ular ko‘radi.

    Xavf bo‘lsa: { $phone_112 }

utter_closed_hours =
    Hozir operatorlar ishlamayapti. Keyingi ish vaqti: { $next_opening }.

    So‘rovingiz navbatda qoladi. Shoshilinch so‘rovlar oldinda turadi.

    Xavf bo‘lsa: { $phone_112 }
