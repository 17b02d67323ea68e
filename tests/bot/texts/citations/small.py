"""A small tree of texts in two languages, whose sentences rest on a law of two articles."""

from datetime import UTC, datetime
from pathlib import Path

from bot.clock import SettableClock
from bot.texts.catalogue import Catalogue

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))

LOCALES = """\
source: ru
locales:
  ru: {name: Русский, script: Cyrl, review: needs_native_review}
  en: {name: English, script: Latn, review: needs_native_review}
"""
SOURCES = """\
law:
  title: Закон о торговле людьми
  certainty: copy
  redaction: 2026-07-12
  address: example
  articles:
    "17(1)": имеет право обратиться
    "17(2)12)": не менее тридцати дней
press:
  title: Газета
  certainty: secondary
  address: example
"""
HOURS = "offices:\n  desk:\n    weekdays:\n" + "".join(
    f'      {day}: ["09:00-18:00"]\n'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
SOURCED = """\
law:
  why: says something about the law
  mend: Write a mark behind it
  words: [закон*, 30 дней]
  unless: [спросите]
own:
  cites: own
  why: says what this program does
  mend: Write a mark behind it
  words: [храним]
"""
PAGE = """\
---
reviewed_by:
---
# Время

По закону есть 30 дней. [^law 17(2)12)] Спросите юриста.

Вы можете:
- просить о признании [^law 17(1)]
- подумать
"""
ENGLISH = """\
---
reviewed_by:
---
# Time

By law there are 30 days. Ask a lawyer.

You may:
- ask to be recognised
- think
"""
PRIVACY = """\
# [^own conversation] Помним
# [^press] Газета
utter_kept = Помним { $keep_hours } ч. Газета об этом писала.
"""


def small(
    folder: Path, *, page: str = PAGE, english: str = ENGLISH, privacy: str = PRIVACY
) -> Path:
    """Write it; returns the folder `content`."""
    content = folder / "content"
    files = {
        "locales.yml": LOCALES,
        "sources.yml": SOURCES,
        "sourced.yml": SOURCED,
        "hours.yml": HOURS,
        "contacts.yml": "phone_112: {number: '112', show: always, source: [x]}\n",
        "ru/pages/time.md": page,
        "en/pages/time.md": english,
        "ru/some.ftl": privacy,
        "en/some.ftl": "utter_kept = Kept { $keep_hours } h. A paper wrote of it.\n",
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content


def read(content: Path) -> Catalogue:
    """Its catalogue."""
    return Catalogue.read(CLOCK, content)
