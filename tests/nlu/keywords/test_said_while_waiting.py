"""What people write in the middle of a conversation, in Kazakh, Kyrgyz, Uzbek and Tajik: each kind
in other words than the dialogues that judge it, and beside each what only sounds like it."""

import pytest

from flows.follow_ups import FollowUp
from flows.signals import RETRACTIONS, SILENCING, Signal
from nlu.keywords import Keywords


@pytest.mark.parametrize(
    "text",
    [
        "жоқ, қажет емес, мәселе шешілді",
        "жай тексеріп көрейін деп едім",
        "бәрі дұрыс, көмектің керегі жоқ рахмет",
        "мейли кереги жок",
        "жөн эле сынап көрөйүн деп жазгам",
        "баары жайында эми кереги жок, рахмат",
        "bo'ldi, kerakmas, o'zim gaplashib oldim",
        "узр, адашиб ёзибман",
        "hammasi joyida, hech kim kerakmas",
        "не, лозим не, худамон ҳал кардем",
        "фақат санҷида дидам",
        "ҳамааш нағз, оператор даркор нест, раҳмат",
    ],
)
def test_taking_back_is_heard_and_nothing_else_is(keywords: Keywords, text: str) -> None:
    spotted = keywords.spot(text)

    assert spotted.signals & RETRACTIONS
    assert spotted.only_signal or spotted.short


