"""A reading becomes an answer, a follow-up, or stays what it was without context.

In this order: danger stays danger, unless only the model heard it in a short answer; then the
answers to the open question; then whether the words go on with the page that was said last. What
names a topic of its own begins it: "something else was said" is the ordinary outcome.
"""

from dataclasses import replace

from flows.corrections import corrects, turns
from flows.events import ANSWERS, Parse, Source
from flows.follow_ups import ABOUT_PAGE, ONLY_WHERE_ANSWERED, OWN_DIALOGUES, FollowUp
from flows.signals import NEAR, RETRACTIONS, SILENCING, Signal
from nlu.context.asking import asks, goes_on_with_if
from nlu.context.buttons import chosen
from nlu.context.calm import calmed, is_grown_age, is_ones_own_child
from nlu.context.guess import with_guess
from nlu.context.in_danger import (
    HEARD,
    NOT_IN_DANGER,
    is_a_way_out,
    is_another_no,
    is_unexplained,
    says_yes_and_asks,
    tells_of_danger,
)
from nlu.context.of_another import of_another
from nlu.context.situation import Situation
from nlu.context.small_words import BEGINNINGS, SMALL, THANKS
from nlu.intents import TOPICS
from nlu.keywords.matching.normalise import words

SURE = 0.75
"""From here on the model's topic is its own, though the words might go on with another."""

SURE_IN_FEW_WORDS = 0.9
FEW_WORDS = 3
"""A word or two name a topic by chance: more must be heard in them."""

MOST_WORDS = 9
"""Of a follow-up that a surely heard topic doesn't outdo; more words tell of something new."""

ALSO_WORDS = 5
"""Of "in court too?", which names a place that may be a topic elsewhere."""

COMES_BACK = 0.6
"""As sure the model must be of a page that was open before the last one: who names it anew comes
back to it, and asks nothing about the last."""

TURNS_TO = 0.3
"""The same of whoever says "by the way": what they turn to is hardly the page before it."""

NOT_UNDERSTOOD_WORDS = 14
"""A longer message that wasn't understood isn't half a sentence."""

_THANK = "thank"
_AFFIRM = "affirm"
_ERASE = "delete_my_data"
_LEAVES = frozenset({_THANK, "goodbye"})
"""Who thanks goes on with no page, whatever else their words resemble."""

_OUTER_WORDS = 2
"""At either end of a message, where "thank you" stands."""

_PUNISH = frozenset({"ask_police", "ask_detained"})
"""Topics that "will they jail me?" names."""

_TOLD_TO = frozenset({"ask_police", "ask_privacy"})
"""Topics that "do they tell the police?" names."""

_UNSURE = {
    FollowUp.ACCUSED: _PUNISH,
    FollowUp.PUNISHED: _PUNISH,
    FollowUp.TELLS_POLICE: _TOLD_TO,
    FollowUp.PENALTY: frozenset({"ask_safe_return"}),
    FollowUp.WITHOUT_PAPERS: frozenset({"ask_documents_taken"}),
    FollowUp.UNWRITTEN: frozenset({"ask_labour_contract", "ask_documents_taken"}),
    FollowUp.SIGN: frozenset({"ask_labour_contract", "ask_documents_taken"}),
    FollowUp.COST: frozenset(
        {
            "ask_unpaid_wages",
            "ask_debt_bondage",
            "ask_bot_identity",
            "ask_first_days",
            "ask_social_services",
        }
    ),
    FollowUp.WHO_DECIDES: frozenset({"ask_reflection_period", "ask_am_i_victim", "ask_at_risk"}),
    FollowUp.HOW_LONG: frozenset({"ask_reflection_period", "ask_safe_return", "ask_first_days"}),
    FollowUp.HOW: frozenset({"ask_safe_return", "ask_bot_identity"}),
    FollowUp.FOR_WHOM: frozenset(
        {"ask_helping_someone", "ask_family_threat", "ask_minors", "ask_social_services"}
    ),
    FollowUp.WHAT_NEXT: frozenset(
        {"ask_helping_someone", "ask_am_i_victim", "ask_human", "ask_first_days"}
    ),
}
"""Topics that the model hears in half a question because of its one telling word: they don't outdo
the kind of follow-up that the words are."""

