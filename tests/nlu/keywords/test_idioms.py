"""Words of danger in harmless company, and the same words as danger: a pair for each kind of guard.

The guards stand in the lexicon (`idioms`, `general`, `past`, `known`); see the head of ru.yml.
"""

import pytest

from nlu.keywords import Keywords
from nlu.keywords.lexicon import load_texts

IDIOMS = [
    # light verbs and set phrases: one of their words alone would be danger
    ("маро занг зад", "маро зад"),
    ("хучаин маро гап зад", "хучаин маро зад"),
    ("he keeps me busy", "he keeps me here"),
    ("suicide squad is on tv", "i think of suicide"),
    ("мать купила мне кота, у меня украли сумку", "у меня украли ребенка"),
    ("паспорт в сейфе заперт", "мы тут заперты"),
    ("сейфте құлыптаулы", "есік құлыптаулы"),
    ("пияз туурап колумду кесип алдым", "венамды кестим"),
    ("sumkamni o'g'irlab ketishdi", "bolamni o'g'irlab ketishdi"),
    ("паспортымды кепілге ұстап отыр", "мені кепілге ұстап отыр"),
    # what the writer locks is no prison
    ("eshikni o'zim ichkaridan qulflab yotaman", "eshikni tashqaridan qulflab ketdi"),
    ("эшикти өзүм ичинен бекитем", "эшикти сырттан бекитип кетти"),
    ("дарвозаро худам қулф мекунам", "дарвозаро қулф карданд"),
    # the danger itself is what is asked or denied
    ("шелтерда қамаб қўйишмайдими", "бизни қамаб қўйишди"),
    ("милиция мени камап салбайбы", "мени камап салды"),
    ("қожайын ұрмайды", "қожайын мені ұрады"),
    ("meni urmaydi", "meni uradi"),
    # work and prices tie, prices and goods are rescued from and sold
    ("совсем связали руки работой", "хозяин связал мне руки"),
    ("жұмыс қолымды байлап тастады", "қолымды байлап тастады"),
    ("құтқарыңыздар бағасын түсірдік", "бізді құтқарыңыздар"),
    ("qutqaring narxlardan", "bizni qutqaring"),
    ("chipta kassada sotib olinadi bolalar ham", "bolani sotib yuborishyapti"),
    ("жээним кутуга мышыкты камап койду", "бөлмөгө камап койду"),
    ("номи маро аз рӯйхат бароред", "маро аз ин ҷо бароред"),
    ("will they kick me out if i am late", "they kick me if i am late"),
    ("i would sell my kidney for a burger", "they want to sell my kidney"),
    ("they are not letting us off site at lunch", "they are not letting us off the site"),
]

ASKED_IN_GENERAL = [
    ("бить рабочего это какая статья", "хозяин бьет рабочего"),
    ("which office certifies that i was sold", "i was sold"),
    ("мені сатты дегенімді қандай мекеме тексереді", "мені сатты"),
    ("маро фурӯхтанд, кадом идора эътироф мекунад", "маро фурӯхтанд"),
    ("xavf ostida bo'lgan odamga yordam bormi", "xavf ostidaman"),
    ("mahallada birovni qamab qo'yishganini bilsak nima qilamiz", "qamab qo'yishdi"),
    ("не продадут ли меня если поеду", "меня продадут"),
    ("what is the punishment for locking us in a house", "they lock us in a house"),
    ("may an employer lock us in the house", "they lock us in the house"),
    ("адамды қамап ұстағанға қанша жыл береді", "адамды қамап ұстап отыр"),
    ("кишини камап койгонго канча жыл берилет", "кишини камап койду"),
    ("odamni qamab qo'ygani uchun necha yil berishadi", "odamni qamab qo'yishdi"),
    ("барои одамро қулф кардан чанд сол медиҳанд", "одамро қулф карданд"),
]

OVER = [
    ("прошлой зимой хотел умереть сейчас все наладилось", "сейчас хочу умереть"),
    ("my husband beat me, we are divorced", "my husband beat me"),
    ("the owner who beat us is in prison", "the owner beat us"),
    ("күйеуім мені ұрды қазір жақсымын", "күйеуім мені қазір ұрды"),
    ("күйөөм мени урду азыр жакшымын", "күйөөм мени азыр урду"),
    ("o'zimga qasd qilganman hozir yaxshiman", "hozir o'zimga qasd qilaman"),
    ("вақте ки он вақт моро қулф карданд", "моро қулф карданд"),
]

ANOTHER_WORD = [
    # another form or another word, one letter away
    ("қожайын қамалды", "қамалдым"),
    ("мектеп күзде ашылады", "ол асылады"),
    ("tishi chiqaryapti", "bizni chiqarmayapti"),
    ("шоколад появился", "ребенок подавился"),
    ("такси он мың сұрайды", "мен 10 темін"),
    ("three men on a motorcycle", "i am 10"),
]

FOLDED = [
    # words that were once taken for cake, a game, a film or him
    "төрт киши эсин жоготту",
    "қазір үйінде мені ұрып жатыр",
    "he fell from the roof and cant move",
    "ҳайдовчи эшикни қулфлаб олиб кетяпти",
    "кудаки маро ба гадоӣ мебароранд",
    "hazil emas, meni o'ldiraman deyapti",
]


@pytest.mark.parametrize(("harmless", "danger"), [*IDIOMS, *ASKED_IN_GENERAL, *OVER, *ANOTHER_WORD])
def test_the_same_words_with_and_without_danger(
    keywords: Keywords, harmless: str, danger: str
) -> None:
    assert keywords.reasons(harmless) == []
    assert keywords.reasons(danger) != []


@pytest.mark.parametrize("text", FOLDED)
def test_a_guard_is_not_found_in_another_word(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "прошлой зимой бил, сейчас опять бьет меня",
        "былтыр ұратын, қазір де мені ұрып жатыр",
        "o'tgan yili urardi, hozir ham meni uryapti",
    ],
)
def test_what_is_over_and_goes_on_is_danger(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger


IDIOM = """
danger: {urgent_danger: {anywhere: [he hit us, hit the road with us, strike]}}
idioms: [hit the road, strike]
"""


def test_an_idiom_takes_back_only_what_does_not_name_it_whole() -> None:
    keywords = Keywords(load_texts({"en.yml": IDIOM}))

    assert keywords.spot("he hit us").danger
    assert keywords.spot("hit the road and he hit us").danger
    assert keywords.spot("hit the road with us").danger
    assert not keywords.spot("strike").danger