@pytest.mark.parametrize(
    "text",
    [
        "бәрі жақсы, бірақ бізді бөлмеде қамап қойды",
        "көмектің керегі жоқ деп айтқызып тұр, мені ұрады",
        "баары жакшы деп жаз деди, эшик кулпуланган",
        "hammasi yaxshi deb yozdirdi, qo'limda pichoq izi bor",
        "ҳамааш хуб, лекин моро намемонанд равем",
    ],
)
def test_what_takes_back_and_tells_more_is_read_as_a_whole(keywords: Keywords, text: str) -> None:
    assert not keywords.spot(text).only_signal


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("бастық қарап отыр", Signal.HE_IS_HERE),
        ("енем кіріп келді", Signal.HE_IS_HERE),
        ("күзетші маған қарап тұр", Signal.HE_IS_HERE),
        ("прораб келе жатыр", Signal.HE_COMES),
        ("айдоочу карап турат", Signal.HE_IS_HERE),
        ("кайненем кирип келди", Signal.HE_IS_HERE),
        ("алар келатышат", Signal.HE_COMES),
        ("qorovul kevotti", Signal.HE_COMES),
        ("прораб келаяпти", Signal.HE_COMES),
        ("qaynonam qaytib keldi", Signal.HE_IS_HERE),
        ("хўжайин қараб турибди", Signal.HE_IS_HERE),
        ("посбон даромад", Signal.HE_IS_HERE),
        ("хӯҷаинам омада истодааст", Signal.HE_COMES),
        ("ронанда нигоҳ мекунад", Signal.HE_IS_HERE),
    ],
)
def test_somebody_comes_or_looks(keywords: Keywords, text: str, signal: Signal) -> None:
    assert signal in keywords.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "әкем келесі аптада қонаққа келеді",
        "бастық жалақы туралы хатқа қарап шықты",
        "автобус качан келет",
        "кожоюн келишимди карап чыкты",
        "oylik qachon keladi",
        "boshliq arizamni ko'rib chiqdi",
        "маош кай меояд",
        "сардор шартномаро дида баромад",
    ],
)
def test_who_comes_at_another_time_silences_nobody(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).signals.isdisjoint(SILENCING)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("мына қыз сендерге не жазды", Signal.STRANGER),
        ("кім бұл?", Signal.STRANGER),
        ("бул аял эмне жазды", Signal.STRANGER),
        ("сен кимсиң", Signal.STRANGER),
        ("bu xotin nima deb yozdi", Signal.STRANGER),
        ("ким бу ўзи", Signal.STRANGER),
        ("ин духтар чӣ навишт", Signal.STRANGER),
        ("ту кистӣ", Signal.STRANGER),
        ("құлпын сындырсам бола ма", Signal.FOLLOW),
        ("өзім барып құтқарып алсам ба", Signal.FOLLOW),
        ("эшигин ачып жиберсем болобу", Signal.FOLLOW),
        ("барып сүйлөшүп көрсөмбү өзү менен", Signal.FOLLOW),
        ("o'zim borib chiqarib olsam-chi", Signal.FOLLOW),
        ("эшигини очиб берсам", Signal.FOLLOW),
        ("худам рафта халос кунам мешавад", Signal.FOLLOW),
        ("дарашро шиканам чӣ", Signal.FOLLOW),
        ("112 не сұрайды", Signal.CALL_ASKED),
        ("кайда чалам", Signal.CALL_ASKED),
        ("ularga nima deyman", Signal.CALL_ASKED),
        ("қайси рақам", Signal.CALL_ASKED),
        ("чи мепурсанд", Signal.CALL_ASKED),
        ("арқан қасымда", Signal.MEANS_AT_HAND),
        ("колумда дары бар", Signal.MEANS_AT_HAND),
        ("arqon bor oldimda", Signal.MEANS_AT_HAND),
        ("таблетка дар дастам", Signal.MEANS_AT_HAND),
        ("өзім кінәлімін бе", Signal.FAULT),
        ("күнөөм барбы менин", Signal.FAULT),
        ("менда ҳам айб борми", Signal.FAULT),
        ("айби худам аст?", Signal.FAULT),
        ("тынысы әрең шығады, баяулап қалды", Signal.UNCONSCIOUS),
        ("деми токтоп баратат", Signal.UNCONSCIOUS),
        ("nafasi zo'rg'a chiqyapti", Signal.UNCONSCIOUS),
        ("нафасаш базӯр мебарояд", Signal.UNCONSCIOUS),
        ("осында ешкім жоқ па", Signal.STATE_ASKED),
        ("көпкө күтөмбү", Signal.STATE_ASKED),
        ("navbatim nechanchi", Signal.STATE_ASKED),
        ("операторҳо ҳастанд ё не", Signal.STATE_ASKED),
        ("есімімді айтпаймын", Signal.UNNAMED),
        ("атымды айткым келбейт", Signal.UNNAMED),
        ("familiyamni yozmayman", Signal.UNNAMED),
        ("номи худро намегӯям", Signal.UNNAMED),
        ("is that legal what he does", Signal.LEGAL_ASKED),
        ("он имеет право так делать?", Signal.LEGAL_ASKED),
        ("бұл заңды ма", Signal.LEGAL_ASKED),
        ("бул мыйзамдуубу", Signal.LEGAL_ASKED),
        ("bu qonuniymi", Signal.LEGAL_ASKED),
        ("бунга ҳаққи борми", Signal.LEGAL_ASKED),
        ("ин қонунӣ аст?", Signal.LEGAL_ASKED),
        ("бастық темекі шегуге кетті", Signal.HE_HAS_GONE),
        ("кожоюн уктап калды", Signal.HE_HAS_GONE),
        ("xo'jayin uxlab qoldi", Signal.HE_HAS_GONE),
        ("хӯҷаин хоб рафт", Signal.HE_HAS_GONE),
    ],
)
def test_small_facts_and_questions(keywords: Keywords, text: str, signal: Signal) -> None:
    assert signal in keywords.spot(text).signals


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("дәріханадан дәрі алдым, қалай ішемін", Signal.MEANS_AT_HAND),
        ("курулушта аркан керек болду", Signal.MEANS_AT_HAND),
        ("dori bor, lekin puli qimmat", Signal.MEANS_AT_HAND),
        ("дору дар дорухона ҳаст?", Signal.MEANS_AT_HAND),
        ("консулдыққа өзім барсам бола ма", Signal.FOLLOW),
        ("миграциялык кызматка өзүм барсам болобу", Signal.FOLLOW),
        ("elchixonaga o'zim borsam bo'ladimi", Signal.FOLLOW),
        ("ба сафорат худам равам мешавад", Signal.FOLLOW),
        ("шартта жұмыс беруші кінәлі деп жазылған", Signal.FAULT),
        ("мыйзам боюнча иш берүүчү күнөөлүү", Signal.FAULT),
        ("shartnomada ish beruvchi aybdor deyilgan", Signal.FAULT),
        ("мувофиқи қонун корфармо гунаҳкор аст", Signal.FAULT),
    ],
)
def test_words_like_it_are_not(keywords: Keywords, text: str, signal: Signal) -> None:
    assert signal not in keywords.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "толғатып жатырмын, қасымда ешкім жоқ",
        "толгоом кармап калды",
        "suvim ketdi, to'lg'oq tutyapti",
        "дарди зоишаш гирифт",
        "ауа жетпей жатыр",
        "аба жетпей жатат",
        "ҳаво етмаяпти",
        "нафас намерасида истодааст",
        "ақша бермесең үйіңді өртейміз дейді",
        "үйүбүздү өрттөйм деп коркутат",
        "uyingni yoqib yuboraman deyapti",
        "хонаатро месӯзонам гуфт",
    ],
)
def test_danger_that_was_no_phrase(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "бөлмеде ауа аздау, терезе ашылмайды",
        "үйдү жылытыш үчүн көмүр керек",
        "uyda isitish yo'q, pechka yoqaman",
        "имрӯз ҳаво хунук аст",
        "үшінші айда тексерілуім керек, жүктімін",
        "жалақының 30 пайызы қалды",
        "oylikning 50 foizi qoldi",
        "маошнинг 30 фоизи қолди",
    ],
)
def test_everyday_words_are_no_danger_and_no_low_battery(keywords: Keywords, text: str) -> None:
    spotted = keywords.spot(text)

    assert spotted.danger is None
    assert spotted.asked is None


