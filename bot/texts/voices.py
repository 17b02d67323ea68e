"""The words for operators: `content/desk/LOCALE.ftl`, read once when a process starts.

One group reads one card, so what concerns everybody is in the group's language
(HELPLINE_DESK_LOCALE); what answers one operator is in that operator's own. These texts belong to
the program's commands, so they come with it and aren't published apart from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.errors import ConfigError, ContentError
from bot.message import Arg, Wording
from bot.texts.findings import Finding
from bot.texts.fluent import Sentences, read_sentences
from bot.texts.tree import Folder

DESK = "desk"
DEFAULT = "ru"
"""What operators in Kazakhstan are sure to read."""

TERMINAL = "en"
"""What `helpline operator` and `helpline talk` speak, as every other command does."""

_OWN = Path(__file__).parent.parent.parent / "content" / DESK


@dataclass(frozen=True, slots=True)
class Voice:
    """The desk's texts in one language."""

    locale: str
    sentences: Sentences

    def __call__(self, text_id: str, **args: Arg) -> str:
        """A text. Raises `ContentError` for one that isn't there (`check` finds it before)."""
        said = self.find(text_id, **args)
        if said is None:
            raise ContentError(f"content/{DESK}/{self.locale}.ftl:1: there is no text {text_id}")
        return said

    def find(self, text_id: str, **args: Arg) -> str | None:
        """A text that need not be there, such as the name of a topic that an editor has added."""
        given = {
            name: self.say(value) if isinstance(value, Wording) else value
            for name, value in args.items()
        }
        return self.sentences.format(text_id, given)

    def say(self, wording: Wording) -> str:
        """A text that was given without a language. Raises `ContentError` as a call does."""
        return self(wording.id, **wording.args)

    def named(self, kind: str, value: str) -> str:
        """A topic or a language by name; as it is called inside if nobody has named it yet."""
        return self.find(f"{kind}-{value}") or value.replace("_", " ")


class Voices:
    """All languages of the desk. `own`: the group's."""

    def __init__(self, voices: Mapping[str, Voice], locale: str) -> None:
        self.all = voices
        self.own = voices[locale]

    def of(self, languages: Sequence[str]) -> Voice:
        """The first of somebody's languages that the desk speaks, else the group's."""
        return next((self.all[one] for one in languages if one in self.all), self.own)


def voices(locale: str = "") -> Voices:
    """The desk's texts, for a group that reads `locale`. Raises `ConfigError`, `ContentError`."""
    found = _read()
    chosen = locale or DEFAULT
    if chosen not in found:
        raise ConfigError(f"HELPLINE_DESK_LOCALE is one of: {', '.join(sorted(found))}")
    return Voices(found, chosen)


@cache
def _read() -> Mapping[str, Voice]:
    return read_voices(_OWN)


def read_voices(folder: Folder) -> dict[str, Voice]:
    """Every language in a folder. Raises `ContentError`."""
    files = sorted(folder.glob("*.ftl"), key=lambda one: one.name)
    return {
        file.stem: Voice(file.stem, read_sentences(file.stem, folder, file.name)) for file in files
    }


def check(content: Folder) -> Iterator[Finding]:
    """Every language has every text, and names the same things. Raises `ContentError`."""
    found = read_voices(content / DESK)
    source = found.pop(DEFAULT, None)
    if source is None:
        return
    for locale, voice in found.items():
        file = f"content/{DESK}/{locale}.ftl"
        for text_id, (_, line) in source.sentences.places.items():
            if text_id not in voice.sentences.places:
                yield Finding(file, 1, f"{text_id} is missing", f"See {DEFAULT}.ftl, line {line}")
        for text_id, (_, line) in voice.sentences.places.items():
            if text_id not in source.sentences.places:
                mend = f"Take it out, or write it into {DEFAULT}.ftl"
                yield Finding(file, line, f"{text_id} isn't in {DEFAULT}.ftl", mend)
            elif voice.sentences.variables[text_id] != source.sentences.variables[text_id]:
                named = ", ".join(sorted(source.sentences.variables[text_id])) or "nothing"
                yield Finding(file, line, f"{text_id} names other things", f"It names: {named}")
