"""Cries for help that the keywords alone must hear, as frightened people type them."""

import pytest

from nlu.keywords import Keywords

DANGER = "urgent_danger"
HARM = "self_harm"
CHILD = "minor_at_risk"
ILL = "medical_emergency"

HEARD = [
    # Russian, also in Latin letters, in capitals, with letters astray
    ("меня заперли в бытовке, ключ у прораба", DANGER),
    ("МЕНЯ ЗАПЕРЛИИИ", DANGER),
    ("zaperli nas s sestroi v dome", DANGER),
    ("nas ne vypuskayut uje nedelu", DANGER),
    ("нас не выпускют из цеха", DANGER),
    ("он опять избил меня и сказал что убьет", DANGER),
    ("у него нож, он стоит под дверью", DANGER),
    ("сегодня ночью нас увозят не знаем куда", DANGER),
    ("сбежала от хозяина, он меня ищет", DANGER),
    ("помогите!!!", DANGER),
    ("спасите пожалуйста", DANGER),
    ("жить больше не хочу", HARM),
    ("хочу умереть и всё", HARM),
    ("hochu umeret", HARM),
    ("мне 14 лет, тетя заставляет просить деньги", CHILD),
    ("девочку лет двенадцати бьют за стеной", CHILD),
    ("он без сознания и не дышит", ILL),
    ("у жены начались роды, мы на стройке", ILL),
    # English, as a second language
    ("boss lock us in container no food", DANGER),
    ("they dont let me go out of the house", DANGER),
    ("he have knife he say he kill me", DANGER),
    ("HELP", DANGER),
    ("pls help me sir", DANGER),
    ("i run from farm they looking for me", DANGER),
    ("i want to die", HARM),
    ("gonna kill myself tonight", HARM),
    ("i am 15 they make me sleep with men", CHILD),
    ("my friend is unconscious and not breathing", ILL),
    ("she is bleeding a lot", ILL),
    # Uzbek in Latin letters, with and without apostrophes
    ("bizni qamab qo'yishdi, kalit xo'jayinda", DANGER),
    ("bizni qamab qoyishdi", DANGER),
    ("meni uryapti yordam bering", DANGER),
    ("tashqariga chiqarishmayapti", DANGER),
    ("qochib chiqdim meni qidirishyapti", DANGER),
    ("o'ldiraman deyapti pichog'i bor", DANGER),
    ("ertaga meni sotib yuborishmoqchi", DANGER),
    ("yashagim kelmayapti", HARM),
    ("13 yoshdaman meni ishlatishyapti urishadi", CHILD),
    ("qon to'xtamayapti", ILL),
    ("nafas ololmayapti tez yordam chaqiring", ILL),
    # Uzbek in Cyrillic letters, with and without ў қ ғ ҳ
    ("бизни қамаб қўйишди", DANGER),
    ("бизни камаб куйишди", DANGER),
    ("эшик кулфланган, чиқаришмаяпти", DANGER),
    ("мени уряпти, ёрдам беринглар", DANGER),
    ("ўзимни ўлдирмоқчиман", HARM),
    ("ҳушидан кетди, қон кетяпти", ILL),
    ("16 ёшдаман, мени мажбурлашяпти", CHILD),
    ("erim yonida yotgim keladi, yer tagida tinch", HARM),
    ("ер тагида тинч", HARM),
    ("tuproq ostida yotsam deyman", HARM),
    # Kazakh, with and without its letters, in Latin letters
    ("мені қамап қойды, есік құлыптаулы", DANGER),
    ("мени камап койды", DANGER),
    ("bizdi kamap koidy", DANGER),
    ("көмектесіңіздер бізді ұстап отыр", DANGER),
    ("қашып шықтым, олар мені іздеп жүр", DANGER),
    ("өлтірем деп жатыр пышағы бар", DANGER),
    ("өлгім келеді", HARM),
    ("олгим келип тур", HARM),
    ("14 жастамын, мені жұмысқа салады, ұрады", CHILD),
    ("есінен танып қалды, дем ала алмай жатыр", ILL),
    # Kyrgyz
    ("бизди камап коюшту чыгарбай атат", DANGER),
    ("качып чыктым издеп жүрүшөт", DANGER),
    ("мени сабап атат жардам бергиле", DANGER),
    ("өлтүрөм деп атат", DANGER),
    ("өлгүм келип атат", HARM),
    ("мен 15темин мени үйгө жибербейт", CHILD),
    ("кан токтобой атат, эсин жоготту", ILL),
    # Tajik, with and without its letters
    ("моро дар хона қулф карданд", DANGER),
    ("моро дар хона кулф карданд", DANGER),
    ("маро мезанад ёрӣ диҳед", DANGER),
    ("гурехтам онҳо маро мекобанд", DANGER),
    ("имшаб маро мебаранд ба дигар хучаин", DANGER),
    ("мурдан мехоҳам", HARM),
    ("ман 14 сола маро зӯрӣ кор мефармоянд", CHILD),
    ("хун намеистад беҳуш шуд", ILL),
    # mixed
    ("срочно жардам керек мени камап салды", DANGER),
    ("🆘", DANGER),
    ("🆘🆘 помогите", DANGER),
    ("посбон ҳеҷ касро аз ферма намебарорад", DANGER),
]


