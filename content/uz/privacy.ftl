### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Ism va telefon raqamingizni saqlamaymiz. Xabarlarni shu xizmat operatorlari ko‘radi. Telegram o‘z nusxasini saqlaydi. Bizdagini o‘chirish: /delete

utter_ask_erase_confirmed = Bizdagi hamma narsa hoziroq o‘chirilsinmi? Keyin qaytarib bo‘lmaydi.
    .yes = Ha, o‘chirilsin
    .no = Yo‘q

utter_nothing_erased = Yaxshi, hech narsa o‘chirilmadi.

# doubt: the two names in quotation marks must be those of Telegram's own Uzbek menu; not checked.
utter_erased =
    O‘chirildi: bizdagi yozuv, operatorlar bilan suhbat va shu chatdagi oxirgi { $wall_hours } soatlik xabarlar.

    Telefondagi izlarni, Telegram nusxalarini va skrinshotlarni o‘chira olmaymiz. Operatorlarda ikki soatgacha so‘zlaringiz yozilmagan belgi qolishi mumkin.

    Telefondagi chatni tozalash uchun uning menyusini oching. “Tarixni tozalash” yoki “Chatni o‘chirish” tugmasini bosing.
