### Eleven warning signs after the ILO's indicators, in plain words. Never a verdict, never a score.

utter_check_intro = Hozir o‘n bitta qisqa savol bo‘ladi. Istalganini o‘tkazib yuborishingiz mumkin. Istalgan payt tugatishingiz mumkin. Javoblar oxirida unutiladi, eng kechi { $keep_hours } soatdan keyin. Siz bilan nima bo‘lganini dastur hal qilmaydi.

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

utter_ask_check_vulnerability = Hujjat yoki pul yo‘qligidan, til bilmasligingizdan kimdir foydalanyaptimi?

utter_check_signs = Bular xavf belgilari. Himoya va yordam olishga haqingiz bo‘lishi mumkin. Siz bilan nima bo‘lganini dastur hal qilmaydi. Bu haqda operator bilan gaplashishingiz mumkin.
    .person = Operatorga yozish
    .rights = Huquqlarim
    .menu = Bosh menyu

utter_check_no_signs = Bu javoblarda dastur xavf belgisini ko‘rmadi. Bu hali hammasi yaxshi degani emas. Biror narsa tashvishga solsa, odamdan so‘rang.
    .person = Operatorga yozish
    .rights = Huquqlarim
    .menu = Bosh menyu

utter_check_stopped = Yaxshi, tugatdik. Istalgan payt yana boshlashingiz mumkin.
