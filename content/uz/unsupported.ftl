### What the helpline doesn't take: neither kept nor passed on.

utter_unsupported_picture = Rasmni saqlamadik va hech kimga bermadik. Undan Sizni yoki joyni tanib olishlari mumkin. Iltimos, so‘z bilan yozing.

utter_unsupported_voice = Ovozli xabarni eshitmadik, saqlamadik va hech kimga bermadik. Ovozidan odamni tanib olishlari mumkin. Iltimos, so‘z bilan yozing.

utter_unsupported_file = Faylni ochmadik, saqlamadik va hech kimga bermadik. Unda shaxsiy ma’lumotlar bo‘lishi mumkin. Iltimos, so‘z bilan yozing.

utter_unsupported_sticker = Dastur stikerni tushunmaydi. Uni saqlamadik va hech kimga bermadik. Iltimos, so‘z bilan yozing.

utter_unsupported_contact = Kontaktni saqlamadik va hech kimga bermadik. Telefon raqamlari bizga kerak emas. Iltimos, so‘z bilan yozing.

utter_unsupported_location =
    Xaritadagi joyni saqlamadik va hech kimga bermadik. Qayerda ekaningizni kuzatmaymiz.

    Odamlarni biz yubormaymiz, { $phone_112 } yuborishi mumkin. Xohlasangiz, joyni so‘z bilan yozishingiz mumkin.

utter_unsupported_other = Dastur bunday xabarni tushunmaydi. Uni saqlamadik va hech kimga bermadik. Iltimos, so‘z bilan yozing.

# In danger, below the answer to a voice message or a picture; a question with buttons follows.
utter_one_press = Gapirish mumkin bo‘lsa: { $phone_112 }. Yozish shart emas: bir marta bosish yetarli.
