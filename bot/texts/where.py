"""Where a text is said: at which step of which flow, and how one comes there."""

from collections.abc import Iterator

from bot.texts import pages
from bot.texts.catalogue import SAID, Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.citations.cited import placed
from flows.format.model import ActionStep, CallStep, CollectStep, Flow, Library, LinkStep, Step
from flows.lint.texts import ENGINE_TEXTS


def found(catalogue: Catalogue, asked: str, locale: str) -> list[str]:
    """The texts that are meant: an id, a page, a footnote mark such as `law 17(1)`, or words that a
    text holds in this language."""
    source = catalogue.texts[catalogue.locales.source]
    known = [*source.sentences.places, *source.bubbles]
    page = source.pages.get(asked)
    if page is not None:
        return list(page.bubbles)
    for name in (asked, f"utter_{asked}"):
        if name in known:
            return [name]
    mark = asked.strip().removeprefix("[^").removesuffix("]")
    citing = dict.fromkeys(
        one.text_id
        for one in placed(catalogue)
        if mark in {text for cited in one.sentence.cites for text in (str(cited), cited.entry)}
    )
    return list(citing) or [name for name in known if _holds(catalogue, name, locale, asked)]


def lines(catalogue: Catalogue, library: Library, text_id: str, locale: str) -> Iterator[str]:
    """A text's place, each step that says it, and what says it besides."""
    file, line = LocalText(catalogue, text_id, locale).where
    yield f"{text_id}  {file}:{line}"
    places = [*_steps(library, text_id), *_others(catalogue, text_id)]
    yield from (f"  {place}" for place in places or ["nothing says it"])


def _steps(library: Library, text_id: str) -> Iterator[str]:
    for flow in library.flows.values():
        said = [step for step in flow.steps if _says(step, text_id)]
        for step in said:
            how = "asked" if isinstance(step, CollectStep) else "said"
            yield f"{how} in flow {flow.id}, step {step.id}  (flows/definitions/{flow.file})"
        if flow.brief == text_id:
            yield f"said instead of flow {flow.id} while an operator is waited for in danger"
        if said or flow.brief == text_id:
            yield from (f"  comes from {one}" for one in _ways(library, flow))


def _says(step: Step, text_id: str) -> bool:
    match step:
        case ActionStep(_, action, _):
            return action == text_id
        case CollectStep():
            return step.utter == text_id
        case _:
            return False


def _ways(library: Library, flow: Flow) -> Iterator[str]:
    for trigger in flow.triggers:
        yield f"words: intent {trigger.intent}"
    for other in library.flows.values():
        for step in other.steps:
            if isinstance(step, LinkStep | CallStep) and step.flow == flow.id:
                yield f"flow {other.id}, step {step.id}"


def _others(catalogue: Catalogue, text_id: str) -> Iterator[str]:
    if text_id in ENGINE_TEXTS:
        yield "said by the program itself, between the flows"
    if text_id in catalogue.SAID:
        yield "said by the program itself, below a page or in the menu of commands"
    if text_id.startswith("reply_"):
        yield f"said by operators: /say {text_id.removeprefix('reply_')}"
    texts = catalogue.texts[catalogue.locales.source]
    for page in texts.pages.values() if text_id.startswith(SAID) else ():
        for bubble, html in page.bubbles.items():
            if text_id in pages.variables(html):
                yield f"taken in by {bubble}"
    for name, entry in texts.sentences.named.items():
        if text_id in entry:
            yield f"taken in by {name}"


def _holds(catalogue: Catalogue, text_id: str, locale: str, words: str) -> bool:
    texts = catalogue.texts[locale]
    page = texts.bubbles.get(text_id)
    written = [page.sections[text_id]] if page else texts.sentences.written(text_id)
    return any(words.casefold() in text.casefold() for text in written)
