"""How a message goes on with what was said before: half a sentence that names no topic of its own.

The kinds are heard without context (`nlu.keywords.follow_ups`); `nlu.context` says whether a
message is one, since the same words can begin a topic. The answers stand in the flows
(`follow_ups`).
"""

from enum import StrEnum


class FollowUp(StrEnum):
    """Kinds, in the order of what decides when a message holds several.

    `YES` and `NO` answer a question that was asked, in words that mean nothing without one ("I
    can't"). `DETAIL` is no question: who, since when, where, how many; `UNDERSTOOD` ends a topic;
    `WHO` is one that names somebody ("the foreman has it"). `UNSURE` ("I don't know") skips a
    question. `ERASE` answers the question before erasing ("yes, erase") and no other one; `SIGN`
    asks whether to sign something, `PUNISHED` whether they are jailed or fined themselves; `GO_ON`
    wants the questions back that a page interrupted; `WAY_OUT` is a window, a roof or a wall: where
    somebody is held it asks whether to get away by it; `TOOK` says that something was taken or
    drunk: by who thinks of dying it is a poison; `OTHER` is a question of no known kind, which
    `nlu.context` alone gives. `SPAN` is a length of time, no question by itself. `COUNT_DAYS` and
    `PLAN` want a dialogue in so many words, whatever was said before: to have days counted, to
    think a journey home through.

    `ACCUSED` asks what if somebody goes to the police against them; `PENALTY` is about fines and a
    ban on entry; `TELLS_POLICE` asks whether others tell the police; `CHILD_NEXT` what follows for
    a child: whether parents are told, or a children's home takes them; `TELL_ADULT` whether to tell
    somebody near. These count where a page's own table answers them (`ONLY_WHERE_ANSWERED`), and
    the last two of a child in danger.
    """

    NO = "no"
    YES = "yes"
    ERASE = "erase"
    WAY_OUT = "way_out"
    TOOK = "took"
    COUNT_DAYS = "count_days"
    PLAN = "plan"

    CHILD_NEXT = "child_next"
    TELL_ADULT = "tell_adult"
    ACCUSED = "accused"
    PUNISHED = "punished"
    PENALTY = "penalty"
    TELLS_POLICE = "tells_police"
    ALSO = "also"
    SIGN = "sign"
    UNWRITTEN = "unwritten"
    WITHOUT_PAPERS = "without_papers"
    WHO_DECIDES = "who_decides"
    WHO_KNOWS = "who_knows"
    COST = "cost"
    HOW_LONG = "how_long"
    WHERE = "where"
    REFUSED = "refused"
    FOR_WHOM = "for_whom"
    HOW = "how"
    WHAT_NEXT = "what_next"
    GO_ON = "go_on"
    MORE = "more"
    OTHER = "other"
    DETAIL = "detail"
    WHO = "who"
    UNSURE = "unsure"
    UNDERSTOOD = "understood"
    SPAN = "span"


ABOUT_PAGE = frozenset(FollowUp) - {
    FollowUp.NO,
    FollowUp.YES,
    FollowUp.ERASE,
    FollowUp.WAY_OUT,
    FollowUp.TOOK,
    FollowUp.COUNT_DAYS,
    FollowUp.PLAN,
    FollowUp.DETAIL,
    FollowUp.WHO,
    FollowUp.UNSURE,
    FollowUp.UNDERSTOOD,
    FollowUp.SPAN,
}
"""Something was asked, which a page may answer."""

ONLY_WHERE_ANSWERED = frozenset(
    {
        FollowUp.CHILD_NEXT,
        FollowUp.TELL_ADULT,
        FollowUp.ACCUSED,
        FollowUp.PUNISHED,
        FollowUp.PENALTY,
        FollowUp.TELLS_POLICE,
    }
)
"""Kinds that mean nothing after a page whose table doesn't answer them: there what else is heard
counts."""

OWN_DIALOGUES = (FollowUp.COUNT_DAYS, FollowUp.PLAN)
"""Kinds that begin a dialogue of their own, also where no page is open."""
