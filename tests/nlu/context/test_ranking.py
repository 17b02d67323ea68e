"""A message's meaning where something is open: an answer, a follow-up, or something else."""

from dataclasses import replace

import pytest

from flows.events import Parse, Source
from flows.follow_ups import FollowUp
from flows.signals import Signal
from nlu.context import Button, Situation, in_context
from nlu.keywords import Keywords
from tests.kit.own import keywords

SHELTER = Situation(topic="ask_shelter")
EXPLOITATION = Situation(topic="ask_exploitation", answered=frozenset({FollowUp.PUNISHED}))
YES_NO = Situation(buttons=(Button("Да", "yes"), Button("Нет", "no"), Button("Пропустить", "skip")))


@pytest.fixture(scope="module")
def own() -> Keywords:
    return keywords()


def heard(own: Keywords, text: str, model: Parse | None = None) -> Parse:
    """The context-free reading: what the model hears, and what the keywords do."""
    spotted = own.spot(text)
    model = model or Parse(source=Source.MODEL)
    return replace(
        model,
        urgent=model.urgent or spotted.danger is not None,
        urgency_score=1.0 if spotted.danger else model.urgency_score,
        named=frozenset(spotted.topics),
        kinds=spotted.kinds,
        signals=spotted.signals,
    )


def by_model(intent: str, confidence: float, score: float = 0.0) -> Parse:
    return Parse(intent, confidence, score >= 0.2, score, source=Source.MODEL)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("а дети?", FollowUp.FOR_WHOM),
        ("and my kids?", FollowUp.FOR_WHOM),
        ("балаларым ше", FollowUp.FOR_WHOM),
        ("bolalarim-chi", FollowUp.FOR_WHOM),
        ("болаларим-чи", FollowUp.FOR_WHOM),
        ("балдарымчы", FollowUp.FOR_WHOM),
        ("кӯдаконам чӣ", FollowUp.FOR_WHOM),
        ("как долго", FollowUp.HOW_LONG),
        ("how long", FollowUp.HOW_LONG),
        ("қанша уақытқа", FollowUp.HOW_LONG),
        ("qancha vaqtga", FollowUp.HOW_LONG),
        ("канча убакытка", FollowUp.HOW_LONG),
        ("чанд рӯз", FollowUp.HOW_LONG),
        ("кто решает", FollowUp.WHO_DECIDES),
        ("who decides", FollowUp.WHO_DECIDES),
        ("кім шешеді", FollowUp.WHO_DECIDES),
        ("kim hal qiladi", FollowUp.WHO_DECIDES),
        ("ким чечет", FollowUp.WHO_DECIDES),
        ("кӣ ҳал мекунад", FollowUp.WHO_DECIDES),
        ("без документов?", FollowUp.WITHOUT_PAPERS),
        ("without papers", FollowUp.WITHOUT_PAPERS),
        ("құжатсыз ше", FollowUp.WITHOUT_PAPERS),
        ("hujjatsiz-chi", FollowUp.WITHOUT_PAPERS),
        ("документсизчи", FollowUp.WITHOUT_PAPERS),
        ("бе ҳуҷҷат чӣ", FollowUp.WITHOUT_PAPERS),
        ("это бесплатно", FollowUp.COST),
        ("is it free", FollowUp.COST),
        ("қанша тұрады", FollowUp.COST),
        ("qancha turadi", FollowUp.COST),
        ("канча турат", FollowUp.COST),
        ("чанд пул", FollowUp.COST),
        ("и что мне делать", FollowUp.WHAT_NEXT),
        ("what now", FollowUp.WHAT_NEXT),
        ("не істеймін", FollowUp.WHAT_NEXT),
        ("nima qilay", FollowUp.WHAT_NEXT),
        ("эмне кылам", FollowUp.WHAT_NEXT),
        ("чӣ кор кунам", FollowUp.WHAT_NEXT),
        ("понятно", FollowUp.UNDERSTOOD),
        ("got it", FollowUp.UNDERSTOOD),
        ("mayli tushundim", FollowUp.UNDERSTOOD),
    ],
)
def test_half_a_sentence_goes_on_with_the_page(own: Keywords, text: str, kind: FollowUp) -> None:
    assert in_context(heard(own, text), text, SHELTER).follow_up is kind


