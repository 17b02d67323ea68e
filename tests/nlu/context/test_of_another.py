"""What is heard otherwise where it is known that it is about another person."""

from dataclasses import replace

import pytest

from flows.events import Parse, Source
from flows.signals import Signal
from nlu.context import Situation, in_context
from nlu.keywords import Keywords
from tests.kit.own import keywords

OF_A_BROTHER = Situation(about_other=True)
HIS_EMERGENCY = Situation(about_other=True, in_emergency=True)


@pytest.fixture(scope="module")
def own() -> Keywords:
    return keywords()


def calm(own: Keywords, text: str) -> Parse:
    """The reading of a message in which the model is certain that nobody is in danger."""
    spotted = own.spot(text)
    return Parse(
        "ask_online_recruitment",
        0.9,
        source=Source.MODEL,
        signals=spotted.signals,
        watched=spotted.watched,
    )


@pytest.mark.parametrize(
    "text",
    [
        "требуют деньги иначе не отпустят дочь",
        "they will let him go if we send 2000",
        "ақша берсек босатамыз дейді",
        "ozod qilish uchun pul so'rayapti",
        "озод қилиш учун 5000 доллар талаб қиляпти",
        "3000 доллар берсек коё беришет экен",
        "барои сар додан 3000 доллар мепурсанд",
    ],
)
def test_money_for_a_release_alarms_though_the_model_is_calm(own: Keywords, text: str) -> None:
    heard = calm(own, text)

    assert Signal.RANSOM in heard.signals
    for known in (OF_A_BROTHER, Situation(topic="ask_helping_someone")):
        read = in_context(heard, text, known)
        assert read.urgent
        assert read.danger_in_words, "nothing that calms a guess takes it back"


def test_who_it_is_about_may_be_told_in_the_same_message(own: Keywords) -> None:
    text = "брата забрали, сказали тысяч пятьсот тогда отпустят"
    heard = calm(own, text)
    heard = replace(heard, signals=heard.signals | {Signal.THIRD_PARTY})

    assert in_context(heard, text, Situation()).urgent


def test_a_dispute_of_one_s_own_stays_one(own: Keywords) -> None:
    text = "отпустят если заплачу 300 тысяч"
    heard = replace(calm(own, text), signals=frozenset({Signal.RANSOM}))

    assert not in_context(heard, text, Situation(topic="ask_unpaid_wages")).urgent


@pytest.mark.parametrize("text", ["платить или нет", "to'laymi", "төлөсөмбү", "стоит ли платить?"])
def test_whether_to_pay_is_asked_about_a_fee_as_well(own: Keywords, text: str) -> None:
    heard = calm(own, text)

    assert Signal.RANSOM in heard.signals
    assert not in_context(heard, text, OF_A_BROTHER).urgent


def test_pay_that_is_late_is_no_ransom_though_it_is_a_brother_s(own: Keywords) -> None:
    for text in ("ему платят только если он сам заплатит за жилье", "he only pays if i pay rent"):
        assert not in_context(calm(own, text), text, OF_A_BROTHER).urgent


@pytest.mark.parametrize(
    "text", ["will he come back", "ол қайтып келе алама билетке акша жоқ", "u qaytib kela oladimi"]
)
def test_whether_another_comes_back_is_no_sign_that_somebody_looks_on(
    own: Keywords, text: str
) -> None:
    assert not in_context(calm(own, text), text, HIS_EMERGENCY).watched


def test_a_hint_that_is_asked_is_one_of_a_witness_too(own: Keywords) -> None:
    text = "гапирсам эшитиб қолади овоз чиқариб бўлмайди. 112 га гапирмасдан ёзса бўладими"
    told = calm(own, text)

    assert told.watched
    assert in_context(told, text, HIS_EMERGENCY).watched


def test_that_somebody_comes_is_heard_of_a_witness_too(own: Keywords) -> None:
    text = "he is coming here"
    told = calm(own, text)

    assert told.watched
    assert in_context(told, text, HIS_EMERGENCY).watched


@pytest.mark.parametrize(
    "text",
    [
        "ағам мені ұстап отыр шығармайды",
        "бізді ағаммен бірге ұстап отыр",
        "akam meni qamab qo'ydi",
        "акам мени қамаб қўйди",
        "агам мени камап койду",
        "брата и меня не отпускают с фермы",
    ],
)
def test_who_is_held_by_a_relative_or_with_one_is_no_witness(own: Keywords, text: str) -> None:
    heard = replace(calm(own, text), urgent=True)

    assert Signal.THIRD_PARTY in heard.signals
    assert Signal.THIRD_PARTY not in in_context(heard, text, Situation()).signals


def test_nor_does_the_model_make_a_witness_of_them() -> None:
    heard = Parse(urgent=True, source=Source.MODEL, guessed=Signal.THIRD_PARTY)

    assert not in_context(heard, "бародарам маро қулф кард", Situation()).signals


@pytest.mark.parametrize(
    "text",
    [
        "akam meni qutqaring dedi, qamab qo'yishibdi",
        "досымды фермада ұстап отыр",
        "агамды заводдо кармап турушат",
        "брата держат в подвале на стройке",
        "my small sister is in izmir, he wants 60 gram gold from us then she can fly",
    ],
)
def test_a_relative_of_whoever_is_held_stays_one(own: Keywords, text: str) -> None:
    heard = replace(calm(own, text), urgent=True)

    assert Signal.THIRD_PARTY in in_context(heard, text, Situation()).signals


@pytest.mark.parametrize(
    "text",
    [
        "что мне за это будет если ошибся",
        "what if im wrong",
        "қателессем не болады",
        "adashsam nima bo'ladi",
        "адашсам нима бўлади",
        "жаңылсам эмне болот",
        "агар хато кунам",
    ],
)
def test_what_comes_of_a_mistake_is_told_by_the_page_for_helpers(own: Keywords, text: str) -> None:
    heard = replace(calm(own, text), kinds=own.spot(text).kinds)

    assert in_context(heard, text, HIS_EMERGENCY).intent == "ask_helping_someone"
    assert in_context(heard, text, Situation(in_emergency=True)).intent != "ask_helping_someone"


def test_a_cry_beside_that_question_stays_one(own: Keywords) -> None:
    text = "what if im wrong"
    heard = replace(calm(own, text), kinds=own.spot(text).kinds, urgent=True, urgency_score=1.0)

    assert in_context(heard, text, HIS_EMERGENCY).urgent
    assert in_context(heard, text, HIS_EMERGENCY).intent != "ask_helping_someone"
