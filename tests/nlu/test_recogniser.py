"""A message's parse: commands, keywords, the model, and both together."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.events import Parse, Source
from flows.signals import Signal
from nlu.client import Heard, ModelClient
from nlu.intents import EMERGENCIES, INTENTS, LOCALES
from nlu.keywords import Keywords, Spotted
from nlu.recogniser import CALM_LETTERS, CALM_SCORE, Recogniser, combine, command
from tests.nlu.model_server import FakeModel, Seconds, answer, running


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    async with running() as running_model:
        yield running_model


@pytest.fixture
async def recogniser(model: FakeModel, keywords: Keywords) -> AsyncIterator[Recogniser]:
    async with ModelClient(model.url, Seconds(), deadline_seconds=5) as client:
        yield Recogniser(keywords, client)


@pytest.fixture
def alone(keywords: Keywords) -> Recogniser:
    return Recogniser(keywords)


# -- commands -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "intent", "locale"),
    [
        ("/delete", "delete_my_data", None),
        ("/DELETE@helpline_bot", "delete_my_data", None),
        (" /operator now please ", "ask_human", None),
        ("/privacy", "ask_privacy", None),
        ("/menu", "greet", None),
        ("/language", "change_language", None),
        ("/language uz-cyrl", "change_language", "uz-Cyrl"),
        ("/language@helpline_bot KK", "change_language", "kk"),
        ("/language klingon", "change_language", None),
        ("/delete kk", "delete_my_data", None),
    ],
)
def test_commands(text: str, intent: str, locale: str | None) -> None:
    assert command(text) == Parse(intent, 1.0, locale=locale, source=Source.COMMAND)


@pytest.mark.parametrize("text", ["", "/", "/start", "delete", "please /delete", "/delete_all"])
def test_what_is_no_command(text: str) -> None:
    assert command(text) is None


async def test_a_command_asks_nobody(recogniser: Recogniser, model: FakeModel) -> None:
    assert (await recogniser.parse("/delete")).source is Source.COMMAND
    assert model.asked == []


# -- with the model -------------------------------------------------------------------------------


async def test_the_models_word_is_passed_on(recogniser: Recogniser, model: FakeModel) -> None:
    model.body = answer("ask_safe_return", 0.31, urgent=True, score=0.66, locale="ru")

    assert await recogniser.parse("мне бы к маме в андижан") == Parse(
        "ask_safe_return", 0.31, True, 0.66, "ru", Source.MODEL
    )


async def test_a_short_form_is_answered_without_the_model(
    recogniser: Recogniser, model: FakeModel
) -> None:
    assert await recogniser.parse("да") == Parse("affirm", 1.0, source=Source.KEYWORDS)
    assert model.asked == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("нет тут никого", 0.9),
        ("нет я тут одна сижу и жду", 0.9),
        ("я сейчас совсем не шучу", 0.39),
        ("ismimni yozmayman", 0.39),
        ("не істейін", 0.39),
        ("yo'q, ismimni yozmayman", 0.9),
        ("не ранен", 0.39),
        ("не бьют", 0.39),
    ],
)
async def test_a_sentence_that_only_sounds_like_a_no_answers_nothing(
    recogniser: Recogniser, model: FakeModel, text: str, confidence: float
) -> None:
    model.body = answer("deny", 0.9)

    assert (await recogniser.parse(text)).confidence == confidence


async def test_whoever_has_gone_is_no_parting(recogniser: Recogniser, model: FakeModel) -> None:
    model.body = answer("goodbye", 0.9)

    assert (await recogniser.parse("хӯҷаин хоб рафт")).intent != "goodbye"
    assert (await recogniser.parse("хайр, ман рафтам хона")).intent == "goodbye"


async def test_what_follows_a_greeting_is_heard_too(
    recogniser: Recogniser, model: FakeModel
) -> None:
    model.body = answer("greet", 0.9)

    await recogniser.parse("здравствуйте паспорт у начальника")
    assert {asked["text"] for asked in model.asked} == {
        "здравствуйте паспорт у начальника",
        "паспорт у начальника",
    }


@pytest.mark.slow
async def test_both_are_asked_at_once_so_that_one_deadline_holds(
    model: FakeModel, keywords: Keywords
) -> None:
    model.hangs = True
    async with ModelClient(model.url, Seconds(), deadline_seconds=2.0) as client:
        parse = await Recogniser(keywords, client).parse("здравствуйте паспорт у начальника")

    assert len(model.asked) == 2
    assert parse.unread


async def test_danger_is_what_either_hears(recogniser: Recogniser, model: FakeModel) -> None:
    model.body = answer("ask_police", urgent=False, score=0.2)
    by_keywords = await recogniser.parse("нас заперли в подвале")
    model.body = answer("urgent_danger", urgent=True, score=0.9)
    by_model = await recogniser.parse("он опять принес ту вещь и положил перед собой")

    assert (by_keywords.urgent, by_keywords.urgency_score) == (True, 1.0)
    assert (by_model.urgent, by_model.urgency_score) == (True, 0.9)


async def test_where_the_model_is_certain_a_word_alone_raises_no_alarm(
    recogniser: Recogniser, model: FakeModel
) -> None:
    said = "нас заперли в подвале"
    model.body = answer("out_of_scope", urgent=False, score=CALM_SCORE / 2)
    assert not (await recogniser.parse(said)).urgent
    model.body = answer("out_of_scope", urgent=False, score=CALM_SCORE)
    assert (await recogniser.parse(said)).urgent, "it is unlikely, but not certain"


async def test_what_the_model_may_not_have_read_counts(
    recogniser: Recogniser, model: FakeModel
) -> None:
    model.body = answer("out_of_scope", urgent=False, score=0.0)
    long = "добрый день погода хорошая " * (CALM_LETTERS // 27 + 1) + "нас заперли в подвале"
    assert (await recogniser.parse(long)).urgent


async def test_a_guard_never_silences_the_model(recogniser: Recogniser, model: FakeModel) -> None:
    model.body = answer("urgent_danger", 0.9, urgent=True, score=0.8)

    parse = await recogniser.parse("в прошлом году нас заперли, сейчас хуже")
    assert parse.urgent
    assert parse.intent == "urgent_danger"


async def test_a_language_named_in_a_sentence_is_wanted(
    recogniser: Recogniser, model: FakeModel
) -> None:
    model.body = answer("change_language", 0.5, locale="ru", locale_confidence=0.9)

    parse = await recogniser.parse("русский плохо знаю, oʻzbekcha gaplashsak bo'ladimi")
    assert (parse.intent, parse.locale, parse.source) == ("change_language", "uz", Source.KEYWORDS)


@pytest.mark.parametrize(
    ("text", "confidence", "locale"),
    [
        ("мне нужно домой вернуться", 0.95, "ru"),
        ("домой вернуться", 0.95, None),
        ("телефон 3 процент", 0.95, None),
        ("мне нужно домой вернуться", 0.6, "ru"),
        ("kvartira ijara pul rahmat", 0.6, None),
        ("мне нужно домой вернуться", 0.3, None),
    ],
)
async def test_the_locale_of_the_model_counts_when_it_is_sure(
    recogniser: Recogniser, model: FakeModel, text: str, confidence: float, locale: str | None
) -> None:
    model.body = answer(locale="ru", locale_confidence=confidence)

    assert (await recogniser.parse(text)).locale == locale


async def test_without_the_model_the_keywords_carry_on(
    recogniser: Recogniser, model: FakeModel
) -> None:
    model.status = 500

    danger = await recogniser.parse("помогите нас держат в подвале и не выпускают")
    topic = await recogniser.parse("у меня хозяин паспорт забрал и не отдает")
    assert (danger.urgent, danger.intent, danger.locale) == (True, "urgent_danger", "ru")
    assert (topic.intent, topic.source, topic.locale) == (
        "ask_documents_taken",
        Source.KEYWORDS,
        "ru",
    )


async def test_another_language_that_isnt_named_is_asked_for(
    recogniser: Recogniser, model: FakeModel, alone: Recogniser
) -> None:
    """With a locale and the keywords as its source, the flow would take the language for named."""
    text = "поменяйте тут язык на какой нибудь другой пожалуйста мне так неудобно"
    model.body = answer("change_language", 0.6, locale="ru")

    assert (await alone.parse(text)).locale is None
    assert (await recogniser.parse(text)).source is Source.MODEL


async def test_an_interpreter_isnt_a_change_of_language(
    recogniser: Recogniser, model: FakeModel
) -> None:
    model.body = answer("ask_interpreter", 0.9, locale="ru")

    parse = await recogniser.parse("следователю можно по узбекски отвечать или нет")
    assert (parse.intent, parse.locale) == ("ask_interpreter", "ru")


@pytest.mark.parametrize(
    ("intent", "confidence", "heard"),
    [
        ("ask_first_days", 0.32, "ask_interpreter"),
        ("change_language", 0.82, "ask_interpreter"),
        ("ask_legal_help", 0.6, "ask_legal_help"),
    ],
)
async def test_a_topic_that_words_name_outdoes_next_to_nothing(
    recogniser: Recogniser, model: FakeModel, intent: str, confidence: float, heard: str
) -> None:
    model.body = answer(intent, confidence)

    assert (await recogniser.parse("и на русском говорит он?")).intent == heard


@pytest.mark.parametrize(
    ("intent", "confidence", "heard"),
    [
        ("ask_helping_someone", 0.98, "ask_helping_someone"),
        ("ask_helping_someone", 0.6, "ask_human"),
        ("ask_unpaid_wages", 0.98, "ask_human"),
    ],
)
async def test_a_human_of_whom_somebody_tells_is_not_asked_for(
    recogniser: Recogniser, model: FakeModel, intent: str, confidence: float, heard: str
) -> None:
    model.body = answer(intent, confidence)

    text = "как осторожно поговорить с человеком чтоб не навредить"
    assert (await recogniser.parse(text)).intent == heard


async def test_nothing_understood(alone: Recogniser) -> None:
    assert await alone.parse("хмхм") == Parse()
    assert await alone.parse("") == Parse()
    assert await alone.parse("🙂") == Parse()


async def test_an_empty_message_isnt_sent_to_the_model(
    recogniser: Recogniser, model: FakeModel
) -> None:
    assert await recogniser.parse("  \n ") == Parse()
    assert model.asked == []


# -- properties -----------------------------------------------------------------------------------

SHARES = st.floats(0, 1)
SPOTTED = st.builds(
    Spotted,
    danger=st.none() | st.sampled_from(EMERGENCIES),
    watched=st.booleans(),
    asked=st.none() | st.sampled_from(["ask_human", "delete_my_data", "change_language"]),
    wanted=st.none() | st.sampled_from(LOCALES),
    topic=st.none() | st.sampled_from(sorted(INTENTS)),
)
HEARD = st.builds(
    Heard,
    intent=st.sampled_from(sorted(INTENTS)),
    confidence=SHARES,
    urgent=st.booleans(),
    urgency_score=SHARES,
    locale=st.none() | st.sampled_from(LOCALES),
    locale_confidence=SHARES,
)


def test_a_burn_told_in_words_is_no_self_harm() -> None:
    heard = Heard(
        "self_harm", 0.9, urgent=True, urgency_score=0.9, locale="ru", locale_confidence=0.9
    )

    assert combine(Spotted(signals=frozenset({Signal.BURNT})), heard, "ru").intent == (
        "medical_emergency"
    )
    assert combine(Spotted(signals=frozenset({Signal.HURT})), heard, "ru").intent == "self_harm"


@pytest.mark.parametrize(
    ("signal", "confidence", "counts"),
    [
        (Signal.HE_COMES, 0.75, True),
        (Signal.HE_COMES, 0.4, False),
        (Signal.ALL_FINE, 0.9, True),
        (Signal.ALL_FINE, 0.75, False),
    ],
)
def test_a_signal_is_guessed_where_the_model_is_sure(
    signal: Signal, confidence: float, *, counts: bool
) -> None:
    heard = Heard("out_of_scope", 0.3, False, 0.0, None, 0.0, signal.value, confidence)

    assert combine(Spotted(), heard, "ru").guessed is (signal if counts else None)


@given(SPOTTED, HEARD, st.none() | st.sampled_from(LOCALES))
def test_nothing_that_was_heard_is_lost(spotted: Spotted, heard: Heard, locale: str | None) -> None:
    parse = combine(spotted, heard, locale)

    assert parse.urgent == (heard.urgent or spotted.danger is not None)
    assert parse.urgency_score == pytest.approx(1.0 if spotted.danger else heard.urgency_score)
    assert parse.danger_in_words == (spotted.danger is not None)
    assert parse.watched == spotted.watched
    assert parse.locale in {spotted.wanted, locale}
    assert parse.intent in INTENTS
    assert 0 <= parse.confidence <= 1


@given(st.text(max_size=200))
def test_any_text_has_a_parse(lexicon_recogniser: Recogniser, text: str) -> None:
    """Without a client nothing is awaited, so the coroutine ends at its first step."""
    parse = finished(lexicon_recogniser, text)

    assert 0 <= parse.urgency_score <= 1
    assert 0 <= parse.confidence <= 1
    assert parse.intent is None or parse.intent in INTENTS
    assert parse.locale is None or parse.locale in LOCALES


def finished(recogniser: Recogniser, text: str) -> Parse:
    coroutine = recogniser.parse(text)
    with pytest.raises(StopIteration) as done:
        coroutine.send(None)
    parse = done.value.value
    assert isinstance(parse, Parse)
    return parse


@pytest.fixture(scope="session")
def lexicon_recogniser(keywords: Keywords) -> Recogniser:
    return Recogniser(keywords)


# -- more than the model can read -----------------------------------------------------------------


async def test_danger_that_keywords_hear_does_not_wait_for_a_crowded_model(
    model: FakeModel, keywords: Keywords
) -> None:
    async with ModelClient(model.url, Seconds(), deadline_seconds=5) as client:
        hurried = Recogniser(keywords, client, crowded=lambda: True)
        heard = await hurried.parse("нас заперли помогите")
        assert heard.urgent
        assert heard.source is Source.KEYWORDS
        assert model.asked == []
        await hurried.parse("у меня тут такое дело непростое")
        assert len(model.asked) == 1, "everything else waits its turn"


@pytest.mark.parametrize(("said", "urgent"), [("газ", True), ("он рядом", False)])
async def test_a_word_for_what_kills_leaves_the_model_s_alarm(
    recogniser: Recogniser, model: FakeModel, said: str, urgent: bool
) -> None:
    model.body = answer("urgent_danger", urgent=True, score=0.9)

    assert (await recogniser.parse(said)).urgent is urgent


@pytest.mark.parametrize(
    ("text", "intent", "heard"),
    [
        ("договор", "affirm", "ask_labour_contract"),
        ("про договор", "greet", "ask_labour_contract"),
        ("договор", "ask_unpaid_wages", "ask_unpaid_wages"),
        ("да у меня договор", "affirm", "affirm"),
    ],
)
async def test_a_topics_name_by_itself_is_no_small_talk(
    recogniser: Recogniser, model: FakeModel, text: str, intent: str, heard: str
) -> None:
    model.body = answer(intent, 0.9)

    assert (await recogniser.parse(text)).intent == heard


async def test_he_has_gone_is_not_said_in_parting(recogniser: Recogniser, model: FakeModel) -> None:
    model.body = answer("goodbye", 0.9)

    assert (await recogniser.parse("yana man, ketdi bozorga")).intent == "out_of_scope"