@pytest.mark.parametrize(
    "text",
    [
        "а меня накажут?",
        "will i go to jail",
        "мені соттай ма",
        "meni qamashadimi",
        "мени қамашадими",
        "мени камайбы",
        "маро мешинонанд?",
    ],
)
def test_whether_they_are_punished_goes_on_with_a_page_that_says_it(
    own: Keywords, text: str
) -> None:
    reading = heard(own, text, by_model("ask_police", 0.95))

    assert in_context(reading, text, EXPLOITATION).follow_up is FollowUp.PUNISHED
    assert in_context(reading, text, SHELTER).intent == "ask_police"
    assert in_context(reading, text, SHELTER).follow_up is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("посчитайте мне эти 30 дней", FollowUp.COUNT_DAYS),
        ("когда закончатся мои 30 дней", FollowUp.COUNT_DAYS),
        ("can u count the 30 days for me", FollowUp.COUNT_DAYS),
        ("отыз күнді санап беріңізші", FollowUp.COUNT_DAYS),
        ("30 күндү санап бересизби", FollowUp.COUNT_DAYS),
        ("30 kunni sanab bering", FollowUp.COUNT_DAYS),
        ("30 кунни санаб беринг", FollowUp.COUNT_DAYS),
        ("30 рӯзро ҳисоб кунед", FollowUp.COUNT_DAYS),
        ("у вас есть план перед дорогой?", FollowUp.PLAN),
        ("questions before the journey, lets do it", FollowUp.PLAN),
        ("жол алдында сұрақтар бар ма", FollowUp.PLAN),
        ("жолго чыгардан мурун суроолор бар экен", FollowUp.PLAN),
        ("yo'ldan oldin savollar bor ekan", FollowUp.PLAN),
        ("йўлдан олдин саволлар бор экан", FollowUp.PLAN),
        ("саволҳо пеш аз роҳ", FollowUp.PLAN),
    ],
)
def test_a_dialogue_can_be_asked_for_wherever_one_is(
    own: Keywords, text: str, kind: FollowUp
) -> None:
    for situation in (Situation(), SHELTER):
        assert in_context(heard(own, text), text, situation).follow_up is kind


@pytest.mark.parametrize(
    "text",
    [
        "i plan to go home next week",
        "посчитайте сколько мне должны",
        "айлығымды есептеп бермейді",
        "the boss counts only 20 days of my work",
    ],
)
def test_what_only_sounds_like_it_begins_no_dialogue(own: Keywords, text: str) -> None:
    kind = in_context(heard(own, text), text, Situation()).follow_up

    assert kind not in {FollowUp.COUNT_DAYS, FollowUp.PLAN}


def test_the_model_s_guess_at_one_telling_word_doesn_t_outdo_it(own: Keywords) -> None:
    guess = by_model("ask_documents_taken", 1.0)

    ranked = in_context(heard(own, "құжатсыз ше", guess), "құжатсыз ше", SHELTER)

    assert ranked.follow_up is FollowUp.WITHOUT_PAPERS


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("сколько стоит адвокат", "ask_legal_help"),
        ("where is the embassy", "ask_embassy"),
        ("а переводчик бесплатный?", "ask_interpreter"),
    ],
)
def test_what_names_a_topic_of_its_own_is_something_else(
    own: Keywords, text: str, intent: str
) -> None:
    assert in_context(heard(own, text, by_model(intent, 0.9)), text, SHELTER).follow_up is None


def test_a_long_story_is_something_else(own: Keywords) -> None:
    text = "мы работали на стройке с весны до осени и потом нам сказали что денег нет и мы уехали"

    assert in_context(heard(own, text), text, SHELTER).follow_up is None


CHECK = replace(YES_NO, told_by=("ask_documents_taken", "who"))


@pytest.mark.parametrize(
    ("text", "model", "value"),
    [
        ("паспорт у бригадира", by_model("ask_documents_taken", 0.9), "yes"),
        ("у бригадира", None, "yes"),
        ("дар дасти хучаин", None, "yes"),
        ("прорабда", None, "yes"),
        ("не знаю", None, "skip"),
        ("bilmadim", None, "skip"),
        ("намедонам", None, "skip"),
        ("а если паспорт у бригадира?", by_model("ask_documents_taken", 0.9), ""),
        ("зарплату не дали", by_model("ask_unpaid_wages", 0.9), ""),
    ],
)
def test_what_the_question_is_about_says_yes_where_it_is_told(
    own: Keywords, text: str, model: Parse | None, value: str
) -> None:
    assert in_context(heard(own, text, model), text, CHECK).answer == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes he promise other job", "yes"),
        ("да обещали совсем другое и другие деньги", "yes"),
        ("нет такого не было никогда", "no"),
        ("не платят ничего", ""),
        ("yes but who reads this?", ""),
    ],
)
def test_the_self_check_takes_a_sentence_that_begins_with_the_answer(
    own: Keywords, text: str, value: str
) -> None:
    check = replace(CHECK, buttons=(*CHECK.buttons, Button("Хватит", "stop")), told_by=())

    assert in_context(heard(own, text), text, check).answer == value
    assert in_context(heard(own, text), text, YES_NO).answer == ""


