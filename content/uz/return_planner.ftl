### What to think of before travelling. Voluntary; the helpline never recommends to go or to stay.

utter_plan_intro = Bu olti savol yo‘l oldidan o‘ylab olishga yordam beradi. Ketishni ham, qolishni ham maslahat bermaymiz. Istalgan savolni o‘tkazib yuborishingiz mumkin. Javoblar oxirida unutiladi, eng kechi { $keep_hours } soatdan keyin.

utter_ask_plan_debts = Uyda yoki bu yerda kimdir Sizni qarzdor deyaptimi?

utter_ask_plan_threats = Sizga yoki oilangizga kimdir tahdid qilyaptimi?

utter_ask_plan_known = Qaytishingizni Siz uchun xavfli odam bilib qolishi mumkinmi?

utter_ask_plan_documents = Yo‘l uchun kerakli hujjatlar o‘zingizdami?

utter_ask_plan_money = Yo‘lga va dastlabki kunlarga pulingiz bormi?

utter_ask_plan_children = Siz bilan bolalar ham boradimi?

utter_plan_risk_debts = Qarzni qaytganingizdan keyin ham talab qilishlari mumkin. Unda nima qilishni yo‘l oldidan operator bilan gaplashib oling.

utter_plan_risk_threats = Tahdidlar uyda ham davom etishi mumkin. Qayerda yashash va kimga ishonishni yo‘l oldidan operator bilan gaplashib oling.

utter_plan_risk_known = Qachon va qanday ketishingizni kimga aytish mumkinligini o‘ylab ko‘ring. Sizni kim va qayerda kutib olishini operator bilan gaplashib oling.

utter_plan_no_documents = Hujjatsiz chegaradan o‘tkazmasliklari mumkin. Elchixonadan hujjat olish mumkinmi, shuni operator bilan gaplashib oling.

utter_plan_no_money = Yo‘lga kim yordam berishi mumkinligini operatordan so‘rang. Kutib tura olsangiz, yo‘l uchun yangi qarz olmang.

utter_plan_children = Bolaning hujjatini va ota-onasining roziligini so‘rashlari mumkin. Buni yo‘l oldidan operator yoki yurist bilan gaplashib oling.

utter_plan_checklist =
    Yo‘l oldidan operator bilan gaplashib olgan yaxshi:
    - tahdid yoki qarz bormi
    - safarni kim biladi va kim kutib oladi
    - hujjatlar va pul
    - dastlabki kunlarda qayerda yashash
    - mamlakatga kirish taqiqi bormi

    Ketish yoki ketmaslikni biz hal qilmaymiz.
    .person = Operatorga yozish
    .ban = Kirish taqiqi
    .menu = Bosh menyu

# Source: rus.baq.kz 300023679 (secondary) - expulsions with a re-entry ban in 2025.
utter_plan_ban =
    Deport qilingandan (chiqarib yuborilgandan) keyin Qozog‘istonga kirish bir necha yilga taqiqlanishi mumkin. Buni ketishdan oldin bilib olgan yaxshi.

    Sizda taqiq bor-yo‘qligini bilmaymiz. Operator yoki yuristdan so‘rang.
