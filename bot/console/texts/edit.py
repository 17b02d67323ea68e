"""The page of one text: its source, its words, the phone, what the check says, where it is said."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aiohttp import web
from markupsafe import Markup

from bot.console.bodies import Numbered, body
from bot.console.routes import Route, Visit
from bot.console.texts.looks import Looks, Unreadable, get, post, refused
from bot.errors import ContentError
from bot.studio.draft_check import Checked, check_entry, numbers_gone
from bot.studio.entries import Entry, find_entry, written
from bot.studio.errors import NotSaved
from bot.studio.fluent_file import NOTE, TEXT
from bot.studio.page_file import DOUBTS
from bot.studio.reach import reach_of
from bot.studio.snapshot import Snapshot
from bot.studio.studio import Draft
from bot.studio.word_changes import changes
from bot.studio.work import next_stale, stale_names
from bot.texts import wording
from bot.texts.checks.buttons import LABEL
from bot.texts.checks.glossary import SOURCE, says, words_of
from bot.texts.citations import own
from bot.texts.citations.cited import placed_in
from bot.texts.citations.marks import without_marks
from bot.texts.findings import Finding
from bot.texts.preview import Bubble, bubbles
from bot.texts.voices import TERMINAL

_HERE = (
    ("`helpline sources --own`", "studio-mend-mark"),
    ("`helpline accept ru`", "studio-mend-own"),
    ("`helpline accept ", "studio-mend-compare"),
)
"""Ways to mend that name a command, and the text that says it for this page."""

MOST_WHY = 300
PLACES = 12
"""Steps that say a text and are shown at once: the rest is folded, and counted."""


class Candidate(Numbered):
    """What somebody has typed so far."""

    fields: dict[str, str]


class ToSave(Numbered):
    """What somebody wants to save (see `Draft`). `doubt`: one more, for the next reviewer."""

    version: str
    fields: dict[str, str]
    why: str
    compared: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One box of the page. `most`: the characters that fit, 0 where the check alone knows."""

    name: str
    words: str
    source: str
    kind: str
    most: int


