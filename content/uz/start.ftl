### First contact: the notice, the language, who may see the chat, the main menu.

# At most 500 characters, and short: it stands before the first help. Of AI one has to say so:
# the AI Law in force since 18 January 2026. What is kept: the retention table of this project.
utter_notice =
    Bu yerda odam emas, sun’iy intellektli dastur javob beradi. U xato qilishi mumkin.

    Operatorlar — odamlar. Operator so‘rasangiz, xavf haqida yoki 18 ga to‘lmaganingizni yozsangiz, ular yozganlaringizni o‘qiydi.

    { $keep_hours } soat eslab turamiz: til, gap nimadaligi, nima ko‘rsatganimiz. So‘rovni u yopilguncha eslab turamiz. Telegram o‘z nusxasini saqlaydi.

    Bizdagini o‘chirish: /delete
    Hozir xavf bo‘lsa: { $phone_112 }

# The same in every locale: nobody knows yet which language the person reads. The buttons name themselves.
utter_ask_locale = Til · Тил · Язык · Тіл · Забон · Language ↓

# While a human is being looked for. The same in every locale.
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

utter_be_careful =
    Buni Siz hal qilasiz. Mana nima qilish mumkin:
    - yozishmani tozalash: “Tozalab chiqish”. Operatorga so‘rovingiz qoladi
    - bizdagi hamma narsani o‘chirish: /delete. So‘rov ham o‘chadi
    - qisqa yozish, biz ovozsiz javob beramiz
    - keyinroq boshqa telefondan yozish

    Izlar telefonda va Telegram ichida qolishi mumkin. Davom etmoqchi bo‘lsangiz, davom etamiz.
    .go_on = Davom etish

utter_unwatched = Yaxshi, odatdagidek javob beramiz. Chatni yana kimdir ko‘rsa, shuni yozing.

utter_ask_need = Nimada yordam kerak? Tugmani bosing yoki o‘z so‘zingiz bilan yozing.
    .danger = Hozir xavf ostidaman
    .people = Zo‘ravonlik, tahdid, bolalar
    .work = Ish va pul
    .papers = Hujjatlar, deport
    .rights = Huquqlar, politsiya
    .help = Uy-joy, shifokor, yordam
    .return = Uyga qaytish
    .privacy = Men haqimda nimani bilasiz
    .language = Boshqa til
