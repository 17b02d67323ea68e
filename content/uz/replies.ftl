### Ready answers that operators send with /say. Short, no promises, no advice.

reply_hello = Assalomu alaykum. Men shu yordam xizmati operatoriman. Ismingizni aytish shart emas. Nima bo‘ldi?

reply_can_write = Hozir yozish Siz uchun xavfsizmi? “Ha” yoki “yo‘q” deb javob berishingiz mumkin.

reply_short = Bir so‘z bilan javob berishingiz mumkin. Hozir yozib bo‘lmasa, javob bermang.

reply_wait = Aniqlash uchun bir necha daqiqa kerak. Yana yozishingiz mumkin: operator buni ko‘radi.

reply_unsure = Menda aniq javob yo‘q. Bu haqda yuristdan so‘rash kerak.

reply_call =
    Hozircha hech qayerga qo‘ng‘iroq qilmadik. O‘zingiz hal qilasiz.

    Favqulodda xizmat: { $phone_112 }

reply_goodbye = Suhbatni shu yerda tugataman. Istalgan payt yana yozishingiz mumkin.