_VAGUE = frozenset({"ask_first_days"})
"""Topics that the model hears in whatever asks what comes next; unless it is sure of them, the page
that is open is meant."""

_DECIDERS = frozenset({"ask_legal_help", "ask_police", "ask_embassy", "ask_identification"})
"""Topics that "the police or a court?" names, asked who decides."""

_DETAILS = frozenset({FollowUp.DETAIL, FollowUp.WHO, FollowUp.UNSURE})
_TOLD = _DETAILS | {FollowUp.UNDERSTOOD}

_DENIES = {word.text for word in words("не нет not no didnt havent")}
"""Words before what wasn't drunk. In the other languages the verb itself says so."""

_ANSWERS = {FollowUp.YES: "yes", FollowUp.NO: "no"}


def in_context(parse: Parse, text: str, situation: Situation) -> Parse:
    """The reading as this point of the conversation has it. Pure; the text is only looked at."""
    ranked = with_guess(_ranked(parse, text, situation), text, situation)
    if _only_tells(ranked, text, situation):
        ranked = replace(ranked, intent=None, confidence=0.0, topics=())
    unexplained = situation.in_emergency and is_unexplained(ranked, text)
    return replace(ranked, unexplained=True) if unexplained else ranked


def _only_tells(parse: Parse, text: str, situation: Situation) -> bool:
    """Whether somebody who is held, or being taken away, tells where they are or what is around
    them ("a mosque is near"): no page that the model alone half hears answers that. Where words
    name any topic, or something is asked, it stays."""
    if not (situation.in_emergency and situation.held) or situation.about_other or parse.named:
        return False
    guessed = parse.source is Source.MODEL and parse.intent in TOPICS and parse.confidence < SURE
    told = parse.urgent or bool(parse.answer) or parse.follow_up in ABOUT_PAGE
    return guessed and not told and not asks(text, parse.locale)


def _ranked(parse: Parse, text: str, situation: Situation) -> Parse:
    if parse.source is Source.COMMAND:
        return parse
    if situation.erasing and "?" in text:
        parse = _asked_back(parse)
    elif situation.erasing and FollowUp.ERASE in parse.kinds and not parse.urgent:
        return replace(parse, answer="yes")
    parse = of_another(parse, text, situation)
    if is_a_way_out(parse, text, situation):
        return replace(_unheard(parse), signals=parse.signals | {Signal.HELD})
    took = situation.thinks_of_dying and FollowUp.TOOK in parse.kinds
    if took and _DENIES.isdisjoint(word.text for word in words(text)):
        parse = replace(parse, signals=parse.signals | {Signal.SWALLOWED})
    if is_grown_age(parse, text) or is_ones_own_child(parse):
        parse = _unheard(parse)
    if _is_thanks(parse, text, situation) or _ends_all(parse, text, situation):
        parse = replace(parse, intent=_THANK, confidence=1.0)
    if not situation.is_open:
        return replace(parse, follow_up=_begun(parse))
    count = len(words(text))
    if is_another_no(parse, text, situation):
        parse = replace(parse, intent=None, confidence=0.0)
    parse = calmed(parse, text, count, situation)
    if tells_of_danger(parse):
        if _asks_on_in_danger(parse, count, situation):
            return replace(parse, follow_up=_follow_up(parse, text, count, situation))
        return parse
    answer = _answer(parse, text, situation)
    if answer:
        return replace(parse, answer=answer)
    begun = _begun(parse)
    if begun is not None or not situation.topic or parse.watched:
        return replace(parse, follow_up=begun)
    if turns(text) and _is_turned_to(parse, situation):
        return replace(parse, confidence=max(parse.confidence, HEARD))
    if situation.topic in parse.named or not corrects(text):
        parse = _come_back(parse, situation)
    return replace(parse, follow_up=_follow_up(parse, text, count, situation))


def _is_turned_to(parse: Parse, situation: Situation) -> bool:
    """Whether the likeliest topic is another one than the page that is open."""
    other = parse.intent in TOPICS and parse.intent != situation.topic
    return other and parse.confidence >= TURNS_TO


