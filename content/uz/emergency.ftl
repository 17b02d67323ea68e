### Danger. Somebody else may look at the screen: short, no alarming words, no promise.

utter_emergency =
    Xabaringiz operatorlarga yuborildi.

    Gapirish mumkin bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }. Bu bepul, kechayu kunduz. U yerda ism va aniq manzil so‘raladi.

    Biz o‘zimiz hech qayerga qo‘ng‘iroq qilmadik.

utter_emergency_medical =
    Xabaringiz operatorlarga yuborildi.

    Tez yordam: { $phone_103 }
    Favqulodda xizmat: { $phone_112 }

    Iloji bo‘lsa, o‘zingiz qo‘ng‘iroq qiling va hozir nima qilishni so‘rang. Biz o‘zimiz hech qayerga qo‘ng‘iroq qilmadik.

utter_emergency_self_harm =
    Yozganingiz yaxshi bo‘ldi. Hozir Sizga juda og‘ir. Bu haqda gapirsa bo‘ladi.

    Xabaringiz operatorlarga yuborildi. Shu chatda qoling va yoza olsangiz, yozing. Bitta so‘z ham yetadi.

    Iloji bo‘lsa, ishongan odamingiz yonida bo‘ling. Istalgan payt qo‘ng‘iroq qilishingiz mumkin: { $phone_112 }

utter_emergency_detained =
    Xabaringiz operatorlarga yuborildi.

    Shunday deyishingiz mumkin:
    - “Menga tarjimon va yurist kerak”
    - «Мне нужны переводчик и юрист»
    - «Маған аудармашы мен заңгер керек»

    Rad etish xavfsiz bo‘lsa, tushunmagan narsangizga imzo qo‘ymang. Ahvolingiz yomonmi? Shifokor so‘rang.

utter_emergency_minor =
    Yozganingiz yaxshi bo‘ldi. Xabaringiz operatorlarga yuborildi.

    Hozir xavf bo‘lsa, qo‘ng‘iroq qilishingiz mumkin: { $phone_112 }. Qo‘ng‘iroq bepul.

    Ismingizni bizga aytish shart emas. Biz o‘zimiz hech qayerga qo‘ng‘iroq qilmadik.

utter_ask_can_write = Hozir yozish Siz uchun xavfsizmi?
    .yes = Ha
    .no = Yo‘q
    .not_in_danger = Menga xavf yo‘q

# The ticket stays: only an operator lowers its urgency.
utter_not_in_danger =
    Yaxshi. Operatorlar “xavf yo‘q” deganingizni ko‘radi. So‘rovingiz ularda qoladi.

    Yana savol berishingiz mumkin. Xavf bo‘lib qolsa, shuni yozing.

# At most 60 characters.
utter_stay_silent = Siz yozmaguningizcha jim turamiz.

utter_go_on_writing = Qisqa javob berishingiz mumkin. Faqat “ha” yoki “yo‘q” deb yozishingiz mumkin. Ism va manzilingiz bizga kerak emas.

utter_ask_danger_now = Hozir nima bo‘lyapti? Bitta tugmani bosish kifoya.
    .locked = Chiqa olmayapman
    .moved = Meni olib ketishyapti
    .escaped = Chiqib ketdim
    .hurt = Shifokor kerak
    .other_person = Bu men haqimda emas
    .other = Boshqa holat

utter_danger_locked =
    Derazadan chiqishga urinmang va eshikni buzmang: qattiq jarohat olishingiz mumkin.

    Odamlarni biz yubormaymiz, { $phone_112 } yuborishi mumkin. Past ovozda gapira olsangiz, qo‘ng‘iroq qiling. U yerda ism va aniq manzil so‘raladi.

    Do‘kon yozuvi (viveska), ko‘cha nomi yoki uy raqamiga hech kim sezmasagina qarang. Xohlasangiz, joyni shu yerga ham yozing: uni operator ko‘radi.

utter_danger_moved =
    Atrofga hech kim sezmasagina qarang. Mashina raqami, yo‘l belgisi, zapravka nomi asqotadi.

    Odamlarni biz yubormaymiz, { $phone_112 } yuborishi mumkin. Gapira olsangiz, qo‘ng‘iroq qiling.

    Xohlasangiz, ko‘rganingizni ikki so‘z bilan shu yerga ham yozing: uni operator ko‘radi.

utter_danger_escaped =
    Yorug‘ va odamlar bor joyda bo‘lgan yaxshi: dorixona, zapravka, kasalxona. U yerda telefon so‘rashingiz mumkin.

    Favqulodda xizmat: { $phone_112 }. Telefonda pul bo‘lmasa ham, qo‘ng‘iroq bepul.