@pytest.mark.parametrize(
    "text", ["and my wife? she is pregnant", "а жена? она беременная", "хотиним-чи? ҳомиладор"]
)
def test_who_is_asked_after_stays_with_the_page(own: Keywords, text: str) -> None:
    reading = replace(heard(own, text), named=frozenset({"ask_medical_help"}))

    assert in_context(reading, text, SHELTER).follow_up is FollowUp.FOR_WHOM


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("бе муҳр чанд маротиба эътибор дорад", FollowUp.OTHER),
        ("какие там вообще порядки", FollowUp.OTHER),
        ("ал кагаз жарактуубу", FollowUp.OTHER),
        ("muhrsiz yaroqli bo'ladimi", FollowUp.OTHER),
        ("там людьми полно", FollowUp.DETAIL),
    ],
)
def test_a_question_without_its_mark_is_one(own: Keywords, text: str, kind: FollowUp) -> None:
    assert in_context(heard(own, text), text, SHELTER).follow_up is kind


@pytest.mark.parametrize(
    "text",
    [
        "а он скажет что не знает меня",
        "and he says it is not his",
        "paper is only russian i cant read it they want i sign tomorow",
        "прораб с утра трубку не берет и жена с ним не говорит",
    ],
)
def test_what_the_model_only_suspects_in_words_that_follow_a_page_is_no_alarm(
    own: Keywords, text: str
) -> None:
    suspected = by_model("urgent_danger", 0.79, 0.69)

    assert not in_context(heard(own, text, suspected), text, SHELTER).urgent
    for sure in (by_model("urgent_danger", 0.79, 0.7), by_model("urgent_danger", 0.8, 0.69)):
        assert in_context(heard(own, text, sure), text, SHELTER).urgent
    assert in_context(heard(own, text, suspected), text, Situation()).urgent


@pytest.mark.parametrize(
    ("text", "intent", "score", "alarms"),
    [
        ("only voice notes, we will sign it later on", "ask_labour_contract", 0.96, False),
        ("щас он на борьбе, в 7 придет голодный как волк", "out_of_scope", 0.96, False),
        ("only voice notes, we will sign it later on", "ask_labour_contract", 0.97, True),
        ("уеду - сестру из школы встретит", "ask_family_threat", 0.75, True),
        ("he says tonight I stay with a guest", "ask_sexual_exploitation", 0.75, True),
        ("he drives me out of town, passport stays with him", "ask_documents_taken", 0.75, True),
        ("баспана керек, қазір далада тұрмын, ол іздеп жүр", "ask_shelter", 0.75, True),
    ],
)  # fmt: skip
def test_beside_a_calm_topic_a_suspicion_after_a_page_weighs_less(
    own: Keywords, text: str, intent: str, score: float, alarms: bool
) -> None:
    for confidence, also in ((0.5, alarms), (0.39, True)):
        suspected = by_model(intent, confidence, score)

        assert in_context(heard(own, text, suspected), text, SHELTER).urgent is also
    assert in_context(heard(own, text, by_model(intent, 0.5, score)), text, Situation()).urgent


def test_a_suspicion_stands_after_a_page_where_a_harm_is_told(own: Keywords) -> None:
    text = "бок болит дышать больно"
    reading = heard(own, text, by_model("medical_emergency", 0.5, 0.5))

    assert Signal.HURT in reading.signals
    assert in_context(reading, text, SHELTER).urgent


@pytest.mark.parametrize(
    ("text", "score", "alarms"),
    [
        ("моему сыну 7 лет в школу не берут", 0.84, False),
        ("моему сыну 7 лет в школу не берут", 0.86, True),
        ("у меня дочка 7 лет они прислали ее фото", 0.5, True),
    ],
)
def test_a_parent_who_asks_about_a_child_is_no_child_in_danger(
    own: Keywords, text: str, score: float, alarms: bool
) -> None:
    reading = heard(own, text, by_model("minor_at_risk", 0.7, score))

    assert Signal.OWN_CHILD in reading.signals
    assert in_context(reading, text, Situation()).urgent is alarms


