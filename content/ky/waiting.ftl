### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = Саат { $since } тартып күтүп жатасыз. Эч ким жооп бере элек. Өтүнүчүңүз ачык.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
utter_wait_stranger = Бул баарына жардам берүү кызматы. Кандай жардам керек?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Телефонду коюңуз. Коопсуз болгондо жазыңыз.

# At most 60 characters.
utter_wait_later = Жакшы. Мүмкүн болгондо жазыңыз.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = Жакшы. Каалаган убакта жазса болот.

utter_wait_signs =
    Билдирүүңүз операторлорго кетти. Азыр жазуу кооптуу болсо, жазбаңыз.

    Коркунуч болсо: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
# Doubt: «мени мажбурлап алып баратышат» for "I am being taken against my will".
utter_wait_border =
    Каалаган чек арачыга же полицияга мындай десе болот: «Баргым келбейт, мени мажбурлап алып баратышат. Жардам бериңиз». Жаныңызда эч ким укпаганда айткан жакшы.

    Офицер эмне кыларын билбейбиз. Сүйлөй алсаңыз: { $phone_112 }

# Doubt: warmth; a native speaker with counselling experience should read the texts about hurting oneself.
utter_wait_means =
    Айтканыңызга рахмат. Аны өзүңүздөн алыс коюңуз же өзүңүз андан алыстаңыз.

    Мүмкүн болсо, ишенген адамыңыздын жанында болуңуз.

    Азыр бир нерсе кылып коё турган болсоңуз, чалыңыз: { $phone_103 } же { $phone_112 }

utter_wait_near = Жалгыз эмес экениңиз жакшы. Ал адам Сизге кооптуу болбосо, анын жанында болуңуз.

utter_wait_swallowed =
    Тез жардам: { $phone_103 } же { $phone_112 }. Мүмкүн болсо, азыр чалыңыз.

    Кустурбаңыз. Кутусун дарыгерлерге сактап коюңуз.

# Doubt: the first aid words; somebody medical who speaks Kyrgyz should read them.
utter_wait_unconscious =
    Тез жардам: { $phone_103 } же { $phone_112 }

    Дем алып жатса: капталына жаткырып, башын артка кайрыңыз.

    Дем албаса: көкүрөктүн ортосун катуу басыңыз, кайра-кайра. Оозуна эч нерсе салбаңыз.

utter_wait_bleeding =
    Тез жардам: { $phone_103 } же { $phone_112 }

    Жараны кездеме же колуңуз менен катуу басыңыз. Жардам келгенче баса бериңиз. Жарадан чыгып турган нерсени сууруп албаңыз.

utter_wait_birth =
    Тез жардам: { $phone_103 } же { $phone_112 }. Мүмкүн болсо, азыр чалыңыз.

    Кандай жеңил болсо, ошондой отуруңуз, туруңуз же жатыңыз. Суу ичсе болот. Баланы тартпаңыз. Киндигин кеспеңиз.

    Баланы аарчып, апасынын жылаңач денесине жаткырыңыз. Экөөнү тең жаап коюңуз.

utter_wait_smoke =
    Таза абага чыгыңыз. Чыга албасаңыз, терезе менен эшиктерди ачыңыз.

    Тез жардам: { $phone_103 }. Өрт же газ: { $phone_112 }

# Doubt: «ыйлаакча» for a blister.
utter_wait_burn =
    Күйгөн жерди 20 мүнөт салкын аккан сууга кармап муздатыңыз. Дененин калганын жылуу кармаңыз.

    Муз, май же крем койбоңуз. Ыйлаакчаларды жарбаңыз. Жабышып калган кийимди чечпеңиз.

    Тез жардам: { $phone_103 } же { $phone_112 }

utter_wait_cold =
    Шамалдан ыкташыңыз. Суу кийимди кургак жерде алмаштырыңыз. Оронуп, башыңызды жабыңыз.

    Терини сүртпөңүз, арак ичпеңиз. Начарласа: { $phone_103 } же { $phone_112 }