@pytest.mark.parametrize(("text", "kind"), HEARD)
def test_a_cry_for_help_is_heard(keywords: Keywords, text: str, kind: str) -> None:
    spotted = keywords.spot(text)

    assert spotted.danger == kind
    assert not spotted.short


@pytest.mark.parametrize(
    "text",
    [
        "ладно пошутил. а вообще у нас в цеху людей держат и не выпускают",
        "в прошлом году он меня бил, сейчас опять избил",
        "раньше было нормально. теперь нас заперли",
        "last year was ok, now they lock us in the house",
        "бұрын жақсы еді. қазір мені қамап қойды",
    ],
)
def test_what_was_said_before_takes_nothing_back(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger == DANGER


@pytest.mark.parametrize(
    "text",
    [
        "нет, не безопасно",
        "мне небезопасно здесь",
        "я не в безопасности",
        "no, not safe",
        "мен қауіпсіз емеспін",
        "bu yer xavfsiz emas",
        "бу ер хавфсиз эмас",
        "бул жер коопсуз эмес",
        "ин ҷо бехатар нест",
        "меня заставляют спать с мужчинами",
        "мені еркектермен жатуға мәжбүрлейді",
        "meni erkaklar bilan yotishga majburlashyapti",
        "мени эркаклар билан ётишга мажбурлашяпти",
        "мени эркектер менен жатууга мажбурлап жатышат",
        "маро маҷбур мекунанд бо мардҳо хобам",
    ],
)
def test_not_safe_and_forced_sex_are_calls_whatever_the_model_makes_of_them(
    keywords: Keywords, text: str
) -> None:
    spotted = keywords.spot(text)

    assert spotted.danger == DANGER
    assert spotted.sure


@pytest.mark.parametrize(
    "text",
    [
        "таңертең тұрмасам екен деймін, бірақ тіркеуім өтіп кетті",
        "карта дар дасти шавҳарам, худам дар хона дар қулф",
    ],
)
def test_so_is_a_wish_or_a_lock_told_beside_a_question(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).sure


@pytest.mark.parametrize(
    "text",
    [
        "он рядом и читает телефон",
        "не звоните он услышит",
        "telefonimni tekshiryapti",
        "hes coming back now",
        "ол қазір келіп қалады жаза алмаймын",
        "ал жанымда отурат",
    ],
)
def test_somebody_looking_on_is_danger_to_be_silent_about(keywords: Keywords, text: str) -> None:
    spotted = keywords.spot(text)

    assert spotted.danger == DANGER
    assert spotted.watched


@pytest.mark.parametrize(
    "text", ["he is back gtg", "он идет", "kelyapti", "келе жатыр", "келатат", "омад"]
)
def test_a_hint_of_somebody_looking_on(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).watched


def test_the_more_particular_danger_is_named(keywords: Keywords) -> None:
    assert keywords.spot("нас бьют, мне уже не хочется жить").danger == HARM
    assert keywords.spot("нас бьют, человек без сознания").danger == ILL
    assert keywords.spot("мне 15 лет и меня бьют").danger == CHILD


def test_a_cry_is_heard_at_the_end_of_a_long_message(keywords: Keywords) -> None:
    long = "мы приехали летом и работали на стройке потом на складе у одного человека " * 20

    assert keywords.spot(long + "а теперь нас заперли и не выпускают").danger == DANGER


@pytest.mark.parametrize(
    "text",
    [
        "хотят чтоб мы заплатили за его свободу",
        "қоя беру үшін ақша сұрайды",
        "ozod qilish uchun 5000 dollar so'rayapti",
        "коё берүү үчүн 3000 доллар сурап атышат",
        "барои озод кардан 3000 доллар мепурсанд",
        "пул диҳед сар медиҳем мегӯянд",
    ],
)
def test_a_ransom_is_one_though_the_model_takes_it_for_a_fee(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).sure
