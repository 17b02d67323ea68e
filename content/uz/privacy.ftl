### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Ism va telefon raqamingizni saqlamaymiz. Xabarlarni shu xizmat operatorlari ko‘radi. Telegram o‘z nusxasini saqlaydi. Bizdagini o‘chirish: /delete

utter_ask_erase_confirmed = Bizdagi hamma narsa hoziroq o‘chirilsinmi? Keyin qaytarib bo‘lmaydi.
    .yes = Ha, o‘chirilsin
    .no = Yo‘q

# Asked instead while a request to the operators is open.
utter_ask_erase_confirmed_with_request =
    Bizdagi hamma narsa hoziroq o‘chirilsinmi? Operatorlarga yuborgan so‘rovingiz ham o‘chadi, ular uni boshqa ko‘rmaydi. Keyin qaytarib bo‘lmaydi.

    Faqat o‘zingizdagi chatni tozalash kerak bo‘lsa: chat menyusi, “Tarixni tozalash” («Очистить историю»). So‘rovingiz qoladi.

utter_nothing_erased = Yaxshi, hech narsa o‘chirilmadi.

# doubt: the two Uzbek names in quotation marks must be those of Telegram's own Uzbek menu; not checked.
# doubt: "taqiq" for an operator's block: is it clear?
utter_erased =
    O‘chirildi: bizdagi yozuv, operatorlar bilan suhbat va shu chatdagi oxirgi { $wall_hours } soatlik xabarlar.

    Telefondagi izlarni, Telegram nusxalarini va skrinshotlarni o‘chira olmaymiz. Operatorlarda { $stub_hours } soatgacha qisqa eslatma qolishi mumkin. Unda yozganlaringiz bo‘lmaydi. Yana { $stub_hours } soat yordamga necha marta chaqirganingizni va operator taqiqini eslab turamiz.

    Telefondagi chatni tozalash uchun uning menyusini oching. “Tarixni tozalash” («Очистить историю») yoki “Chatni o‘chirish” («Удалить чат») tugmasini bosing.

# The same for everybody where somebody else may read it: not what was there.
utter_erased_shortly = O‘chirildi.

# doubt: “Tozalab chiqish” for the menu's button, and whether the choice of times reads naturally.
utter_ask_wipe_when =
    Bu chatdagi xabarlar oxirgisidan { $wipe_hours } soat keyin o‘chiriladi. Operator bilan gaplashayotganingizda ularni o‘chirmaymiz. Eng uzog‘i: { $late_hours } soat.

    Qachon o‘chiraylik? Izlar telefonda va Telegram ichida qolishi mumkin.
    .hour = Bir soatdan keyin
    .day = Bir kundan keyin
    .late = Javoblar uzoqroq qolsin
    .now = Hoziroq

utter_wipe_hour = Yaxshi. Oxirgi xabardan bir soat keyin o‘chiramiz.

utter_wipe_day = Yaxshi. Oxirgi xabardan { $wipe_hours } soat keyin o‘chiramiz.

utter_wipe_late = Yaxshi. Sizning so‘zlaringizni { $wipe_hours } soatdan keyin o‘chiramiz. Dastur javoblari bu yerda { $late_hours } soatgacha qoladi.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Rahmat. Salomat bo‘ling!