utter_danger_hurt =
    Tez yordam: { $phone_103 }
    Bog‘lana olmasangiz: { $phone_112 }

    Hozir nima qilishni dispetcherdan so‘rang. Iloji bo‘lsa, qayeringiz og‘riyotganini shu yerga bir so‘z bilan yozing.

# Whoever reports somebody else. Nobody asks for the other person's name or place.
utter_danger_other_person =
    O‘zingiz aralashmang: u odamga ham, Sizga ham zarar yetkazishlari mumkin.

    Har kim qo‘ng‘iroq qilishi mumkin: { $phone_112 }. U yerda nima bo‘lgani, ism va aniq manzil so‘raladi.

    Nima ko‘rayotganingizni shu yerga qisqa yozishingiz mumkin. U odamning ismi kerak emas.

utter_danger_other =
    Nima bo‘layotganini qisqa yozing. Ikkita so‘z yetadi.

    Gapirish mumkin bo‘lsa: { $phone_112 }

# Beside an answer to whoever tells of danger once more: nothing but the number.
utter_call_if_you_can = Gapirish mumkin bo‘lsa: { $phone_112 }

# Asked whether to get out by a window, on a screen that somebody else may read: not to, and the number.
utter_danger_window =
    Derazadan chiqishga urinmang va eshikni buzmang: qattiq jarohat olishingiz mumkin.

    Gapirish mumkin bo‘lsa: { $phone_112 }

# The phone goes out: one number, one place, one question.
utter_low_battery =
    { $phone_112 }
    Yorug‘ va odamlar bor joyda bo‘lgan yaxshi.

    Odamlarni biz yubormaymiz, { $phone_112 } yuborishi mumkin. Xohlasangiz, shu yerga bitta do‘kon yozuvini (viveska) yoki bekat nomini yozing: operator ko‘radi.

utter_write_shortly =
    Eng muhimini qisqa yozing.

    Xavf bo‘lsa: { $phone_112 }

# Said in place of the page while an operator is looked for. At most 240 characters.
utter_immigration_status_brief = Deport qilish-qilmaslikni sud hal qiladi. Suddan oldin va qog‘ozlarga imzo qo‘yishdan oldin yurist va tarjimon so‘rashingiz mumkin. Operatordan so‘rang.

utter_documents_taken_brief =
    Tortishmang va hujjatni kuch bilan olmang: Sizga zarar yetkazishlari mumkin.

    Hujjatsiz ham yordam so‘rashingiz mumkin. Suratini yoki nusxasini hech kim topolmaydigan joyda saqlang.

    Sizga tahdid qilishsa yoki chiqarishmasa: { $phone_112 }

utter_legal_help_brief =
    Sizni rasman qurbon deb tan olishgan bo‘lsa, yuristdan bepul maslahat olishga haqingiz bor.

    Tan olishguncha operatordan so‘rang: hozir qayerda yurist bor?

utter_reflection_period_brief =
    Qurbon deb tan olingan xorijlikka qonun o‘ylashga vaqt beradi: kamida 30 kun.

    Tan olishguncha bu qoidalar yo‘q. Shuning uchun tan olishni va yuristni ertaroq so‘rang.

utter_identification_brief =
    Tan olishni o‘zingiz so‘rashingiz mumkin.

    Buni birga hal qilishadi:
    - politsiya
    - akimatning ijtimoiy xizmati
    - boshpana yoki yordam beradigan boshqa tashkilot
    - jamoat tashkiloti

    Demak, politsiya Siz haqingizda biladi.

utter_labour_contract_brief =
    Shartnomasiz ish uchun ish beruvchiga jarima solishlari mumkin. Lekin ruxsatsiz ish uchun Sizni ham jazolashlari mumkin.

    Rad etish xavfsiz bo‘lsa, bo‘sh qog‘ozga imzo qo‘ymang. Imzo qo‘yib bo‘ldingizmi? Buni yuristga aytib bering.

utter_rights_brief =
    Odamni rasman qurbon deb tan olishgan bo‘lsa, u so‘rashi mumkin:
    - shifokor, psixolog, yurist maslahati
    - yashash joyi va ovqat
    - xorijlik bo‘lsa: politsiya haqida o‘ylashga va shu yerda yashab turishga vaqt

