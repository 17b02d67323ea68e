"""The lawyer's sheet: each sentence that rests on a source, beside that source's words.

A CSV file with semicolons, in UTF-8 with its mark: what Excel in Russian and LibreOffice open by a
double click, what can be printed and filled in with a pen, and what comes back with nothing lost,
as rows are known by their codes. (A web page would need a script to be saved filled in; a workbook
couldn't be compared line by line in a change.)
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue, plain
from bot.texts.citations import own
from bot.texts.citations.cited import Placed, code, in_locale, placed
from bot.texts.citations.marks import Citation
from bot.texts.citations.signed import Signature, Verdict
from bot.texts.citations.sources import Certainty, Sources
from bot.texts.pages import fill, variables

CODE, WHERE, WORDS, RUSSIAN, SOURCE, QUOTE, CERTAINTY, VERDICT, WHY = HEADINGS = (
    "код",
    "где",
    "предложение",
    "по-русски",
    "на чём основано",
    "что там сказано",
    "насколько проверено",
    "верно? да / нет",
    "почему нет",
)
BY, ON = "подпись", "дата"
"""The last two rows: who signed, and when, beside these words."""

HOW_SURE: Mapping[Certainty, str] = {
    Certainty.OFFICIAL: "прочитано в официальном тексте",
    Certainty.COPY: "прочитано в неофициальной копии текста",
    Certainty.SECONDARY: "из прессы или чужого изложения",
    Certainty.STATEMENT: "со слов или по нашему суждению",
}
_VERDICTS = {
    **dict.fromkeys(("да", "иә", "ия", "yes", "y", "+", "1"), Verdict.YES),
    **dict.fromkeys(("нет", "жоқ", "no", "n", "-", "0"), Verdict.NO),
}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, or in a translation the line that holds it, with all that it rests on. `whole`:
    a whole text (`bot.texts.citations.asked`)."""

    code: str
    text_id: str
    file: str
    line: int
    words: str
    source_words: str
    cites: tuple[Citation, ...]
    whole: bool = False


def rows(
    catalogue: Catalogue, sources: Sources, locale: str, among: Iterable[Placed] | None = None
) -> list[Row]:
    """The rows of a language, or those of some sentences. Those about ourselves are held by a
    test, not by a lawyer."""
    grouped: dict[tuple[str, str], list[Placed]] = {}
    for one in placed(catalogue) if among is None else among:
        words = in_locale(catalogue, one, locale) if _cites(one, sources) else None
        if words is not None and not one.sentence.is_lead:
            grouped.setdefault((one.text_id, words), []).append(one)
    return [_row(catalogue, sources, locale, *key, group) for key, group in grouped.items()]


def written(
    found: Sequence[Row],
    sources: Sources,
    signed: Mapping[str, Signature],
    values: Mapping[str, str],
) -> str:
    """The sheet; what is signed already is filled in. `values`: what the variables are today."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in found:
        mark = signed.get(row.code)
        writer.writerow(
            (
                row.code,
                f"{row.text_id} ({row.file}:{row.line})",
                plain_words(row.words, values),
                plain_words(row.source_words, values),
                "\n".join(named(one, sources) for one in row.cites),
                "\n".join(sources[one.entry].quoted(one.article) for one in row.cites),
                "\n".join(dict.fromkeys(HOW_SURE[sources[c.entry].certainty] for c in row.cites)),
                {Verdict.YES: "да", Verdict.NO: "нет", None: ""}[mark.verdict if mark else None],
                mark.why if mark else "",
            )
        )
    writer.writerow((BY, ""))
    writer.writerow((ON, ""))
    return "\ufeff" + sheet.getvalue()


def taken(given: bytes) -> Iterator[tuple[str, Signature]]:
    """The marks in a sheet that comes back, by code. Raises `ContentError` for one that can't be
    taken: no column of codes, no signature, an answer that is none, a no without a reason."""
    lines = _lines(_decoded(given))
    header = [cell.strip().lower() for cell in lines[0]] if lines else []
    if CODE not in header or VERDICT not in header:
        raise ContentError(f"the sheet's first row must hold {CODE!r} and {VERDICT!r}")
    signed = {line[0].strip().lower(): line[1].strip() for line in lines if len(line) > 1}
    by, on = signed.get(BY, ""), signed.get(ON, "")
    for number, line in enumerate(lines[1:], 2):
        cells = dict(zip(header, (cell.strip() for cell in line), strict=False))
        answer, name = cells.get(VERDICT, "").lower().rstrip("."), cells.get(CODE, "")
        if not answer or name.lower() in (BY, ON):
            continue
        if answer not in _VERDICTS:
            raise ContentError(f"row {number} of the sheet: {answer!r} is neither да nor нет")
        verdict, why = _VERDICTS[answer], cells.get(WHY, "")
        if verdict is Verdict.NO and not why:
            raise ContentError(f"row {number} of the sheet: a нет needs a reason in {WHY!r}")
        if not by:
            raise ContentError(f"the sheet isn't signed: write the name beside {BY!r}")
        text = cells.get(WHERE, "").split(" ")[0] or "?"
        yield name, Signature(text, verdict, why, by, _day(on))


def _row(
    catalogue: Catalogue,
    sources: Sources,
    locale: str,
    text_id: str,
    words: str,
    group: Sequence[Placed],
) -> Row:
    cites = tuple(dict.fromkeys(one for placed in group for one in _cites(placed, sources)))
    texts = catalogue.texts[locale]
    page = texts.bubbles.get(text_id)
    if page is None:
        file, line = texts.sentences.places[text_id]
    else:
        file, line = page.file, page.lines[text_id]
    is_source = locale == catalogue.locales.source
    return Row(
        code=code([words], cites, sources),
        text_id=text_id,
        file=group[0].file if is_source else file,
        line=group[0].line if is_source else line,
        words=words,
        source_words="" if is_source else " ".join(one.words for one in group),
        cites=cites,
    )


def _cites(one: Placed, sources: Sources) -> tuple[Citation, ...]:
    return tuple(
        cited
        for cited in one.sentence.cites
        if cited.entry != own.NAME
        and cited.entry in sources
        and sources[cited.entry].has(cited.article)
    )


def named(one: Citation, sources: Sources) -> str:
    source = sources[one.entry]
    parts = [source.title]
    if one.article:
        parts.append(f"ст. (п.) {one.article}")
    if source.redaction:
        parts.append(f"в редакции {source.redaction:%d.%m.%Y}")
    if source.address:
        parts.append(source.address)
    return ", ".join(parts)


def plain_words(words: str, values: Mapping[str, str]) -> str:
    """A sentence as it is read, variables filled; one that begins like a formula mustn't become one
    in a spreadsheet."""
    unknown = {name: f"{{ ${name} }}" for name in variables(words) if name not in values}
    text = plain(fill(words, {**values, **unknown})).replace("**", "")
    return text.lstrip("=+-@# \t")


def _decoded(given: bytes) -> str:
    """As spreadsheets save it: UTF-8, "Unicode text", or Windows' Cyrillic."""
    if given.startswith((b"\xff\xfe", b"\xfe\xff")):
        return given.decode("utf-16")
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError:
        return given.decode("cp1251")


def _lines(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _day(written: str) -> date:
    dotted = _DOTTED.fullmatch(written)
    try:
        if dotted:
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        return date.fromisoformat(written)
    except ValueError:
        what = f"the sheet has no day: write it beside {ON!r}, such as 01.12.2026"
        raise ContentError(what) from None