WHETHER_SAFE = Situation(
    buttons=(Button("Да", "yes"), Button("Нет", "no"), Button("Мне не грозит", "not_in_danger")),
    in_emergency=True,
)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("йўқ ҳозир хавфли", True),
        ("йўқ кейинроқ", True),
        ("ҳозирча эмас", True),
        ("ёнимда одам зоти йўқ", False),
        ("ичкен жокмун али", False),
        ("йўқ ҳали ичганим йўқ ундан", False),
    ],
)
def test_a_no_to_something_else_does_not_answer_whether_it_is_safe(
    own: Keywords, text: str, answers: bool
) -> None:
    reading = heard(own, text, by_model("deny", 0.99))

    assert (in_context(reading, text, WHETHER_SAFE).intent == "deny") is answers
    assert in_context(reading, text, YES_NO).intent == "deny"


IN_DANGER = Situation(in_emergency=True)


@pytest.mark.parametrize(
    "reading",
    [
        by_model("urgent_danger", 0.9, 0.98),
        by_model("goodbye", 0.58, 0.26),
        by_model("out_of_scope", 0.97, 0.3),
    ],
)
def test_few_words_in_danger_that_tell_nothing_known_are_unexplained(
    own: Keywords, reading: Parse
) -> None:
    text = "red lamp by the hill"

    assert in_context(heard(own, text, reading), text, IN_DANGER).unexplained
    assert not in_context(heard(own, text, reading), text, SHELTER).unexplained
    longer = f"{text} and i do not like his face"
    assert not in_context(heard(own, longer, reading), longer, IN_DANGER).unexplained


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("is it far", by_model("out_of_scope", 0.5, 0.5)),
        ("bus station", by_model("out_of_scope", 0.9, 0.1)),
        ("бок болит", by_model("urgent_danger", 0.9, 0.98)),
        ("a lawyer", by_model("ask_legal_help", 0.9, 0.3)),
        ("head turns", by_model("medical_emergency", 0.9, 0.9)),
        ("help me they lock me", by_model("urgent_danger", 0.9, 0.98)),
    ],
)
def test_a_question_and_what_is_known_are_explained(own: Keywords, text: str, model: Parse) -> None:
    assert not in_context(heard(own, text, model), text, IN_DANGER).unexplained


@pytest.mark.parametrize(
    "text",
    [
        "can i climb out of the window, 2nd floor?",
        "тут окошко есть небольшое, может вылезти?",
        "а если через окно вылезти",
        "нима қилай, деразадан тушсаммикин",
        "енди не істейін, терезеден түссем бола ма",
        "аз тиреза парем чӣ?",
    ],
)
def test_who_is_held_and_asks_about_a_window_means_to_get_away(own: Keywords, text: str) -> None:
    dying = by_model("self_harm", 0.98, 0.99)
    reading = heard(own, text, dying)

    held = in_context(reading, text, IN_DANGER)
    assert Signal.HELD in held.signals
    assert (held.intent, held.urgent) == (None, False)
    for elsewhere in [Situation(), replace(IN_DANGER, thinks_of_dying=True)]:
        assert in_context(reading, text, elsewhere).intent == "self_harm"


def test_who_asks_nothing_about_a_window_may_want_to_die(own: Keywords) -> None:
    for text in ["прыгну с окна и всё", "i want to die, shall i jump from the window?"]:
        reading = heard(own, text, by_model("self_harm", 0.98, 0.99))
        assert in_context(reading, text, IN_DANGER).intent == "self_harm"


def test_who_asks_who_this_is_in_danger_may_have_taken_the_phone(own: Keywords) -> None:
    identity = by_model("ask_bot_identity", 0.7, 0.05)

    for text in ["who be this wetin she dey write give you", "шумо кистед бо духтари ман чи гап"]:
        assert in_context(heard(own, text, identity), text, IN_DANGER).unexplained
    text = "are you people or only a robot of some kind"
    assert not in_context(heard(own, text, identity), text, IN_DANGER).unexplained


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("да можно. кто решает посадят или нет?", "yes"),
        ("yes I can. who decides about prison?", "yes"),
        ("yes who decides about prison?", ""),
        ("да. он рядом, кто вас слышит?", ""),
        ("ночью да. кто решает?", ""),
    ],
)
def test_a_yes_apart_from_a_question_answers_whether_it_is_safe(
    own: Keywords, text: str, answer: str
) -> None:
    reading = heard(own, text, by_model("ask_police", 0.8, 0.05))

    assert in_context(reading, text, WHETHER_SAFE).answer == answer