def _begun(parse: Parse) -> FollowUp | None:
    """The dialogue that is asked for in so many words."""
    return next((one for one in OWN_DIALOGUES if one in parse.kinds), None)


def _asked_back(parse: Parse) -> Parse:
    """A question is no yes to erasing, and asks for it anew: "yes?", "then delete all?"."""
    asks_anew = parse.intent == _AFFIRM or FollowUp.ERASE in parse.kinds
    return replace(parse, intent=_ERASE, confidence=1.0) if asks_anew else parse


def _unheard(parse: Parse) -> Parse:
    """The reading without the danger and the intent that the model heard in it."""
    return replace(parse, urgent=False, urgency_score=0.0, intent=None, confidence=0.0)


def _asks_on_in_danger(parse: Parse, count: int, situation: Situation) -> bool:
    """Whether few words that the model alone takes for more danger go on with the page that
    somebody in an emergency has read: "and if I don't go?". Their ticket stays as it is."""
    read = situation.in_emergency and bool(situation.topic) and count <= ALSO_WORDS
    told = parse.watched or bool(parse.signals) or parse.danger_in_words
    return read and not told and bool(parse.kinds & (ABOUT_PAGE - ONLY_WHERE_ANSWERED))


def _is_thanks(parse: Parse, text: str, situation: Situation) -> bool:
    """Whether a message that asks nothing, and names no topic, begins or ends with thanks: "I'll
    talk to her again on Monday then. Thank you"."""
    if situation.in_emergency or parse.urgent or parse.watched or parse.named:
        return False
    if parse.signals & SILENCING or parse.intent in ANSWERS or _is_asked_for(parse):
        return False
    if parse.intent not in SMALL and parse.confidence >= HEARD:
        return False
    said = [word.text for word in words(text)]
    thanks = not THANKS.isdisjoint(said[:_OUTER_WORDS] + said[-_OUTER_WORDS:])
    return thanks and not asks(text, parse.locale)


def _ends_all(parse: Parse, text: str, situation: Situation) -> bool:
    """Whether "all right, I see" is said where something has been told, and nothing is open that it
    could be about."""
    over = situation.told and not (situation.is_open or situation.in_emergency or situation.erasing)
    calm = not (parse.urgent or parse.watched or parse.signals or parse.named)
    return over and calm and FollowUp.UNDERSTOOD in parse.kinds and not asks(text, parse.locale)


def _come_back(parse: Parse, situation: Situation) -> Parse:
    """A topic that the words name and that was open before outdoes what the model alone hears."""
    back = (parse.named & situation.earlier) - {situation.topic}
    if len(back) == 1 and parse.intent not in parse.named and parse.intent in TOPICS:
        return replace(parse, intent=next(iter(back)), source=Source.KEYWORDS)
    return parse


def _answer(parse: Parse, text: str, situation: Situation) -> str:
    """The value of the open question that is answered; "" for something else."""
    values = {button.value for button in situation.buttons}
    told = not parse.signals.isdisjoint(situation.told_by) and parse.signals.isdisjoint(NEAR)
    if "yes" in values and told and "?" not in text:  # "nobody here?" asks for us
        return "yes"  # "I am alone", to "is it safe?"; it is a no to "is anybody there?"
    for kind, value in _ANSWERS.items():
        asked = kind is FollowUp.YES and "?" in text  # "is it safe?"
        if kind in parse.kinds and value in values and not asked:
            return value
    if parse.source is Source.KEYWORDS and parse.intent in {"ask_human", "delete_my_data"}:
        return ""  # they are answered everywhere
    if NOT_IN_DANGER in values and says_yes_and_asks(parse, text):
        return "yes"
    if FollowUp.UNSURE in parse.kinds and "skip" in values:
        return "skip"
    if "stop" in values and (begun := _begins_with(text)) and not asks(text, parse.locale):
        return begun
    if Signal.HE_HAS_GONE not in parse.signals:  # it may be a beginning of "I have got away"
        named = chosen(text, situation.buttons)
        if named:
            return named
    return _told(parse, text, situation)


def _begins_with(text: str) -> str:
    """The yes or no that an answer begins with ("yes, he promised another job"); "" for none. Only
    in the self-check: a question about safety isn't answered by the beginning of a sentence."""
    first = next((word.text for word in words(text)), "")
    return next((value for value, begins in BEGINNINGS.items() if first in begins), "")