@pytest.mark.parametrize(
    "text",
    ["екі пайыз ғана қалды", "5 процент калды", "to'rt foiz qoldi", "се фоиз монд", "заряд бітті"],
)
def test_a_battery_that_ends(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).asked == "low_battery"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("қайтадан қазақша", "kk"),
        ("кыргызчага кайталы", "ky"),
        ("yana o'zbekcha", "uz"),
        ("боз тоҷикӣ", "tg"),
    ],
)
def test_back_to_ones_own_language(keywords: Keywords, text: str, locale: str) -> None:
    assert keywords.spot(text).wanted == locale


@pytest.mark.parametrize(
    "text", ["иә, өшіріңіз", "ооба баарын өчүрүңүз", "ha, o'chiravering", "ҳа, тоза кунед"]
)
def test_a_yes_to_erasing_in_its_own_words(keywords: Keywords, text: str) -> None:
    assert FollowUp.ERASE in keywords.spot(text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "өшірме",
        "қалай өшіруге болады",
        "өчүрбөңүз",
        "o'chirmang",
        "o'chsa nima bo'ladi",
        "пок накунед",
    ],
)
def test_what_is_no_yes_to_erasing(keywords: Keywords, text: str) -> None:
    assert FollowUp.ERASE not in keywords.spot(text).kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("қазір қауіпсіз", FollowUp.YES),
        ("азыр коопсуз", FollowUp.YES),
        ("ҳозир бехатар", FollowUp.YES),
        ("hozir xavfsiz", FollowUp.YES),
        ("ҳозир хавфсиз", FollowUp.YES),
        ("сейчас безопасно", FollowUp.YES),
        ("it is safe now", FollowUp.YES),
        ("қазір қауіпсіз емес", FollowUp.NO),
        ("азыр коопсуз эмес", FollowUp.NO),
        ("ҳозир бехатар нест", FollowUp.NO),
        ("hozir xavfsiz emas", FollowUp.NO),
        ("опасно сейчас", FollowUp.NO),
        ("not safe now", FollowUp.NO),
    ],
)
def test_an_answer_is_heard_beside_words_that_add_nothing(
    keywords: Keywords, text: str, kind: FollowUp
) -> None:
    assert keywords.spot(text).kinds == {kind}


