"""The state's emergency numbers are pinned here, in the program, where no publication reaches.

Whoever deceived enough publishers could else give everybody another number for the police.
"""

from collections.abc import Iterator, Mapping

from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.contacts import Show
from bot.texts.findings import Finding
from flows.engine.number import SAY_IT
from flows.format.model import ActionStep, Flow, HandoverStep, Library
from flows.urgency import Urgency

NUMBERS: Mapping[str, str] = {"phone_112": "112", "phone_102": "102", "phone_103": "103"}
"""egov.kz, "Emergency number 112": as in content/contacts.yml."""

FIRST_ANSWERS: Mapping[str, frozenset[str]] = {
    "emergency": frozenset({"phone_112"}),
    "emergency_medical": frozenset({"phone_103", "phone_112"}),
    "emergency_self_harm": frozenset({"phone_112"}),
    "emergency_minor": frozenset({"phone_112"}),
}
"""Flow → the numbers that its first answer names, and no others; the answer is `utter_` and the
flow's name. Before it comes the handover."""

_CALLED_FOR_LIFE = frozenset({"phone_112", "phone_103"})

_PHONE = "phone_"


def check(catalogue: Catalogue, library: Library) -> Iterator[Finding]:
    """Numbers, and the answers to danger that name one, in every language."""
    yield from _numbers(catalogue)
    yield from _texts_without(catalogue)
    for flow_id, named in FIRST_ANSWERS.items():
        text_id = f"utter_{flow_id}"
        flow = library.flows.get(flow_id)
        if flow is None or not _begins(flow, text_id):
            yield Finding(
                f"flows/definitions/{flow.file if flow else 'emergency.yml'}",
                flow.line if flow else 1,
                f"the flow {flow_id} doesn't begin with a handover and {text_id}",
                "Put both back: danger calls a human first, then names the emergency number",
            )
        for locale in catalogue.locales.all:
            local = LocalText(catalogue, text_id, locale.id)
            found = local.variables
            if found is None:
                continue  # derived from another language, or missing, which others say
            phones = {name for name in found if name.startswith(_PHONE)}
            if phones != named:
                yield Finding(
                    *local.where,
                    f"{text_id} doesn't name exactly these numbers: {', '.join(sorted(named))}",
                    "Name them and no others; to change that, ask the programmers",
                )


def _numbers(catalogue: Catalogue) -> Iterator[Finding]:
    for name, number in NUMBERS.items():
        contact = catalogue.contacts.get(name)
        if contact is None or (contact.number, contact.show) != (number, Show.ALWAYS):
            yield Finding(
                contact.file if contact else "content/contacts.yml",
                contact.line if contact else 1,
                f"{name} isn't {number}, always shown",
                "Put the emergency number back; the program accepts no other one",
            )
    for contact in catalogue.contacts.values():
        if contact.show is Show.ALWAYS and contact.id not in NUMBERS:
            yield Finding(
                contact.file,
                contact.line,
                f"{contact.id} is always shown, but isn't an emergency number of the state",
                "Write `show: confirmed`, and the date of a test call",
            )


def _texts_without(catalogue: Catalogue) -> Iterator[Finding]:
    """What the program counts on to name a number, and says none beside."""
    for text_id in sorted(SAY_IT):
        for locale in catalogue.locales.all:
            local = LocalText(catalogue, text_id, locale.id)
            if local.variables is not None and not _CALLED_FOR_LIFE & set(local.variables):
                yield Finding(
                    *local.where,
                    f"{text_id} names neither phone_112 nor phone_103",
                    "Name one of them: whoever is in danger is told no other number beside it",
                )


def _begins(flow: Flow, text_id: str) -> bool:
    match flow.steps[:2]:
        case (HandoverStep(urgency=urgency), ActionStep(action=action)):
            return urgency is Urgency.EMERGENCY and action == text_id
        case _:
            return False