def _told(parse: Parse, text: str, situation: Situation) -> str:
    """A yes in other words: what the question asks about is told."""
    said = {*parse.named, *(kind.value for kind in parse.kinds)}
    if parse.confidence >= HEARD and parse.intent is not None:
        said.add(parse.intent)
    yes = bool(said & set(situation.told_by)) and not asks(text, parse.locale)
    return "yes" if yes else ""


def _follow_up(parse: Parse, text: str, count: int, situation: Situation) -> FollowUp | None:
    """How the message goes on with the topic; None for something else."""
    kinds, topic, earlier = parse.kinds, situation.topic, situation.earlier
    kinds -= ONLY_WHERE_ANSWERED - situation.answered  # else what the model hears counts
    if parse.signals & RETRACTIONS or _is_asked_for(parse):
        return None
    leaves = parse.intent in _LEAVES and parse.confidence >= SURE
    if leaves and not asks(text, parse.locale):
        return None
    if FollowUp.ALSO in kinds and count <= ALSO_WORDS:
        return FollowUp.ALSO
    asked_after = FollowUp.FOR_WHOM in kinds and "?" in text and parse.intent not in parse.named
    decides = FollowUp.WHO_DECIDES in kinds and parse.named - {topic} <= _DECIDERS
    punished = FollowUp.PUNISHED in kinds and parse.named - {topic} <= _PUNISH
    told = FollowUp.TELLS_POLICE in kinds and parse.named - {topic} <= _TOLD_TO
    on_page = asked_after or decides or punished or told
    if parse.named - {topic} and not on_page and parse.intent in TOPICS:
        return None
    kind = next((one for one in FollowUp if one in kinds and one in ABOUT_PAGE), None)
    if kind is None and Signal.WHAT_TO_DO in parse.signals:
        kind = FollowUp.WHAT_NEXT
    unsure = frozenset[str]() if kind is None else _UNSURE.get(kind, frozenset())
    if decides:
        unsure |= _DECIDERS
    back = parse.intent in earlier and parse.confidence >= COMES_BACK
    surely = (back or _is_sure(parse, count)) and parse.intent not in unsure
    if not parse.named and count <= MOST_WORDS and goes_on_with_if(text):
        return kind or FollowUp.OTHER
    if kind is not None and count <= MOST_WORDS and not (surely and parse.intent != topic):
        return kind
    if parse.intent == topic and parse.confidence >= HEARD:
        return FollowUp.OTHER
    if kinds & _TOLD and not surely:
        return FollowUp.UNDERSTOOD if kinds.isdisjoint(_DETAILS) else FollowUp.DETAIL
    return None if surely else _rest(parse, text, count)


def _rest(parse: Parse, text: str, count: int) -> FollowUp | None:
    """Words that name nothing: half a question, a detail, a yes or no to nothing."""
    small = parse.source is Source.KEYWORDS and parse.intent in SMALL
    if small:
        return FollowUp.UNDERSTOOD if parse.intent in ANSWERS else None
    vague = parse.intent in _VAGUE and parse.intent not in parse.named
    weak = parse.confidence < HEARD or parse.intent in SMALL or vague or count <= FEW_WORDS
    if not weak or count > NOT_UNDERSTOOD_WORDS:
        return None
    if parse.intent == "out_of_scope" and parse.confidence >= SURE and count > FEW_WORDS:
        return None
    if parse.intent in {"greet", "cancel"} and parse.confidence >= SURE:
        return None
    return FollowUp.OTHER if asks(text, parse.locale) else FollowUp.DETAIL


def _is_asked_for(parse: Parse) -> bool:
    """A person, erasure, a language: in so many words."""
    return parse.source is Source.KEYWORDS and parse.intent not in {*SMALL, *TOPICS, None}


def _is_sure(parse: Parse, count: int) -> bool:
    """Whether a topic of its own is heard surely."""
    if parse.intent is None or parse.intent in SMALL:
        return False
    if parse.intent in parse.named:
        return True
    return parse.confidence >= (SURE_IN_FEW_WORDS if count <= FEW_WORDS else SURE)