@pytest.mark.parametrize(
    "text",
    ["сейчас", "қазір", "hozir", "now please", "ҳозир ҳаст", "hozir bor", "я уже не могу"],
)
def test_now_alone_or_beside_somebody_who_is_there_is_no_answer(
    keywords: Keywords, text: str
) -> None:
    assert keywords.spot(text).kinds.isdisjoint({FollowUp.YES, FollowUp.NO})


@pytest.mark.parametrize("text", ["nobody here", "he is not here", "бөлмөдө жалгызмын", "он спит"])
def test_that_nobody_is_there_is_heard(keywords: Keywords, text: str) -> None:
    assert Signal.HE_HAS_GONE in keywords.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "а вы родителям расскажете?",
        "мама только не узнает?",
        "а меня в детдом заберут?",
        "will u tell my parents",
        "are you going to call my parents",
        "will they put me in orphanage",
        "мамам білмесін",
        "сендер айтасыңдарма мамама",
        "апама айтпагылачы",
        "oyimga aytib qo'ymaysizlarmi",
        "ойим билмасин илтимос",
        "ба модарам нагӯед",
    ],
)
def test_what_follows_for_a_child_is_asked(keywords: Keywords, text: str) -> None:
    assert FollowUp.CHILD_NEXT in keywords.spot(text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "скажите маме что я ее любила",
        "tell my mum sorry. this is my last msg",
        "they say dont tell anyone",
        "эч кимге айтпайсын дейт",
        "хозяин узнает",
        "мама болеет дома",
    ],
)
def test_a_farewell_and_a_threat_ask_nothing_of_it(keywords: Keywords, text: str) -> None:
    assert FollowUp.CHILD_NEXT not in keywords.spot(text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "это была не шутка он сидел рядом поэтому так написала",
        "он заставил написать что все нормально",
        "it was not a joke he made me write that",
        "қалжың емес еді қасымда отырды сондықтан жаздым",
        "тамаша эмес болчу жанымда отурган ошондуктан жаздым",
        "prikol emasdi oldimda o'tirgandi shunga yozganman",
        "ўзим ёзмаганман буни у ёздирган эди",
        "шӯхӣ набуд дар паҳлӯям нишаста буд",
    ],
)
def test_what_was_taken_back_under_somebody_s_eyes_stands_again(
    keywords: Keywords, text: str
) -> None:
    assert Signal.HE_HAS_GONE in keywords.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "хозяин заставил написать расписку",
        "he made me write a paper that i owe him",
        "қожайын қолхат жаздырды",
        "кожоюн тилкат жаздырды",
        "xo'jayin tilxat yozdirdi",
    ],
)
def test_a_receipt_that_was_forced_tells_of_nobody_who_has_gone(
    keywords: Keywords, text: str
) -> None:
    assert Signal.HE_HAS_GONE not in keywords.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "можно учительнице скажу?",
        "рассказать тете?",
        "can i tell my teacher",
        "мұғалімге айтсам бола ма",
        "эжеме айтсам болобу",
        "o'qituvchimga aytsam bo'ladimi",
        "ўқитувчимга айтсам бўладими",
        "ба муаллимам гӯям?",
    ],
)
def test_whether_to_tell_a_grown_up_is_asked(keywords: Keywords, text: str) -> None:
    assert FollowUp.TELL_ADULT in keywords.spot(text).kinds


@pytest.mark.parametrize("text", ["скажите маме что я ее любила", "можно маме передать посылку"])
def test_a_message_for_a_mother_asks_nothing_of_it(keywords: Keywords, text: str) -> None:
    assert FollowUp.TELL_ADULT not in keywords.spot(text).kinds
