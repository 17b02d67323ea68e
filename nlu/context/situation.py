"""The little of a conversation that a message's meaning depends on: never who, nor their words."""

from dataclasses import dataclass

from flows.follow_ups import FollowUp


@dataclass(frozen=True, slots=True)
class Button:
    """A button of the open question: its label in the person's language, and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Situation:
    """`buttons`: of the question that is open, in their order; `told_by`: intents, kinds of
    follow-up and signals that say yes to it (`flows.format.model.CollectStep`); `topic`: the
    intent of the page that was said last, "" for none; `answered`: the kinds of follow-up that its
    own table answers; `earlier`: the intents of the pages before it;
    `in_emergency`: a human is being looked for because of danger; `thinks_of_dying`: in it, they
    said so; `about_other`: it is somebody else who is in danger; `held`: they are locked in or
    being taken away; `erasing`: it is asked whether to erase all; `told`: the bot has said
    something in their language already."""

    buttons: tuple[Button, ...] = ()
    topic: str = ""
    answered: frozenset[FollowUp] = frozenset()
    earlier: frozenset[str] = frozenset()
    in_emergency: bool = False
    thinks_of_dying: bool = False
    about_other: bool = False
    held: bool = False
    erasing: bool = False
    told: bool = False
    told_by: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something was asked or told that a short message may go on with."""
        return bool(self.buttons or self.topic)