def test_nothing_is_a_follow_up_where_nothing_is_open(own: Keywords) -> None:
    reading = heard(own, "а дети?")

    assert in_context(reading, "а дети?", Situation()) == reading


def test_one_may_come_back_to_an_earlier_topic(own: Keywords) -> None:
    text = "вернемся к врачу, где можно"
    situation = Situation(topic="ask_interpreter", earlier=frozenset({"ask_medical_help"}))

    ranked = in_context(heard(own, text, by_model("ask_safe_return", 0.8)), text, situation)

    assert (ranked.intent, ranked.follow_up) == ("ask_medical_help", None)


def test_but_not_to_one_that_is_named_to_be_put_aside(own: Keywords) -> None:
    text = "я уже не про переводчика, я про деньги"
    situation = Situation(topic="ask_police", earlier=frozenset({"ask_interpreter"}))

    ranked = in_context(heard(own, text, by_model("ask_unpaid_wages", 0.9)), text, situation)

    assert ranked.intent == "ask_unpaid_wages"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("могу", "yes"),
        ("не могу", "no"),
        ("не", "no"),
        ("i can", "yes"),
        ("аламын", "yes"),
        ("алмаймын", "no"),
        ("yoza olaman", "yes"),
        ("олмайман", "no"),
        ("ооба алам", "yes"),
        ("албайм", "no"),
        ("метавонам", "yes"),
        ("наметавонам", "no"),
        ("третье", "skip"),
        ("3", "skip"),
        ("пропуст", "skip"),
        ("пропустит", "skip"),
        ("Пропустить!", "skip"),
        ("прапустить", "skip"),
    ],
)
def test_answers_to_the_open_question_come_first(own: Keywords, text: str, value: str) -> None:
    assert in_context(heard(own, text), text, YES_NO).answer == value


@pytest.mark.parametrize("text", ["4", "0", "77", "а дети?", "п", "позовите человека"])
def test_something_else_may_be_said(own: Keywords, text: str) -> None:
    assert in_context(heard(own, text), text, YES_NO).answer == ""


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("he", 0.98),
        ("and my wife? she came with me", 0.96),
        ("16 months", 0.85),
        ("16 ай", 0.998),
        ("im in shymkent", 0.26),
        ("gave it to him yesterday", 0.23),
        ("сама решу", 0.3),
        ("дирӯз ба вай додам", 0.94),
        ("дар дасти хӯҷаин", 0.82),
        ("хаммаси яхши, керак эмас", 0.67),
    ],
)
@pytest.mark.parametrize("situation", [SHELTER, YES_NO])
def test_a_short_answer_is_no_alarm(
    own: Keywords, text: str, score: float, situation: Situation
) -> None:
    reading = heard(own, text, by_model("urgent_danger", 0.9, score))

    assert reading.urgent
    assert not in_context(reading, text, situation).urgent
    assert in_context(reading, text, situation).intent != "urgent_danger"
    assert in_context(reading, text, Situation()).urgent


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("он меня избил", 0.5),
        ("нас заперли", 0.5),
        ("не выпускают", 0.5),
        ("and my sister is locked in", 0.9),
        ("pills in my hand", 0.5),
        ("he tied her up in there", 0.99),
        ("сидим тут без воды третий день", 0.8),
    ],
)
@pytest.mark.parametrize("situation", [SHELTER, YES_NO])
def test_plain_danger_in_reply_is_danger(
    own: Keywords, text: str, score: float, situation: Situation
) -> None:
    reading = heard(own, text, by_model("urgent_danger", 0.9, score))

    assert in_context(reading, text, situation).urgent


def test_an_alarm_stands_where_danger_is_known(own: Keywords) -> None:
    situation = replace(SHELTER, in_emergency=True)

    reading = heard(own, "he", by_model("urgent_danger", 0.9, 0.98))

    assert in_context(reading, "he", situation).urgent


