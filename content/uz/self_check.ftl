### Eleven warning signs after the ILO's indicators, in plain words. Never a verdict, never a score.

utter_check_intro = Hozir 11 ta qisqa savol bo‘ladi. Istalganini o‘tkazib yuborishingiz mumkin. Istalgan payt tugatishingiz mumkin. Javoblar oxirida unutiladi, eng kechi { $keep_hours } soatdan keyin. Siz bilan nima bo‘lganini dastur hal qilmaydi.

utter_ask_check_promise = Ish yoki ish haqi va’da qilinganidan boshqachami?

utter_ask_check_documents = Pasportingiz yoki boshqa hujjatlaringiz boshqa odamdami?

# "Yes" must mean a warning sign.
utter_ask_check_movement = Chiqish yoki ketish uchun ruxsat so‘rashingiz kerakmi?

utter_ask_check_isolation = Odamlar bilan ko‘rishishga yoki telefon ishlatishga to‘sqinlik qilishadimi?

# Not asked as "don't they pay you?": "yes" to that would be unclear in Uzbek.
utter_ask_check_wages = Ish haqisiz yoki va’da qilinganidan ancha kam pulga ishlayapsizmi?

utter_ask_check_debt = Sizga “qarz yoki yo‘l pulini ishlab berish kerak” deyishadimi?

utter_ask_check_threats = Sizni yoki oilangizni qo‘rqitishadimi, masalan, migratsiya politsiyasi bilan?

utter_ask_check_violence = Sizga qo‘l ko‘tarishganmi (urib-kaltaklashganmi) yoki jinsiy aloqaga majburlashganmi?

utter_ask_check_overtime = Juda ko‘p soat, dam olish kunisiz ishlaysizmi?

utter_ask_check_conditions = Uxlaydigan va ovqatlanadigan joyingiz yomon yoki xavflimi?

utter_ask_check_vulnerability = Hujjatingiz yoki pulingiz yo‘qligidan kimdir foydalanyaptimi? Yoki til bilmasligingizdan?

# After a "yes" to threats or to violence; the next question follows.
utter_check_thanks = Javob berganingiz uchun rahmat. Bunda Sizning aybingiz yo‘q. Istalgan payt operatorga yozishingiz mumkin: /operator

## At the end: the gravest sign that was named, and one next step.

utter_check_sign_violence = Eng katta xavf belgisi: kaltaklashgan yoki jinsiy aloqaga majburlashgan. Xavf bo‘lsa, { $phone_112 }. Keyingi qadam: operatorga yozish.

utter_check_sign_threats = Eng katta xavf belgisi: Sizga yoki oilangizga tahdid. U odamga rejalaringizni aytmang. Keyingi qadam: operatorga yozish.

utter_check_sign_movement = Eng katta xavf belgisi: ruxsatsiz chiqib yoki ketib bo‘lmaydi. Keyingi qadam: operatorga yozish yoki kim qurbon deb tan olishini bilish.

utter_check_sign_isolation = Eng katta xavf belgisi: odamlar bilan ko‘rishishga yoki telefon ishlatishga qo‘yishmaydi. Hech kim qaramagandagina yozing. Keyingi qadam: operatorga yozish.

utter_check_sign_documents = Eng katta xavf belgisi: hujjatlar boshqa odamda. Ularni kuch bilan olmang. Keyingi qadam: “Hujjatimni olib qo‘yishdi”ni ochish.

utter_check_sign_debt = Eng katta xavf belgisi: qarz evaziga ishlatishyapti. Nima uchun qancha talab qilishayotganini eslab qoling. Keyingi qadam: operatorga yozish.

utter_check_sign_wages = Eng katta xavf belgisi: va’da qilingandek to‘lashmaydi. Kunlarni va summalarni yozib qo‘ying. Keyingi qadam: “Pul to‘lashmayapti”ni ochish.

utter_check_sign_vulnerability = Eng katta xavf belgisi: kimdir ahvolingiz og‘irligidan foydalanyapti. Keyingi qadam: operatorga yozish yoki kim qurbon deb tan olishini bilish.

utter_check_sign_promise = Eng katta xavf belgisi: ish yoki ish haqi bilan aldashgan. Keyingi qadam: “Huquqlarim”ni ochish.

utter_check_sign_conditions = Eng katta xavf belgisi: yashaydigan joyingiz yomon yoki xavfli. Keyingi qadam: operatorga yozib, boshpana haqida so‘rash.

utter_check_sign_overtime = Eng katta xavf belgisi: dam olishsiz ish. Necha soat ishlaganingizni yozib boring. Keyingi qadam: “Huquqlarim”ni ochish.

utter_check_signs = Himoya va yordam olishga haqingiz bo‘lishi mumkin. Siz bilan nima bo‘lganini dastur hal qilmaydi. Odam savdosi qurboni deb tan olishlarini o‘zingiz so‘rashingiz mumkin.

utter_check_no_signs = Bu javoblarda dastur xavf belgisini ko‘rmadi. Bu hali hammasi yaxshi degani emas. Biror narsa tashvishga solsa, odamdan so‘rang.

utter_check_stopped = Yaxshi, tugatdik. Istalgan payt yana boshlashingiz mumkin.