utter_wait_thirst =
    Суу болсо, алгач суу ичиңиз, аз-аздан ууртап. Туз кошпоңуз. Жылуу жерде же көлөкөдө эс алыңыз.

    Кимдир бирөө сөзүн чаташтырса же эсинен танса: { $phone_103 } же { $phone_112 }

# Neither pay nor don't: nobody here can judge that.
utter_wait_ransom =
    Суранам, акча тууралуу жалгыз чечпеңиз. Бул жерге жазса болот: оператор көрөт.

    Үй-бүлөңүз азыр коркунучта болсо, алар өздөрү турган жердеги полицияга чалса болот.

utter_wait_cannot_call =
    Телефондо акча жок болсо же SIM-карта блоктолсо да, чалса болот: { $phone_112 }

    Сүйлөөгө болбосо, бул жерге жазыңыз. Оператор көрөт.

utter_wait_abroad =
    Башка өлкөдө шашылыш жардам номери башка болушу мүмкүн.

    Коркпосоңуз, өз элчилигиңизге же консулдугуңузга кайрылсаңыз болот. Же ошол жердеги полицияга.

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Алардын артынан барбаңыз. Алар менен талашпаңыз, алардын көзүнчө сурабаңыз.

    Бирөөнүн өмүрү коркунучта болсо: { $phone_112 }. Кийин, коопсуз жерде, көргөнүңүздү жазып коюңуз.

utter_wait_meeting =
    Суранам, жолугушууга барбаңыз. Ишенген чоң кишиге айтыңыз.

    Коркуп жатсаңыз, эл бар жерге барыңыз. Чалыңыз: { $phone_112 }

utter_wait_pictures =
    Сиз күнөөлүү эмессиз. Эми эч нерсе жөнөтпөңүз, акча төлөбөңүз.

    Жооп бергениңизди токтотуңуз. Алардын билдирүүлөрүн өчүрбөңүз. Ишенген чоң кишиге бүгүн айтыңыз.

utter_wait_afraid =
    Жазганыңызга рахмат. Сиз күнөөлүү эмессиз. Каалаганда жооп берсеңиз болот.

    Коркунуч болсо: { $phone_112 }

utter_wait_unnamed = Ушул кызматтын операторлору билдирүүлөрдү көрөт. Бул жерде атыңызды айтуунун кереги жок. Ал эми { $phone_112 } атыңызды жана так даректи сурайт.

## One small question a message; each may be ignored

utter_ask_wait_hurt = Кимдир бирөө жаракат алганбы же ооруйбу?

utter_ask_wait_call = Эч ким укпагандай кылып телефон менен сүйлөшө аласызбы?

utter_wait_call = Чалыңыз: { $phone_112 }. Эмне болгонун, так даректи жана атыңызды сурашат. Трубканы биринчи болуп койбоңуз. Бир нерсе өзгөрсө, дагы чалыңыз.

utter_wait_no_call = Түшүнүктүү. Бул жерге жазса болот, оператор көрөт. Жазуу кооптуу болуп калса, токтотуңуз. Кийин кайра жазса болот.

utter_ask_wait_bleeding = Кан катуу агып жатабы?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Жаныңызда өзүңүзгө зыян келтире турган нерсе барбы?

utter_ask_wait_alone = Азыр жаныңызда кимдир бирөө барбы?

utter_ask_wait_acted = Бир нерсе ичип же өзүңүзгө бир нерсе кылып койдуңузбу?

utter_wait_child = Сиз күнөөлүү эмессиз. Коркуткан адамга жооп бербей койсо болот. Ал сураганды кылуу милдет эмес.

utter_ask_wait_adult = Бул тууралуу чоңдордун бири билеби?

utter_wait_tell_adult = Ишенген чоң кишиге айтыңыз: тууганга, мугалимге, кошунага. Азыр коркуп жатсаңыз: { $phone_112 }

utter_wait_seen_when = Жазганыңызга рахмат. Муну качан көрдүңүз?

utter_wait_how_many = Ал жерде болжол менен канча киши бар?

utter_ask_wait_child_there = Алардын арасында бала барбы?

utter_wait_thanks = Жооп бергениңизге рахмат. Оператор көрөт.
