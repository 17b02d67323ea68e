"""A signed review, written where the check looks for it: each answer into `signed.yml`, and the
signature into the front matter of pages that are right as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.studio import page_file
from bot.studio.errors import NotSaved
from bot.studio.snapshot import Snapshot
from bot.texts.citations import signed
from bot.texts.citations.asked import Reviewer, every_question, questions, signs_pages
from bot.texts.citations.sheet import Row
from bot.texts.citations.signed import Signature, Verdict, read_signed

REVIEW_AGAIN = timedelta(days=365)
"""Of a signed page (docs/editing.md: a year ahead at most)."""


@dataclass(frozen=True, slots=True)
class SignedReview:
    """What a reviewer has signed. `names`: the texts; `answers`: code of what was asked → verdict,
    and why not; `by`, `profession`: as they write them; `asked_by`: an editor's code name."""

    reviewer: Reviewer
    locale: str
    names: tuple[str, ...]
    answers: Mapping[str, tuple[Verdict, str]]
    by: str
    profession: str
    asked_by: str

    @property
    def why(self) -> str:
        """Of the commit. Names nobody: the signature stands in the files."""
        wrong = sum(verdict is Verdict.NO for verdict, _ in self.answers.values())
        right = len(self.answers) - wrong
        return (
            f"{self.locale}: a {self.reviewer.value}'s review, {right} right, {wrong} wrong; "
            f"asked for by {self.asked_by}"
        )


def asked(snapshot: Snapshot, review: SignedReview) -> list[Row]:
    """What is asked about the texts as they are now."""
    return [
        row
        for name in review.names
        for row in questions(
            snapshot.catalogue, snapshot.sources, review.locale, review.reviewer, name
        )
    ]


def files_of(snapshot: Snapshot, review: SignedReview, today: date) -> dict[str, str]:
    """The files that say so: path → text. Raises `NotSaved` where words have changed since they
    were answered for."""
    rows = asked(snapshot, review)
    changed = sum(row.code not in review.answers for row in rows)
    if changed or not rows:
        raise NotSaved("review-changed", count=changed)
    marks = {
        row.code: Signature(
            row.text_id, *review.answers[row.code], review.by, today, review.profession
        )
        for row in rows
    }
    kept = {**read_signed(snapshot.content / review.locale), **marks}
    living = (
        row.code for row in every_question(snapshot.catalogue, snapshot.sources, review.locale)
    )
    path = f"content/{review.locale}/{signed.FILE}"
    return {path: signed.as_text(kept, living), **_pages(snapshot, review, marks, today)}


def _pages(
    snapshot: Snapshot, review: SignedReview, marks: Mapping[str, Signature], today: date
) -> dict[str, str]:
    catalogue, sources = snapshot.catalogue, snapshot.sources
    if review.reviewer is not signs_pages(catalogue, review.locale):
        return {}
    found: dict[str, str] = {}
    for name in review.names:
        page = catalogue.texts[review.locale].pages.get(name)
        if page is None:
            continue
        path = f"content/{review.locale}/pages/{name}.md"
        text = snapshot.files[path]
        rows = questions(catalogue, sources, review.locale, review.reviewer, name)
        if all(marks[row.code].verdict is Verdict.YES for row in rows):
            again = today + REVIEW_AGAIN
            found[path] = page_file.signed(text, review.by, today, again, page.digest)
        elif page.reviewed:
            found[path] = page_file.without_signature(text)
    return found
