# The line with the children's number vanishes as long as no test call is fresh.
utter_under_18 =
    Yozganingiz yaxshi bo‘ldi. Yordam so‘rash uyat emas.

    Operatorlarga xabar berdik. Ular — kattalar. Ismingizni aytish shart emas.

    Hozir qo‘rqinchli bo‘lsa, qo‘ng‘iroq qilishingiz mumkin: { $phone_112 }
    Bolalar telefoni: { $phone_111 }. U yerda qo‘ng‘iroqlarni qayd qilishadi. Politsiya yoki vasiylik organiga xabar berishlari mumkin.
