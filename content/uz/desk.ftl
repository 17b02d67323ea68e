### What a person is told while nobody answers, after a close, and while muted.

# doubt: “katta operatorlar” for “senior operators”
utter_called_supervisors =
    Operatorlar hali javob bermadi. Bosh operatorlarga xabar berdik.

    Politsiya va tez yordamni chaqirmadik. Xavf bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }

utter_still_nobody_here =
    Operatorlardan hali hech kim javob bermadi. Ularga bir necha marta xabar berdik.

    Politsiya va tez yordamni chaqirmadik. Xavf bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }

    So‘rovingiz ochiq qoladi.

# doubt: “oddiy so‘rovlar” for “ordinary requests”
utter_muted =
    Operatorlar hozircha bu chatdan kelgan oddiy so‘rovlarga javob bermaydi. Dastur javob berishda davom etadi.

    Xavf haqidagi xabarlarni operatorlar hozir ham ko‘radi. O‘zingiz ham qo‘ng‘iroq qilishingiz mumkin: { $phone_112 }

utter_reopened = So‘rovingiz yana operatorlarda. Ular qachon javob berishini aniq bilmaymiz.

utter_question_over = Bu suhbat tugagan. Javobingizni hech kim ko‘rmaydi. Yordam kerak bo‘lsa, yozing.
utter_write_it = O‘z so‘zingiz bilan yozing. Operator o‘qiydi.
