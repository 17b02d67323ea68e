### The second level of the menu.

# doubt: .testifying: “guvohlik berish” for testimony; the word of Uzbek law is “ko‘rsatuv”, which people know as a TV programme.
utter_ask_rights_topic = Huquqlar haqida nimani bilmoqchisiz?
    .rights = Qanday huquqlarim bor
    .testifying = Guvohlik berish shartmi
    .reflection_period = O‘ylash vaqti
    .self_check = Bu normalmi?
    .identification = Politsiyadan boshqa kim bor
    .police = Politsiyaga borsam
    .legal_help = Yurist va kompensatsiya
    .menu = Bosh menyu

utter_ask_work_topic = Ish bilan nima bo‘ldi?
    .unpaid_wages = Pul to‘lashmayapti
    .labour_contract = Mehnat shartnomasi
    .debt_bondage = Qarz evaziga ishlash
    .online_recruitment = Internetdagi ish taklifi
    .menu = Bosh menyu

utter_ask_papers_topic = Hujjatlar haqida qanday savolingiz bor?
    .documents_taken = Hujjatimni olib qo‘yishdi
    .immigration_status = Registratsiya va deport
    .embassy = Elchixona
    .interpreter = Tarjimon
    .menu = Bosh menyu

utter_ask_help_topic = Qanday yordam kerak?
    .shelter = Yashash joyi
    .social_services = Yordam turlari
    .medical_help = Shifokor
    .menu = Bosh menyu

utter_ask_people_topic = Kim yoki nima haqida so‘ramoqchisiz?
    .family_threat = Oilaga tahdid
    .sexual_exploitation = Jinsiy aloqaga majburlash
    .minors = 18 ga to‘lmagan
    .helping_someone = Boshqaga yordam berish
    .menu = Bosh menyu

utter_ask_return_topic = Qaytish haqida nimani bilmoqchisiz?
    .safe_return = Qanday qaytish mumkin
    .return_planner = Yo‘l oldidan reja
    .menu = Bosh menyu