utter_family_threat_brief =
    Tahdid qilayotgan odamga rejalaringizni aytmang.

    Yaqinlarni sezdirmasdan ogohlantirish haqida operator bilan gaplashishingiz mumkin.

    Qozog‘istondagi yaqinlarga hozir xavf bo‘lsa: { $phone_112 }

utter_embassy_brief =
    Mamlakatingiz elchixonasi yoki konsulligidan yangi pasport va uyga yo‘l haqida so‘rashingiz mumkin. Yordam berish-bermaslikni uning o‘zi hal qiladi.

    Davlatingiz Siz haqingizda bilishini istamaysizmi? Avval operator bilan gaplashing.

utter_safe_return_brief =
    Ketish-ketmaslikni Siz hal qilasiz. Ketishni ham, qolishni ham maslahat bermaymiz.

    Qancha kutish kerak va samolyotga kim to‘laydi? Buni aniq bilmaymiz. Operator yoki yuristdan so‘rang.

utter_shelter_brief =
    Hozir bo‘sh joy bor-yo‘qligini bilmaymiz. Operator Siz bilan birga boshpana qidirib ko‘rishi mumkin. Qabul qilish-qilmaslikni boshpana hal qiladi.

    O‘zingiz borsangiz ham bo‘ladi: arizani hozir yashayotgan joyingizda yozasiz. Bolalarni ota yoki onasi bilan qabul qilishadi.

utter_interpreter_brief =
    “Menga tarjimon kerak” degan so‘zni ko‘rsatishingiz yoki aytishingiz mumkin:
    - “Мне нужен переводчик” (ruscha: mne nujen perevodchik)
    - “Маған аудармашы керек” (qozoqcha: mag‘an audarmashi kerek)

utter_medical_help_brief =
    Shoshilinch bo‘lsa: { $phone_103 }
    Bog‘lana olmasangiz: { $phone_112 }

    Rozi bo‘lsangiz, kasalxona yordam olishga yuborishi ham mumkin.

# See pages/unpaid_wages.md.
utter_unpaid_wages_brief =
    Pul to‘lashmayaptimi yoki va’da qilinganidan ancha kam to‘lashyaptimi? Buning uchun ish beruvchiga jarima solishlari mumkin. Shartnomasiz ish uchun ham.

    Ruxsatsiz ishlaganmisiz? Shikoyatdan oldin yuristdan so‘rang: buning uchun deport qilishlari ham mumkin.

# See pages/debt_bondage.md: its first paragraph names a sign.
utter_debt_bondage_brief =
    Bunday qarzni to‘lash kerakmi? Buni aniq bilmaymiz. Operator yoki yuristdan so‘rang.

    Kutib tura olsangiz, yangi qarz olmang. Rad etish xavfsiz bo‘lsa, tushunmagan qog‘ozingizga imzo qo‘ymang.

# See pages/testifying.md.
utter_testifying_brief =
    Qurbon deb tan olishlari va yordam berishlari uchun jinoyat ishi kerak emas. Lekin Siz bilan suhbat bo‘ladi.

    Ariza berishdan oldin yuristdan so‘rang.

# See pages/police.md.
utter_police_brief =
    Politsiyaga borish-bormaslikni Siz tanlaysiz. Bundan oldin yurist bilan gaplashib, tarjimon so‘ragan yaxshi.

    Hozir xavf bo‘lsa: { $phone_112 }

# While nobody has claimed. Somebody may read "yes" into it: it says what is true and no more.
utter_nobody_answered =
    Xabaringiz operatorlarda, lekin hali hech kim javob bermadi. Oldingizga hech kim kelmayapti.

    Iloji bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }

# The next ones: one short line, at most 60 characters.
utter_received = Xabaringiz keldi. Hali javob yo‘q. Hech kim kelmayapti.

# The same while somebody may be looking on: at most 20 characters.
utter_received_quiet = Qabul qilindi.

# Also said for a request without danger, where the person need not be first in the line.
utter_nobody_free =
    Hozircha birorta operator javob bermadi. So‘rovingiz navbatda, shoshilinch so‘rovlar oldinda turadi.

    Xavf bo‘lsa: { $phone_112 }
    Ko‘chada bo‘lsangiz, yorug‘ va odamlar bor joyda bo‘lgan yaxshi.

utter_still_nobody =
    Operatorlardan hali hech kim javob bermadi. Yana bir navbatchiga xabar yubordik.

    Politsiya va tez yordamni chaqirmadik. Xavf bo‘lsa, o‘zingiz qo‘ng‘iroq qiling: { $phone_112 }

    So‘rovingiz ochiq qoladi.
