### What to think of before travelling. Voluntary; the helpline never recommends to go or to stay.

utter_plan_intro = Bu 6 ta savol yo‘l oldidan o‘ylab olishga yordam beradi. Ketishni ham, qolishni ham maslahat bermaymiz. Istalgan savolni o‘tkazib yuborishingiz mumkin. Javoblar oxirida unutiladi, eng kechi { $keep_hours } soatdan keyin.

utter_ask_plan_debts = Uyda yoki bu yerda kimdir Sizni qarzdor deyaptimi?

utter_ask_plan_threats = Sizga yoki oilangizga kimdir tahdid qilyaptimi?

utter_ask_plan_known = Qaytishingizni Siz uchun xavfli odam bilib qolishi mumkinmi?

utter_ask_plan_documents = Yo‘l uchun kerakli hujjatlar o‘zingizdami?

utter_ask_plan_money = Yo‘lga va dastlabki kunlarga pulingiz bormi?

utter_ask_plan_children = Siz bilan bolalar ham boradimi?

utter_plan_risk_debts = Qarzni uyda ham talab qilishlari mumkin. Nima uchun qancha talab qilishayotganini eslab qoling.

utter_plan_risk_threats = Tahdidlar uyda ham davom etishi mumkin. U yerda qayerda yashash va kimga ishonish mumkin, o‘ylab ko‘ring.

utter_plan_risk_known = Qachon va qanday ketishingizni kimga aytish mumkin, o‘ylab ko‘ring. Sizni kim kutib olishini ham.

utter_plan_no_documents = Hujjatsiz chegaradan o‘tkazmasliklari mumkin. Yangi hujjat haqida elchixonadan so‘rashingiz mumkin.

utter_plan_no_money = Kutib tura olsangiz, yo‘l uchun yangi qarz olmang.

utter_plan_children = Bolaning hujjatini va ota-onasining roziligini so‘rashlari mumkin.

## At the end: the gravest risk that was named, and one next step.

utter_plan_step_danger =
    Eng katta xavf: uy Siz uchun xavfli bo‘lishi mumkin.

    Keyingi qadam: chipta olishdan oldin operatorga yozing. Odamni rasman qurbon deb tan olishgan bo‘lsa, uni roziligisiz xavfli joyga qaytarishmaydi.

utter_plan_step_documents =
    Hozir eng muhimi: hujjatlar.

    Keyingi qadam: elchixonadan so‘rash. Davlatingiz Siz haqingizda bilmasligi kerakmi? Unda avval operatorga yozing.

utter_plan_step_money =
    Hozir eng muhimi: pul.

    Keyingi qadam: chiptaga kim yordam berishini so‘rash. Odamni rasman qurbon deb tan olishgan bo‘lsa, qoidaga ko‘ra, chipta bilan yordam berishadi.

utter_plan_step_children =
    Hozir eng muhimi: bolaning qog‘ozlari.

    Keyingi qadam: qaysi qog‘ozlar kerakligini operator yoki yuristdan so‘rash.

utter_plan_step_ban =
    Javoblarda katta xavf ko‘rmadik. Bu hali xavf yo‘q degani emas.

    Keyingi qadam: mamlakatga kirish taqiqi bor-yo‘qligini bilib olish.

utter_plan_checklist =
    Yo‘l oldidan operator bilan gaplashib olgan yaxshi:
    - tahdid yoki qarz bormi
    - safarni kim biladi va kim kutib oladi
    - hujjatlar va pul
    - dastlabki kunlarda qayerda yashash
    - mamlakatga kirish taqiqi bormi

    Ketish-ketmaslikni Siz hal qilasiz.

utter_plan_ban =
    Deportdan (chiqarib yuborilgandan) keyin Qozog‘istonga kirish 5 yilga yopiq. Buni ketishdan oldin bilib olgan yaxshi.

    Sizda taqiq bor-yo‘qligini bilmaymiz. Operator yoki yuristdan so‘rang.