@pytest.mark.parametrize(
    "text",
    [
        "not safe",
        "no, not safe",
        "нет, не безопасно",
        "жоқ, қауіпсіз емес",
        "yo'q, xavfsiz emas",
        "йўқ, хавфсиз эмас",
        "жок, коопсуз эмес",
        "не, бехатар нест",
        "not safe here",
        "мне не безопасно",
        "мне тут небезопасно",
        "мен қауіпсіз емеспін",
        "мұнда қауіпсіз емес",
        "men xavfsiz emasman",
        "мен коопсуз эмесмин",
        "ман бехатар нестам",
    ],
)
def test_in_an_emergency_a_no_to_the_safety_question_is_its_answer(
    own: Keywords, text: str
) -> None:
    reading = heard(own, text, by_model("urgent_danger", 0.9, 0.98))

    ranked = in_context(reading, text, replace(YES_NO, in_emergency=True))

    assert (ranked.answer, ranked.urgent) == ("no", False)


def test_a_retraction_is_no_follow_up(own: Keywords) -> None:
    ranked = in_context(heard(own, "все хорошо"), "все хорошо", SHELTER)

    assert Signal.ALL_FINE in ranked.signals
    assert ranked.follow_up is None


@pytest.mark.parametrize(
    "text",
    ["yes, erase", "да, сотрите!", "да удалите всё", "erase everything", "ну тогда да, стирайте"],
)
def test_yes_erase_answers_the_question_before_erasing_alone(own: Keywords, text: str) -> None:
    asked = in_context(heard(own, text), text, Situation(erasing=True))

    assert asked.answer == "yes"
    assert in_context(heard(own, text), text, SHELTER).answer == ""


@pytest.mark.parametrize(
    "text",
    [
        "не стирайте",
        "don't erase it",
        "yes but what happens if you erase",
        "как стереть чат у себя",
    ],
)
def test_a_sentence_about_erasing_isnt_it(own: Keywords, text: str) -> None:
    assert in_context(heard(own, text), text, Situation(erasing=True)).answer == ""


def test_a_grown_up_s_age_is_no_child_s(own: Keywords) -> None:
    model = by_model("minor_at_risk", 0.9, 0.8)

    assert not in_context(heard(own, "ей 19", model), "ей 19", Situation()).urgent
    assert in_context(heard(own, "ей 15", model), "ей 15", Situation()).urgent
    long = "ей 19 а младшей 14 и их держат"
    assert in_context(heard(own, long, model), long, Situation()).urgent


@pytest.mark.parametrize(
    "text",
    [
        "одна",
        "alone",
        "nobody is here",
        "жалғызбын",
        "hech kim yo'q",
        "бир ўзим",
        "жалгызмын",
        "танҳоям",
    ],
)
def test_whoever_is_alone_can_write(own: Keywords, text: str) -> None:
    """A no to "is anybody there?", and a yes to "is it safe?", which says so by `told_by`."""
    somebody = replace(YES_NO, in_emergency=True)
    assert in_context(heard(own, text), text, somebody).answer == "no"
    safe = replace(somebody, told_by=("he_has_gone",))
    reading = heard(own, text, by_model("urgent_danger", 0.7, 0.5))
    assert in_context(reading, text, safe).answer == "yes"


COUNTING = Situation(
    buttons=(Button("Count the days", "count"), Button("Work and wages", "work")),
    topic="ask_rights",
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("count it for me", "count"),
        ("count the thirty days for me", "count"),
        ("about work", "work"),
        ("work", "work"),
        ("help me", ""),
        ("it", ""),
    ],
)
def test_a_button_s_words_with_polite_ones_between_them(text: str, value: str) -> None:
    alarm = by_model("self_harm", 0.76, 0.85)
    ranked = in_context(alarm, text, COUNTING)
    assert ranked.answer == value
    assert ranked.urgent is (value == "")


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("ладно, в понедельник ещё раз с ней поговорю. спасибо", by_model("out_of_scope", 0.86)),
        ("майли рахмат, керак булса яна ёзаман", by_model("thank", 0.62)),
        ("майлаш пагох боз гап мезанам. рахмат", by_model("thank", 0.42)),
        ("Чоң рахмат, жакшы түшүндүрдүңүз", by_model("thank", 1.0)),
    ],
)
def test_thanks_end_a_talk_whatever_stands_beside_them(
    own: Keywords, text: str, model: Parse
) -> None:
    read = in_context(heard(own, text, model), text, SHELTER)

    assert read.intent == "thank"
    assert read.follow_up is None


