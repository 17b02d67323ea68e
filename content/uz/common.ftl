### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Ha
value-no = Yo‘q
value-skip = O‘tkazib yuborish
value-stop = Tugatish
value-menu = Bosh menyu
value-person = Operatorga yozish
value-more = Batafsil
value-seen = Chatni kim ko‘radi
value-erase = Hammasini o‘chirish
value-wiping = Chat qachon o‘chsin
value-exit = Tozalab chiqish
value-cancel = Bekor qilish
value-back = Orqaga
# doubt: shortened to fit a button; does a child understand “kattalar” (grown-ups) here?
value-under_18 = 18 dan yosh, kattalar kerak
value-count_days = Kunlarni hisoblash
value-plan = Yo‘l oldidan reja
value-ban = Kirish taqiqi

## Pages, wherever a button leads to them.

value-rights = Huquqlarim
# Doubt: had to be short, as value-men_and_consent and value-at_risk; understood without the page?
value-exploitation = Ferma, uy ishi, tilanchilik
value-men_and_consent = Erkakmisiz? Rozi edingizmi?
value-at_risk = Hali tinch, lekin qo‘rqaman
value-identification = Kim qurbon deb tan oladi
value-first_days = Birinchi kun va tunlar
value-reflection_period = O‘ylash uchun 30 kun
# Doubt: “guvohlik berish” for testimony; the word of Uzbek law is “ko‘rsatuv”, which people know as a TV programme.
value-testifying = Guvohlik berish shartmi
value-police = Politsiyaga borsam
value-detained = Meni ushlashdi
value-legal_help = Yurist, zarar uchun pul
value-unpaid_wages = Pul to‘lashmayapti
value-labour_contract = Mehnat shartnomasi
value-debt_bondage = Qarz evaziga ishlatishyapti
value-online_recruitment = Internetdagi ish taklifi
value-documents_taken = Hujjatimni olib qo‘yishdi
value-immigration_status = Registratsiya, deport
value-embassy = Elchixona
value-interpreter = Tarjimon
value-shelter = Boshpana, yashash joyi
value-social_services = Yordam turlari
value-medical_help = Shifokor
value-family_threat = Oilaga tahdid
value-sexual_exploitation = Jinsiy aloqaga majburlash
value-minors = 18 ga to‘lmagan
value-helping_someone = Boshqaga yordam berish
value-safe_return = Uyga qanday qaytish mumkin
value-return_planner = Yo‘l oldidan reja
value-self_check = Menga nima bo‘lyapti?

utter_unreviewed = Bu matnni yurist hali tekshirmagan. Operatordan so‘rang.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Bu javobni yurist hali tekshirmagan, shuning uchun uni hozircha ko‘rsatmaymiz. Qog‘ozlarga imzo qo‘yishdan oldin yurist va tarjimon so‘rashingiz mumkin. Operatorga yozing: javobni u berishi mumkin.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Bosh menyu
command_language = Boshqa til
command_operator = Odamdan so‘rash
command_exit = Tozalab chiqish
command_delete = Hammasini unutish
