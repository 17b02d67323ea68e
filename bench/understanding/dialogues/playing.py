"""Plays dialogues on the real core: one conversation each, with a helpline of its own, in this
process."""

from collections.abc import AsyncIterator, Callable, Sequence

from bench.understanding.dialogues.model import Act, Dialogue, Names, Turn
from bench.understanding.dialogues.scoring import Played, Seen, judge
from bot.cli.talk import talking
from bot.cli.talking import Line, Talk
from bot.clock import SystemClock
from bot.compose import own_publication
from bot.errors import HelplineError
from flows.format.model import Library
from flows.status import Status
from nlu.recogniser import Recogniser

EVERY = 25
"""After so many dialogues it is said how far it is."""


async def play(
    dialogues: Sequence[Dialogue],
    names: Names,
    recogniser: Recogniser,
    say: Callable[[str], None],
) -> AsyncIterator[Played]:
    """Each dialogue, played and judged, in their order. Raises `ConfigError`."""
    publication = own_publication(SystemClock())
    for number, dialogue in enumerate(dialogues, 1):
        async with talking(
            locale=dialogue.locale,
            with_model=True,
            recogniser=recogniser,
            publication=publication,
        ) as talk:
            yield await _play(talk, dialogue, names, publication.library)
        if number % EVERY == 0:
            say(f"{number} of {len(dialogues)} dialogues")


async def _play(talk: Talk, dialogue: Dialogue, names: Names, library: Library) -> Played:
    before = await _seen(talk, [])
    judged = []
    for turn in dialogue.turns:
        try:
            seen = await _seen(talk, await _do(talk, turn, library))
        except (ValueError, HelplineError):
            seen = await _seen(talk, [], fault=f"{turn.act} could not be done")
        judged.append(judge(turn, before, seen, names))
        before = seen
    return Played(dialogue, tuple(judged))


async def _do(talk: Talk, turn: Turn, library: Library) -> list[Line]:
    """One act. Raises `ValueError`, `NotAllowed` if it can't be done."""
    match turn.act:
        case Act.TEXT:
            return await talk.text(turn.value)
        case Act.OPERATOR:
            return await talk.operator(turn.value)
        case Act.WAIT:
            return await talk.wait(float(turn.value))
        case Act.PRESS:
            return await _press(talk, turn.value, library)


async def _press(talk: Talk, button: str, library: Library) -> list[Line]:
    """A button as `text.value` ("utter_ask_can_write.yes"), else by its label or number. Raises
    `ValueError` if it can't be seen."""
    text, _, value = button.partition(".")
    for choices in library.offered.values():
        for choice in choices:
            if choice.value == value and talk.was_shown(choice.id):
                flow = library.flows[choice.flow]
                step = flow.step(choice.step)
                if step is not None and getattr(step, "utter", "") == text:
                    return await talk.press_choice(choice.id)
    return await talk.press(button)


async def _seen(talk: Talk, lines: Sequence[Line], fault: str = "") -> Seen:
    state = await talk.state()
    said = [line for line in lines if line["to"] == "person"]
    return Seen(
        ids=tuple(text_id for line in said for text_id in line["ids"]),
        text="\n".join(line["text"] for line in said),
        bubbles=len(said),
        operators="\n".join(line["text"] for line in lines if line["to"] == "operators"),
        status=Status(state["status"]),
        urgency=await talk.urgency(),
        locale=state["locale"],
        pending=state["pending"],
        fault=fault,
    )
