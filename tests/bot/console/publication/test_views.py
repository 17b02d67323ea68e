"""What a publisher looks at: words that differ side by side, marks that differ in one line."""

from bot.console.publication.views import changes_view
from bot.studio.differences import Difference, Differences, Said, Sent

CHANGED = Difference("utter_police", "ru", Sent("Бумаги"), Sent("Ваши бумаги"))
STALE = [
    Difference(
        "utter_police", locale, Sent("Papers", (), "unreviewed"), Sent("Papers", (), "stale")
    )
    for locale in ("kk", "en")
]


def test_a_text_whose_words_stay_is_no_pair() -> None:
    found = Differences((*STALE, CHANGED), {"utter_police": Said("police")})
    view = changes_view(found, ["kk", "ru", "en"], "")

    [text] = view.texts
    assert [pair.locale for pair in text.pairs] == ["ru"]
    assert text.marked == ("kk", "en")
    assert view.counts == {"ru": 1}


def test_a_change_of_marks_alone_is_shown_too() -> None:
    view = changes_view(Differences(tuple(STALE), {}), ["kk", "ru", "en"], "en")

    [text] = view.texts
    assert (text.pairs, text.marked) == ((), ("en",))


def test_a_text_that_is_new_or_gone_is_a_pair() -> None:
    new = Difference("utter_police", "ru", None, Sent("Бумаги"))
    view = changes_view(Differences((new,), {}), ["ru"], "")

    assert [pair.locale for pair in view.texts[0].pairs] == ["ru"]