@pytest.mark.parametrize("text", ["ха булди тушундим", "ага понял", "түсіндім болды"])
def test_i_see_ends_a_talk_where_nothing_is_open(own: Keywords, text: str) -> None:
    reading = heard(own, text, by_model("affirm", 1.0))

    assert in_context(reading, text, Situation(told=True)).intent == "thank"
    assert in_context(reading, text, SHELTER).follow_up is FollowUp.UNDERSTOOD


@pytest.mark.parametrize(
    "situation",
    [
        Situation(),
        Situation(told=True, erasing=True),
        Situation(told=True, in_emergency=True),
    ],
)
def test_i_see_answers_what_is_asked_before(own: Keywords, situation: Situation) -> None:
    """It says yes to erasing, or comes before anything was said."""
    reading = heard(own, "хорошо", by_model("affirm", 1.0))

    assert in_context(reading, "хорошо", situation).intent == "affirm"


@pytest.mark.parametrize(
    "text", ["then delete everything?", "ok delete all?", "тогда удалите?", "да?", "хорошо?"]
)
def test_a_question_erases_nothing_and_asks_anew(own: Keywords, text: str) -> None:
    asked = in_context(heard(own, text, by_model("affirm", 1.0)), text, Situation(erasing=True))

    assert asked.answer == ""
    assert asked.intent == "delete_my_data"


@pytest.mark.parametrize(
    "text",
    [
        "он меня обманул, его посадят?",
        "he cheated me, will he be arrested",
        "meni aldadi uni qamashadimi",
        "оны соттай ма",
        "кожоюн мага штраф салды",
        "boss fine me for late",
        "meni xonaga qamaydi",
    ],
)
def test_that_another_is_punished_or_does_it_asks_nothing_of_ones_own(
    own: Keywords, text: str
) -> None:
    assert FollowUp.PUNISHED not in heard(own, text).kinds


def test_it_may_be_asked_at_the_end_of_a_story(own: Keywords) -> None:
    text = (
        "меня привезли на квартиру и заставляли звонить людям и обманывать, "
        "скажите, меня теперь посадят"
    )

    assert heard(own, text).kinds == {FollowUp.PUNISHED}


@pytest.mark.parametrize("situation", [EXPLOITATION, YES_NO])
def test_punishment_takes_no_alarm_back(own: Keywords, situation: Situation) -> None:
    """ "Will they punish me": the boss may be meant."""
    text = "will they punish me"
    reading = replace(by_model("urgent_danger", 0.9, 0.9), kinds=frozenset({FollowUp.PUNISHED}))

    assert in_context(reading, text, situation).urgent


@pytest.mark.parametrize("text", ["спасибо, а сколько это стоит?", "рахмет, паспортым ше"])
def test_who_asks_on_beside_thanks_is_answered(own: Keywords, text: str) -> None:
    assert in_context(heard(own, text), text, SHELTER).intent != "thank"


@pytest.mark.parametrize(
    "text", ["and if it becomes more than ten days?", "а если больше десяти дней?"]
)
def test_and_if_goes_on_with_the_page_whatever_the_model_hears(own: Keywords, text: str) -> None:
    read = in_context(heard(own, text, by_model("ask_reflection_period", 0.95)), text, SHELTER)

    assert read.follow_up is FollowUp.OTHER


def test_and_if_goes_on_where_the_model_is_half_sure(own: Keywords) -> None:
    half_sure = by_model("ask_reflection_period", 0.6)
    read = in_context(
        heard(own, "а если больше 10 дней?", half_sure), "а если больше 10 дней?", SHELTER
    )

    assert read.follow_up is FollowUp.OTHER


def test_who_decides_names_those_who_may(own: Keywords) -> None:
    text = "who decides it, migration police or court"
    page = Situation(topic="ask_immigration_status")

    read = in_context(heard(own, text, by_model("ask_police", 0.95)), text, page)

    assert read.follow_up is FollowUp.WHO_DECIDES


def test_a_threat_to_a_family_stands_after_a_page(own: Keywords) -> None:
    text = "qwx zzt qwx zzt qwx"  # by the model alone
    read = in_context(heard(own, text, by_model("ask_family_threat", 0.9, 0.4)), text, SHELTER)

    assert read.urgent


@pytest.mark.parametrize("text", ["ҳеч кимга айтма деди", "мегуяд ба касе нагуй то рафтанат"])
def test_tell_nobody_is_no_harm_after_the_page_on_offers(own: Keywords, text: str) -> None:
    suspected = heard(own, text, by_model("deny", 0.3, 0.4))

    assert not in_context(suspected, text, Situation(topic="ask_online_recruitment")).urgent
    assert in_context(suspected, text, SHELTER).urgent


