### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = Soat { $since } dan beri kutyapsiz. Hali hech kim javob bermadi. So‘rovingiz ochiq.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
utter_wait_stranger = Bu hamma uchun yordam xizmati. Qanday yordam kerak?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Telefonni qo‘ying. Xavfsiz bo‘lganda yozing.

# At most 60 characters.
utter_wait_later = Yaxshi. Iloji bo‘lganda yozing.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = Yaxshi. Istalgan payt yozishingiz mumkin.

utter_wait_signs =
    Xabaringiz operatorlarga yuborildi. Hozir yozish xavfli bo‘lsa, yozmang.

    Xavf bo‘lsa: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
# Doubt: «meni majburlab olib ketishyapti» for "I am being taken against my will".
utter_wait_border =
    Istalgan chegarachiga yoki politsiyachiga shunday deyish mumkin: “Meni majburlab olib ketishyapti. Yordam bering”. Yoningizda hech kim eshitmaganda aytgan yaxshi.

    Ofitser nima qilishini bilmaymiz. Gapirish mumkin bo‘lsa: { $phone_112 }

# Doubt: warmth; a native speaker with counselling experience should read the texts about hurting oneself.
utter_wait_means =
    Aytganingiz uchun rahmat. Uni o‘zingizdan uzoqroqqa qo‘ying yoki o‘zingiz undan uzoqlashing.

    Iloji bo‘lsa, ishongan odamingiz yonida bo‘ling.

    Hozir biror narsa qilib qo‘yadigan bo‘lsangiz, qo‘ng‘iroq qiling: { $phone_103 } yoki { $phone_112 }

utter_wait_near = Yolg‘iz emasligingiz yaxshi. Bu odam Sizga xavfli bo‘lmasa, uning yonida bo‘ling.

utter_wait_swallowed =
    Tez yordam: { $phone_103 } yoki { $phone_112 }. Iloji bo‘lsa, hozir qo‘ng‘iroq qiling.

    Qustirmang. Qutisini shifokorlar uchun saqlab qo‘ying.

# Doubt: the first aid words; somebody medical who speaks Uzbek should read them.
utter_wait_unconscious =
    Tez yordam: { $phone_103 } yoki { $phone_112 }

    Nafas olayotgan bo‘lsa: yonboshlatib, boshini orqaga egib qo‘ying.

    Nafas olmasa: ko‘krak o‘rtasini qattiq bosing, qayta-qayta. Og‘ziga hech narsa solmang.

utter_wait_bleeding =
    Tez yordam: { $phone_103 } yoki { $phone_112 }

    Yarani mato yoki qo‘l bilan qattiq bosing. Yordam kelguncha bosib turing. Yaradan chiqib turgan narsani sug‘urmang.

utter_wait_pregnant =
    Tez yordam: { $phone_103 } yoki { $phone_112 }

    Homiladorlikda qon ketsa yoki qattiq og‘risa: iloji bo‘lsa, hozir qo‘ng‘iroq qiling.

    Faqat yara bo‘lsa: uni mato yoki qo‘l bilan qattiq bosing.

# Doubt: the first aid words below too; somebody medical who speaks Uzbek should read them.
utter_wait_birth =
    Tez yordam: { $phone_103 } yoki { $phone_112 }. Iloji bo‘lsa, hozir qo‘ng‘iroq qiling.

    Qaysi holat yengil bo‘lsa, shunday turing yoki yoting. Suv ichish mumkin. Bolani tortmang. Kindigini kesmang.

    Bolani arting, onasining yalang‘och badaniga yotqizing va ikkovining ustini yoping.

utter_wait_smoke =
    Toza havoga chiqing. Chiqib bo‘lmasa, deraza va eshiklarni oching.

    Tez yordam: { $phone_103 }. Yong‘in yoki gaz: { $phone_112 }

utter_wait_burn =
    Kuygan joyni 20 daqiqa salqin oqar suvda soviting. Badanning qolgan qismini issiq tuting.

    Muz, yog‘ yoki krem qo‘ymang. Pufaklarni yormang. Yopishib qolgan kiyimni yechmang.

    Tez yordam: { $phone_103 } yoki { $phone_112 }

utter_wait_cold =
    Shamoldan panaga o‘ting. Ho‘l kiyimni quruq joyda almashtiring. O‘ranib, boshingizni yoping.

    Terini ishqalamang, aroq ichmang. Yomonlashsa: { $phone_103 } yoki { $phone_112 }

utter_wait_thirst =
    Suv bo‘lsa, avval suv iching, oz-ozdan ho‘plab. Tuz qo‘shmang. Issiq joyda yoki soyada dam oling.

    Kimdir gapini chalkashtirsa yoki hushidan ketsa: { $phone_103 } yoki { $phone_112 }

