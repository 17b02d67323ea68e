"""The dialogues, drawn from their definitions; each step with its words in any language."""

from aiohttp import web

from bot.console.routes import Route, Visit
from bot.console.texts.looks import Looks, get, leads_to, locale_of
from bot.errors import ContentError
from bot.studio import flow_chart
from bot.studio.reach import in_danger
from bot.studio.snapshot import Snapshot
from bot.texts.checks.local_text import LocalText
from flows.format.model import CallStep, CollectStep, LinkStep, Step
from flows.lint.texts import questions


class Flows:
    """Answers the requests about dialogues."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them, and one."""
        return (
            get("/texts/flows", self._looks.reading(self._all)),
            get("/texts/flow/{flow}", self._looks.reading(self._one)),
        )

    async def _all(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        return await self._looks.page(
            visit,
            "flows",
            flows=list(snapshot.library.flows.values()),
            dangerous=in_danger(snapshot.library),
        )

    async def _one(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        flow = snapshot.library.flows.get(visit.request.match_info["flow"])
        if flow is None:
            return leads_to("/texts/flows")
        locale = locale_of(visit, snapshot)
        written = snapshot.catalogue.locales[locale].derived_from or locale
        comes = [
            (other.id, step.id)
            for other in snapshot.library.flows.values()
            for step in other.steps
            if isinstance(step, LinkStep | CallStep) and step.flow == flow.id
        ]
        chart = flow_chart.drawn(flow)
        words = {one.id: step_words(snapshot, one, locale) for one in flow.steps}
        return await self._looks.page(
            visit,
            "flow",
            flow=flow,
            chart=chart,
            words=words,
            locale_shown=locale,
            locale_written=written,
            locales=[one.id for one in snapshot.catalogue.locales.all],
            comes=comes,
            danger=flow.id in in_danger(snapshot.library),
            width=flow_chart.WIDTH,
            box_height=flow_chart.HEIGHT,
        )


def step_words(snapshot: Snapshot, step: Step, locale: str) -> tuple[str, list[str]]:
    """What a step says, and its buttons."""
    catalogue = snapshot.catalogue
    text_id = getattr(step, "utter", "") or getattr(step, "action", "")
    if not text_id.startswith("utter_"):
        return "", []
    try:
        shown = LocalText(catalogue, text_id, locale).shown
    except (KeyError, ContentError):
        return "???", []
    labels: list[str] = []
    if isinstance(step, CollectStep):
        for asked, slot, values in questions(snapshot.library):
            if asked == text_id and slot == step.slot:
                found = (catalogue.find_label(text_id, slot, one, locale) for one in values)
                labels = [one or "???" for one in found]
    return shown, labels
