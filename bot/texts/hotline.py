"""`content/hotline.yml`: what the hotline has said of itself. Without it texts stay with what is
certainly true.

Names are variables of texts: a line that names one which isn't set vanishes. Choices are selectors
of Fluent messages, whose default is `unknown`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.texts import dates
from bot.texts.locales import Locales
from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml
from bot.tickets.hours import Hours, Office, Shift

FILE = "hotline.yml"
UNKNOWN = "unknown"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "place": ("read_only", "passed_on_if_asked"),
    "calls_112": ("never", "if_asked", "in_danger"),
    "tells_police": ("if_asked", "must_tell"),
}
"""Question → the answers that it may have. `place`: what operators do with the name of a place;
`calls_112`: whether and when they may call it; `tells_police`: when they tell the police."""

VARIABLES: Mapping[str, str] = {
    "hotline_place": "place",
    "hotline_112": "calls_112",
    "hotline_police": "tells_police",
}
"""What texts call the choices."""

NAMES = ("hotline_name", "hotline_languages", "hotline_hours")
"""What texts call the rest."""


@dataclass(frozen=True)
class Hotline:
    """The hotline that runs this, and what its operators do. `languages`: locale ids; `hours`:
    those of `hours.yml`, if they are the hotline's own word; `choices`: question → answer."""

    name: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours | None = None
    choices: Mapping[str, str] = field(default_factory=dict)

    def answers(self) -> dict[str, str]:
        """The choices as texts name them."""
        return {variable: self.choices.get(key, UNKNOWN) for variable, key in VARIABLES.items()}

    def names(self, locales: Locales, locale: str) -> dict[str, str]:
        """The names in a language; empty for what isn't set."""
        return {
            "hotline_name": self.name,
            "hotline_languages": ", ".join(locales[one].name for one in self.languages),
            "hotline_hours": shown_hours(self.hours, locale) if self.hours else "",
        }


def read_hotline(folder: Folder, locales: Locales, hours: Hours) -> Hotline:
    """Read the settings; nothing is set without the file. Raises `ContentError`."""
    if not any(folder.glob(FILE)):
        return Hotline()
    document = read_yaml(folder / FILE)
    body = document.root
    document.known(body, {"name", "languages", "show_hours", *CHOICES})
    languages = document.words(body, "languages")
    known = [one.id for one in locales.all]
    for one in languages:
        if one not in known:
            what = f"there is no language {one!r}; listed are: {', '.join(known)}"
            raise document.fault(body, what, "languages")
    return Hotline(
        name=document.word(body, "name") if body.get("name") is not None else "",
        languages=languages,
        hours=hours if _flag(document, body, "show_hours") else None,
        choices={key: _choice(document, body, key) for key in CHOICES if body.get(key) is not None},
    )


def _choice(document: Document, body: Any, key: str) -> str:
    answer = body[key]
    if answer not in CHOICES[key]:
        allowed = ", ".join(CHOICES[key])
        raise document.fault(body, f"{key!r} is one of: {allowed}; or empty", key)
    return str(answer)


def _flag(document: Document, body: Any, key: str) -> bool:
    value = body.get(key)
    if value is not None and not isinstance(value, bool):
        raise document.fault(body, f"{key!r} is true, false or empty", key)
    return bool(value)


def shown_hours(hours: Hours, locale: str) -> str:
    """Weekdays and their shifts, as `пн–пт 09:00–18:00, сб 10:00–14:00`; 24/7 if that is so."""
    return "; ".join(_office(office, locale) for office in hours.offices)


def _office(office: Office, locale: str) -> str:
    runs: list[tuple[int, int, tuple[Shift, ...]]] = []
    for day, shifts in enumerate(office.weekdays):
        if runs and runs[-1][2] == shifts:
            runs[-1] = (runs[-1][0], day, shifts)
        else:
            runs.append((day, day, shifts))
    if len(runs) == 1 and [_spoken(one) for one in runs[0][2]] == ["00:00–24:00"]:
        return "24/7"
    return ", ".join(_run(*run, locale) for run in runs if run[2])


def _run(first: int, last: int, shifts: tuple[Shift, ...], locale: str) -> str:
    days = dates.weekday(first, locale)
    if last != first:
        days += f"–{dates.weekday(last, locale)}"
    return f"{days} {', '.join(map(_spoken, shifts))}"


def _spoken(shift: Shift) -> str:
    begins = shift.start.hour * 60 + shift.start.minute
    ends = begins + int(shift.length.total_seconds()) // 60
    ends -= 24 * 60 if ends > 24 * 60 else 0
    return f"{begins // 60:02}:{begins % 60:02}–{ends // 60:02}:{ends % 60:02}"