# Neither pay nor don't: nobody here can judge that.
utter_wait_ransom =
    Iltimos, pul haqida bir o‘zingiz qaror qilmang. Shu yerga yozishingiz mumkin: operator ko‘radi.

    Oilangiz hozir xavfda bo‘lsa, ular o‘zlari turgan joyda politsiyaga qo‘ng‘iroq qilishi mumkin.

utter_wait_cannot_call =
    Telefonda pul bo‘lmasa yoki SIM-karta bloklangan bo‘lsa ham, qo‘ng‘iroq qilsa bo‘ladi: { $phone_112 }

    Gapirish mumkin bo‘lmasa, shu yerga yozing. Operator ko‘radi.

utter_wait_abroad =
    Boshqa davlatda favqulodda xizmat raqami boshqacha bo‘lishi mumkin.

    O‘z elchixonangiz yoki konsulligingizdan qo‘rqmasangiz, ularga murojaat qilishingiz mumkin. Yoki o‘sha yerdagi politsiyaga.

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Ularning orqasidan bormang. Ular bilan tortishmang, ularning oldida so‘ramang.

    Kimningdir hayoti xavfda bo‘lsa: { $phone_112 }. Keyin, xavfsiz joyda, ko‘rganingizni yozib qo‘ying.

utter_wait_meeting =
    Iltimos, uchrashuvga bormang. Ishongan kattangizga ayting.

    Qo‘rqsangiz, odamlar bor joyga boring. Qo‘ng‘iroq qiling: { $phone_112 }

utter_wait_pictures =
    Siz aybdor emassiz. Endi hech narsa yubormang va pul to‘lamang.

    Javob berishni to‘xtating. Ularning xabarlarini o‘chirmang. Ishongan kattangizga bugun ayting.

utter_wait_afraid =
    Yozganingiz uchun rahmat. Siz aybdor emassiz. Xohlaganingizda javob berishingiz mumkin.

    Xavf bo‘lsa: { $phone_112 }

utter_wait_unnamed = Shu xizmat operatorlari xabarlarni ko‘radi. Bu yerda ismingizni aytish shart emas. { $phone_112 } esa ismingiz va aniq manzilni so‘raydi.

utter_wait_legal =
    Chiqarishmayaptimi, kaltaklashyaptimi, telefon yoki pasportni olib qo‘yishdimi? Ikki vazirlik buyrug‘ida bular odam savdosi belgilari deyilgan.

    Odam savdosi — jinoyat. Odam savdosi bilan shug‘ullanganlarni kamida 4 yilga qamashadi.

    Xavf bo‘lsa: { $phone_112 }

## One small question a message; each may be ignored

utter_ask_wait_hurt = Kimdir yaralandimi yoki kasalmi?

utter_ask_wait_call = Hech kim eshitmaydigan qilib telefonda gaplasha olasizmi?

utter_wait_call = Qo‘ng‘iroq qiling: { $phone_112 }. Nima bo‘lgani, aniq manzil va ismingiz so‘raladi. Go‘shakni birinchi bo‘lib qo‘ymang. Biror narsa o‘zgarsa, yana qo‘ng‘iroq qiling.

utter_wait_no_call = Tushunarli. Shu yerga yozishingiz mumkin, operator ko‘radi. Yozish xavfli bo‘lib qolsa, to‘xtang. Keyin yana yozishingiz mumkin.

utter_ask_wait_bleeding = Qon ko‘p ketyaptimi?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Yoningizda o‘zingizga zarar yetkazadigan narsa bormi?

utter_ask_wait_alone = Hozir yoningizda kimdir bormi?

utter_ask_wait_acted = Biror narsa ichib yoki o‘zingizga biror narsa qilib qo‘ydingizmi?

utter_wait_child = Siz aybdor emassiz. Qo‘rqitgan odamga javob bermasangiz ham bo‘ladi. U so‘ragan narsani qilish shart emas.

utter_ask_wait_adult = Bu haqda kattalardan kimdir biladimi?

utter_wait_tell_adult = Ishongan kattangizga ayting: qarindosh, o‘qituvchi, qo‘shni. Hozir qo‘rqsangiz: { $phone_112 }

utter_wait_seen_when = Yozganingiz uchun rahmat. Buni qachon ko‘rdingiz?

utter_wait_how_many = U yerda taxminan necha kishi bor?

utter_ask_wait_child_there = Ular orasida bola bormi?

utter_wait_thanks = Javob berganingiz uchun rahmat. Operator ko‘radi.