class Edit:
    """Answers the requests about one text."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, what the check says of a candidate, the save, and the history."""
        of_text = "/texts/edit/{locale}/{text}"
        reading = self._looks.reading
        return (
            get(of_text, reading(self._page)),
            post(f"{of_text}/check", reading(self._check)),
            post(f"{of_text}/save", reading(self._save)),
            get(f"{of_text}/history", reading(self._history)),
        )

    async def _page(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        entry = _entry(visit, snapshot)
        if entry is None:
            name = visit.request.match_info["text"]
            said = self._looks.voice(visit)("studio-no-text", name=name)
            return await self._looks.page(visit, "broken", said=said, file="")
        catalogue = snapshot.catalogue
        source_locale = catalogue.locales.source
        source = _named(snapshot, source_locale, entry.name)
        stale = entry.name in set(stale_names(snapshot, entry.locale))
        before = await self._looks.studio.source_before(snapshot, entry) if stale else None
        return await self._looks.page(
            visit,
            "edit",
            entry=entry,
            asked=visit.request.match_info["text"],
            fields=list(_fields(entry, source)),
            source=source if entry.locale != source_locale else None,
            marked=dict(_marked(before, source)) if before and source else {},
            stale=stale,
            following=next_stale(snapshot, entry.locale, entry.name),
            reach=reach_of(snapshot, entry),
            places=PLACES,
            descriptions={one.id: one.description for one in snapshot.library.flows.values()},
            locales=[one.id for one in catalogue.locales.all if not one.derived_from],
            terms=list(_terms(snapshot, entry, source)),
            rests_on=list(_rests_on(snapshot, entry.name)),
            about_us=about_us(entry),
            own_rows=_own_rows(snapshot) if about_us(entry) else [],
            version=snapshot.version,
            **self._checked(visit, snapshot, entry),
        )

    async def _check(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        typed = await body(visit, Candidate)
        entry = _entry(visit, snapshot)
        if entry is None:
            return refused("")
        voice = self._looks.voice(visit)
        try:  # in a thread: the desk answers people in this one
            entry, values = await asyncio.to_thread(
                self._candidate, visit, snapshot, entry, typed.fields
            )
        except Unreadable as error:
            return self._looks.fragment(
                visit, "unreadable", said=self._looks.told(error, voice), entry=entry
            )
        return self._looks.fragment(visit, "checked", entry=entry, **values)

    def _candidate(
        self, visit: Visit, snapshot: Snapshot, entry: Entry, fields: dict[str, str]
    ) -> tuple[Entry, dict[str, object]]:
        """A text as it would be. Raises `ContentError`, `FlowError`."""
        text = written(snapshot.catalogue, snapshot.files, entry, fields)
        then = snapshot.with_file(entry.path, text, self._looks.studio.clock)
        after = _named(then, entry.locale, entry.name) or entry
        return after, self._checked(visit, then, after, numbers_gone(entry, after))

    async def _save(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        wanted = await body(visit, ToSave)
        entry = _entry(visit, snapshot)
        voice = self._looks.voice(visit)

        async def save() -> dict[str, object]:
            if entry is None:
                raise NotSaved("studio-no-text", name=visit.request.match_info["text"])
            why = " ".join(wanted.why.split())
            if not 1 <= len(why) <= MOST_WHY:
                raise NotSaved("studio-say-why", most=MOST_WHY)
            fields = {name: words for name, words in wanted.fields.items() if name in entry.fields}
            if wanted.doubt.strip():
                _add_doubt(entry, fields, wanted.doubt)
            draft = Draft(
                entry.locale,
                entry.name,
                wanted.version,
                fields,
                visit.who.operator.name,
                why,
                wanted.compared,
            )
            saved = await self._looks.studio.save(draft)
            said = [voice("studio-saved" if saved.changed else "studio-nothing-to-save")]
            if saved.merged:
                said.append(voice("studio-merged"))
            if saved.unsigned:
                said.append(voice("studio-unsigned"))
            now = await self._looks.studio.snapshot()
            after = _named(now, entry.locale, entry.name) or entry
            found = await asyncio.to_thread(check_entry, now, after)
            if count := sum(not one.stale for one in found.faults):
                said.append(voice("studio-saved-faults", count=count))
            stale = await asyncio.to_thread(
                lambda: entry.name in set(stale_names(now, entry.locale))
            )
            return {
                "said": " ".join(said),
                "version": now.version,
                "fields": dict(after.fields),
                "stale": stale,
            }

        return await self._looks.answering(visit, save)

    async def _history(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        entry = _entry(visit, snapshot)
        if entry is None:
            return refused("")
        editions = await self._looks.studio.history(entry)
        shown = [
            (
                one.version,
                [
                    (name, list(changes(one.before.get(name, ""), words)))
                    for name, words in one.fields.items()
                    if words != one.before.get(name, "")
                ],
            )
            for one in editions
        ]
        return self._looks.fragment(visit, "history", editions=shown)

    def _checked(
        self, visit: Visit, snapshot: Snapshot, entry: Entry, gone: Sequence[Finding] = ()
    ) -> dict[str, object]:
        locale = wording.chosen(None, self._looks.voice(visit).locale)
        found = check_entry(snapshot, entry) if entry.exists else Checked((), ())

        voice = self._looks.voice(visit)

        def said(one: Finding) -> tuple[str, str]:
            here = next((text_id for part, text_id in _HERE if part in one.mend), "")
            what = one.what if locale == TERMINAL else wording.translated(one.what, locale)
            if here:
                return what, voice(here)
            return what, one.mend if locale == TERMINAL else wording.translated(one.mend, locale)

        today = self._looks.studio.clock.now().date()
        return {
            "faults": [said(one) for one in found.faults if not one.stale],
            "lagging": [said(one) for one in found.faults if one.stale],
            "notes": [said(one) for one in (*gone, *found.notes)],
            "phones": list(phones(snapshot, entry, today)) if entry.exists else [],
        }


def phones(
    snapshot: Snapshot, entry: Entry, today: date
) -> Iterator[tuple[str, list[tuple[Bubble, Markup]]]]:
    """A locale and the bubbles as they will be sent, for the text and for what is made from it."""
    catalogue = snapshot.catalogue
    for locale in catalogue.locales.all:
        if entry.locale not in (locale.id, locale.derived_from):
            continue
        shown: list[tuple[Bubble, Markup]] = []
        try:
            for one in bubbles(catalogue, snapshot.library, entry.name, locale.id, today):
                shown.append((one, Markup(one.html)))  # noqa: S704 - escaped where it is made
        except (ContentError, KeyError):
            pass  # a label alone is shown on its questions; a fault is among the findings
        yield locale.id, shown


def _entry(visit: Visit, snapshot: Snapshot) -> Entry | None:
    info = visit.request.match_info
    return _named(snapshot, info["locale"], info["text"])


def _named(snapshot: Snapshot, locale: str, name: str) -> Entry | None:
    return find_entry(snapshot.catalogue, snapshot.files, locale, name)


def _fields(entry: Entry, source: Entry | None) -> Iterator[Field]:
    there = source.fields if source else {}
    for name, words in entry.fields.items():
        if name.startswith("."):
            kind, most = "button", LABEL
        elif name in (NOTE, DOUBTS):
            kind, most = name, 0
        elif name == TEXT and entry.name.startswith(("value-", "deck_answer_", "deck_group_")):
            kind, most = "button", LABEL
        else:
            kind, most = "words", 0
        yield Field(name, words, without_marks(there.get(name, "")), kind, most)


def _marked(before: dict[str, str], source: Entry) -> Iterator[tuple[str, list[object]]]:
    for name, words in source.fields.items():
        if name not in (NOTE, DOUBTS):
            yield name, list(changes(without_marks(before.get(name, "")), without_marks(words)))


def _terms(snapshot: Snapshot, entry: Entry, source: Entry | None) -> Iterator[tuple[str, str]]:
    """The glossary's words that the source text says, and how this language says them."""
    own = snapshot.catalogue.locales.source
    if source is None or entry.locale == own:
        return
    said = words_of(" ".join(source.fields.values()))
    for term in snapshot.terms:
        ways = ", ".join(term.words.get(entry.locale, ()))
        if ways and says(said, term.words.get(own, ()), SOURCE):
            yield ", ".join(term.words[own]), ways


def about_us(entry: Entry) -> bool:
    """Whether a text of the source language says what this program does."""
    return any(f"[^{own.NAME} " in words for words in entry.fields.values())


def _rests_on(snapshot: Snapshot, name: str) -> Iterator[tuple[str, str]]:
    """The marks of a text in the source language, each once, and what stands there."""
    facts = dict(_own_rows(snapshot))
    cites = dict.fromkeys(
        one for held in placed_in(snapshot.catalogue, name) for one in held.sentence.cites
    )
    for one in cites:
        source = snapshot.sources.get(one.entry)
        if one.entry == own.NAME:
            yield str(one), facts.get(str(one), "")
        elif source is not None:
            yield str(one), f"{source.title}. {source.quoted(one.article)}".strip()


def _own_rows(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(f"{own.NAME} {row}", fact.said) for row, fact in own.facts(snapshot.library).items()]


def _add_doubt(entry: Entry, fields: dict[str, str], doubt: str) -> None:
    field, begins = (DOUBTS, "") if entry.is_page else (NOTE, "doubt: ")
    held = fields.get(field, entry.fields.get(field, ""))
    line = begins + " ".join(doubt.split())
    fields[field] = f"{held}\n{line}" if held.strip() else line
