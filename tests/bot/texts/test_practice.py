"""Practice dialogues as editors write them: what is read, and what is refused, with its line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.check import read_tree
from bot.texts.checks.practice import check
from bot.texts.practice.reading import read_scripts
from bot.texts.practice.script import Opens, Script, When
from bot.texts.practice.signs import SAFETY, read_signs
from bot.texts.tree import Kept
from bot.tickets.ticket import Outcome

GOOD = """\
title: {en: A, ru: А, kk: А}
trains: {en: a, ru: а, kk: а}
urgency: normal
opens: person
outcomes: [informed]
words:
  call: {ru: привет, en: hi, kk: салем, uz: salom yoq, ky: салам, tg: салом}
  bye: {ru: пока, en: bye, kk: сау, uz: xayr, uz-Cyrl: хайрр, ky: кош, tg: хайр}
reactions:
  - {when: begin, after: 0, say: [call]}
  - {when: silence, after: 30, say: [bye], needs: call, read_along: true}
"""


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(read_tree())


def read(files: dict[str, str], text: str) -> Script:
    others = {name: kept for name, kept in files.items() if "/practice/" not in name}
    return read_scripts(Kept({**others, "content/practice/one.yml": text}, "content"))[0]


def test_a_dialogue_is_read_whole(files: dict[str, str]) -> None:
    script = read(files, GOOD)
    assert (script.id, script.opens, script.outcomes) == (
        "one", Opens.PERSON, frozenset({Outcome.INFORMED})
    )  # fmt: skip
    assert script.said("call", "uz-Cyrl") == "салом ёқ", "by the rule of the texts"
    assert script.said("bye", "uz-Cyrl") == "хайрр", "unless it is written"
    begin, silence = script.reactions
    assert (begin.when, begin.after, begin.say) == (When.BEGIN, 0, ("call",))
    assert (silence.needs, silence.read_along, silence.leaves) == ("call", True, False)


@pytest.mark.parametrize(
    ("was", "by", "said"),
    [
        ("urgency: normal", "urgency: dire", "one.yml:3: `urgency` is of: normal"),
        ("opens: person", "opens: door", "one.yml:4: `opens` is of: danger, person"),
        ("[informed]", "[happy]", "one.yml:5: `outcomes` is of: informed"),
        ("tg: салом}", "tg: ''}", "one.yml:7: 'tg' needs a text"),
        ("kk: салем, ", "", "one.yml:7: 'kk' needs a text"),
        ("say: [call]", "say: [cal]", "one.yml:10: there are no words called 'cal'"),
        ("needs: call", "needs: cal", "one.yml:11: there are no words called 'cal'"),
        (", say: [bye], needs: call", "", "one.yml:11: the person says nothing here"),
        ("say: [bye]", "say: [call]", "one.yml:8: nobody says 'bye'"),
        ("when: begin", "when: claim", "one.yml:9: nothing is said at the `begin`"),
        ("when: begin", "when: dawn", "one.yml:10: `when` is of: begin, claim"),
        ("after: 30", "after: 9000", "one.yml:11: `after` is seconds"),
        ("read_along: true", "read_along: 'yes'", "one.yml:11: `read_along` is true or false"),
        ("title:", "titel:", "one.yml:1: no key 'titel' is known here"),
        ("opens: person", "opens: person\nnumbers: ['911']", "`numbers` is of: 112, 103"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    files: dict[str, str], was: str, by: str, said: str
) -> None:
    assert was in GOOD
    with pytest.raises(ContentError) as caught:
        read(files, GOOD.replace(was, by, 1))
    assert said in caught.value.detail


def findings(files: dict[str, str], name: str, text: str) -> Iterator[str]:
    return map(str, check(Kept({**files, f"content/practice/{name}": text}, "content")))


def test_the_gate_reads_dialogues_and_signs(files: dict[str, str]) -> None:
    assert list(check(CONTENT)) == []
    assert list(check(Kept({}, "content"))) == [], "an older publication has none"
    long = GOOD.replace("привет", "слово " * 31)
    assert ["call has 31 words in ru" in one for one in findings(files, "one.yml", long)] == [True]
    wrong = files["content/practice/signs.yml"].replace("can_write", "can_fly")
    (found,) = findings(files, "signs.yml", wrong)
    assert "the deck has no question 'can_fly', which safety names" in found
    broken = Path("content/practice/one.yml").as_posix()
    assert any(broken in one for one in findings(files, "one.yml", "title: 1"))


@pytest.mark.parametrize(
    ("text", "topics", "promises"),
    [
        ("Вам сейчас безопасно писать?", {SAFETY}, False),
        ("Вам сейчас безопасно писать.", set(), False),
        ("Ҳозир ёзиш Сиз учун хавфсизми?", {SAFETY}, False),
        ("Қашан келесіз?", set(), False),
        ("We promise that help is coming", set(), True),
    ],
)
def test_words_show_what_a_message_is(text: str, topics: set[str], *, promises: bool) -> None:
    heard = read_signs(CONTENT).hear(text)
    assert set(heard.topics) == topics
    assert bool(heard.promised) is promises
    assert not heard.gives_away
