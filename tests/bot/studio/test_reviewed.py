"""A signed review as a commit: marks, the head of a page, and nothing else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.studio.errors import NotSaved
from bot.studio.reviewed import SignedReview, asked
from bot.studio.studio import Studio
from bot.studio.working_tree import WorkingTree
from bot.texts.citations.asked import Reviewer
from bot.texts.citations.signed import Verdict
from bot.texts.pages import read_page
from tests.bot.studio.police import PAGE, with_police
from tests.bot.studio.trees import git
from tests.kit.constants import NOW

YES, NO = (Verdict.YES, ""), (Verdict.NO, "не так")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_police(tmp_path / "texts")


@pytest.fixture
def studio(folder: Path) -> Iterator[Studio]:
    clock = SettableClock(NOW)
    made = Studio(clock, WorkingTree(folder, clock))
    yield made
    made.close()


async def review(
    studio: Studio,
    *answers: tuple[Verdict, str],
    reviewer: Reviewer = Reviewer.LAWYER,
    locale: str = "ru",
    by: str = "И. Фамилия",
) -> SignedReview:
    """Of the page about the police: the first answers as given, yes to the others."""
    empty = SignedReview(reviewer, locale, ("police",), {}, by, "адвокат", "Wren")
    codes = [row.code for row in asked(await studio.snapshot(), empty)]
    given = dict(zip(codes, [*answers, *[YES] * (len(codes) - len(answers))], strict=True))
    return SignedReview(reviewer, locale, ("police",), given, by, "адвокат", "Wren")


async def test_a_signature_changes_its_own_lines_alone(studio: Studio, folder: Path) -> None:
    saved = await studio.review(await review(studio))

    assert saved.changed
    changed = git(folder, "show", "--numstat", "--format=").split("\n")
    marks = len((await review(studio)).answers) + 3
    assert {*filter(None, changed)} == {f"4\t3\t{PAGE}", f"{marks}\t0\tcontent/ru/signed.yml"}
    page = read_page(PAGE, "police", (folder / PAGE).read_text())
    assert page.reviewed
    assert (page.reviewed_by, page.reviewed_on) == ("И. Фамилия", NOW.date())
    assert page.review_by == date(2027, 11, 25)
    again = await studio.review(await review(studio))
    assert not again.changed


async def test_a_no_takes_an_earlier_signature_back(studio: Studio, folder: Path) -> None:
    await studio.review(await review(studio))
    await studio.review(await review(studio, NO, by="Б. Сейтов"))

    page = read_page(PAGE, "police", (folder / PAGE).read_text())
    assert not page.reviewed
    assert page.reviewed_by is page.reviewed_text is None
    assert page.review_by == date(2027, 11, 25)


async def test_a_translation_s_head_is_the_native_speaker_s(studio: Studio, folder: Path) -> None:
    file = folder / "content/kk/pages/police.md"
    await studio.review(await review(studio, locale="kk"))
    assert "reviewed_by:\n" in file.read_text()
    assert (folder / "content/kk/signed.yml").exists()

    await studio.review(await review(studio, reviewer=Reviewer.SPEAKER, locale="kk"))
    assert 'reviewed_by: "И. Фамилия"\n' in file.read_text()


async def test_words_that_have_changed_since_arent_signed(studio: Studio, folder: Path) -> None:
    read = await review(studio)
    (folder / PAGE).write_text(
        (folder / PAGE).read_text().replace("решаете Вы", "решаете только Вы")
    )
    git(folder, "commit", "-qam", "By hand")

    with pytest.raises(NotSaved, match="review-changed"):
        await studio.review(read)

    assert not (folder / "content/ru/signed.yml").exists()


async def test_an_editor_s_change_takes_the_whole_signature_out(
    studio: Studio, folder: Path
) -> None:
    await studio.review(await review(studio))
    snapshot = await studio.snapshot()
    text = snapshot.files[PAGE].replace("решаете Вы", "решаете только Вы")
    page = read_page(PAGE, "police", text)
    assert page.reviewed_by == "И. Фамилия"
    assert not page.reviewed, "other words than those that were signed"
