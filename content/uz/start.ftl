### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters. Sources: AI Law in force since 18 January 2026 (zakon.kz/pravo/6498326);
# what is kept: the retention table of this project.
utter_notice =
    Bu yerda odam emas, dastur javob beradi. U so‘zlarni sun’iy intellekt yordamida taniydi va xato qilishi mumkin.

    Operatorlar — odamlar. Operator so‘rasangiz, xavf yoki 18 ga to‘lmaganingiz haqida yozsangiz, ular yozganlaringizni o‘qiydi.

    Oxirgi xabardan keyin { $keep_hours } soat eslab turamiz: tilingizni, suhbat qayerga kelganini, Sizga nima ko‘rsatganimizni. Operatorga so‘rov yopilguncha saqlanadi. Telegram o‘z nusxasini saqlaydi.

    Bizdagini o‘chirish: /delete
    Hozir xavf bo‘lsa: { $phone_112 }

# The same in every locale: nobody knows yet which language the person reads.
utter_ask_locale = Til · Тил · Язык · Тіл · Забон · Language ↓

# One line: a human is being looked for meanwhile. The same in every locale.
utter_ask_locale_in_danger = Til · Тил · Язык · Тіл · Забон · Language

slot-locale =
    .uz = O‘zbekcha
    .uz-Cyrl = Ўзбекча
    .ru = Русский
    .kk = Қазақша
    .ky = Кыргызча
    .tg = Тоҷикӣ
    .en = English

# No word about letters: the Cyrillic texts are derived from this one.
utter_language_changed = Endi o‘zbekcha yozamiz.

utter_ask_seen_by_others = Bu telefonni yoki shu chatni yana kimdir ko‘rishi mumkinmi?
    .no = Yo‘q
    .yes = Ha
    .skip = O‘tkazib yuborish

utter_be_careful =
    Buni Siz hal qilasiz. Mana nima qilish mumkin:
    - yozishmani tozalash: “Tozalab chiqish”. Operatorga so‘rovingiz qoladi
    - bizdagi hamma narsani o‘chirish: /delete. So‘rov ham o‘chadi
    - qisqa yozish, biz ovozsiz javob beramiz
    - keyinroq boshqa telefondan yozish

    Izlar telefonda va Telegram ichida qolishi mumkin. Davom etmoqchi bo‘lsangiz, davom etamiz.
    .go_on = Davom etish
    .person = Operatorga yozish
    .erase = Hammasini o‘chirish

utter_unwatched = Yaxshi, odatdagidek javob beramiz. Chatni yana kimdir ko‘rsa, shuni yozing.

utter_ask_need = Nimada yordam kerak? Tugmani bosing yoki o‘z so‘zingiz bilan yozing.
    .danger = Hozir xavf ostidaman
    .person = Operatorga yozish
    .rights = Huquqlarim
    .work = Ish va pul
    .papers = Hujjatlar
    .help = Uy-joy, shifokor, yordam
    .people = Tahdid, yaqinlar, bolalar
    .return = Uyga qaytish
    .privacy = Nimalarni saqlaysiz
    .language = Boshqa til