@pytest.mark.parametrize("text", ["ichvordim 20 tacha", "он шақтысын ішіп қойдым"])
def test_what_was_drunk_is_a_poison_of_who_thinks_of_dying(own: Keywords, text: str) -> None:
    dying = Situation(in_emergency=True, thinks_of_dying=True)

    assert Signal.SWALLOWED in in_context(heard(own, text), text, dying).signals
    assert Signal.SWALLOWED not in in_context(heard(own, text), text, SHELTER).signals


def test_who_names_an_earlier_page_anew_comes_back_to_it(own: Keywords) -> None:
    text = "жә болды айлыққа қайтайық, арызды қайда жазам"
    wages = by_model("ask_unpaid_wages", 0.64)
    after = Situation(topic="ask_privacy", earlier=frozenset({"ask_unpaid_wages"}))

    assert in_context(heard(own, text, wages), text, after).follow_up is None
    first = replace(after, earlier=frozenset())
    assert in_context(heard(own, text, wages), text, first).follow_up is FollowUp.WHERE


def test_who_turns_to_something_else_asks_nothing_of_the_page(own: Keywords) -> None:
    school = by_model("ask_minors", 0.39)
    text = "айтгандай боламни мактабга оладими"

    turned = in_context(heard(own, text, school), text, Situation(topic="ask_labour_contract"))

    assert turned.follow_up is None
    assert (turned.intent, turned.confidence) == ("ask_minors", 0.4)


def test_the_first_days_are_guessed_too_often_to_outdo_a_page(own: Keywords) -> None:
    guess, text = by_model("ask_first_days", 0.53), "he will see my face there?"
    page = Situation(topic="ask_testifying")

    assert in_context(heard(own, text, guess), text, page).follow_up is FollowUp.OTHER


def test_an_alarm_beside_a_topic_that_words_name_weighs_less_after_a_page(own: Keywords) -> None:
    text = "келісімшартты барған соң жасаймыз деп отыр"
    alarm = by_model("urgent_danger", 0.52, 0.83)

    assert not in_context(heard(own, text, alarm), text, SHELTER).urgent
    louder = by_model("urgent_danger", 0.52, 0.98)
    assert in_context(heard(own, text, louder), text, SHELTER).urgent


@pytest.mark.parametrize("text", ["i havent swallowed it", "не проглотила"])
def test_what_was_not_drunk_is_no_poison(own: Keywords, text: str) -> None:
    dying = Situation(in_emergency=True, thinks_of_dying=True)
    read = in_context(replace(heard(own, text), signals=frozenset()), text, dying)

    assert Signal.SWALLOWED not in read.signals


@pytest.mark.parametrize("text", ["сейчас безопасно?", "nobody here?"])
def test_a_question_says_no_yes(own: Keywords, text: str) -> None:
    safe = replace(YES_NO, told_by=(Signal.HE_HAS_GONE,), in_emergency=True)

    assert in_context(heard(own, text), text, safe).answer != "yes"


HELD = Situation(in_emergency=True, held=True, told=True)


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("there is mosque near", "ask_shelter", 0.56),
        ("жақын жерде мешіт тұр", "ask_shelter", 0.44),
        ("мы за городом", "ask_shelter", 0.6),
    ],
)
def test_whoever_is_held_and_only_tells_opens_no_page_that_is_half_heard(
    own: Keywords, text: str, intent: str, confidence: float
) -> None:
    model = replace(by_model(intent, confidence), topics=(intent,))

    assert in_context(heard(own, text, model), text, HELD).topics == ()
    assert in_context(heard(own, text, model), text, replace(HELD, held=False)).topics == (intent,)


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("will the mosque take me in?", "ask_shelter", 0.56),  # asked
        ("мне нужен переводчик", "ask_interpreter", 0.5),  # named
        ("my wages went to him", "ask_unpaid_wages", 0.95),  # surely heard
    ],
)
def test_whoever_is_held_and_asks_or_names_a_topic_is_answered(
    own: Keywords, text: str, intent: str, confidence: float
) -> None:
    model = by_model(intent, confidence)

    assert in_context(heard(own, text, model), text, HELD).intent == intent


def test_a_cry_of_the_held_stays_a_cry(own: Keywords) -> None:
    text = "it is cold and dark near the river"

    assert in_context(heard(own, text, by_model("ask_shelter", 0.5, 0.9)), text, HELD).urgent
