"""Whole files: for what has no page of its own, and for a fault that keeps the rest unreadable."""

from itertools import groupby

from aiohttp import web

from bot.console.bodies import Numbered, body
from bot.console.routes import Route, Visit
from bot.console.texts.edit import MOST_WHY
from bot.console.texts.looks import Looks, get, leads_to, post
from bot.studio.errors import NotSaved


class WholeFile(Numbered):
    """A file as somebody wants it. `version`: the commit that it was read at."""

    file: str
    text: str
    version: str
    why: str


class WholeFiles:
    """Answers the requests about files."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them, one, and the save."""
        return (
            get("/texts/files", self._all),
            get("/texts/file", self._one),
            post("/texts/file", self._save),
        )

    async def _all(self, visit: Visit) -> web.StreamResponse:
        files = await self._looks.studio.files()
        paths = sorted((_folder(path), path) for path in files if path.startswith("content/"))
        folders = [
            (folder, [path for _, path in held])
            for folder, held in groupby(paths, key=lambda one: one[0])
        ]
        return await self._looks.page(visit, "files", folders=folders)

    async def _one(self, visit: Visit) -> web.StreamResponse:
        path = visit.request.query.get("path", "")
        version, files = await self._looks.studio.version_and_files()
        if not path.startswith("content/") or path not in files:
            return leads_to("/texts/files")
        return await self._looks.page(visit, "file", path=path, text=files[path], version=version)

    async def _save(self, visit: Visit) -> web.StreamResponse:
        wanted = await body(visit, WholeFile)
        voice = self._looks.voice(visit)

        async def save() -> dict[str, object]:
            why = " ".join(wanted.why.split())
            if not 1 <= len(why) <= MOST_WHY:
                raise NotSaved("studio-say-why", most=MOST_WHY)
            if not wanted.file.startswith("content/"):
                raise NotSaved("studio-no-text", name=wanted.file)
            saved = await self._looks.studio.save_file(
                wanted.file, wanted.version, wanted.text, visit.who.operator.name, why
            )
            said = voice("studio-saved" if saved.changed else "studio-nothing-to-save")
            if saved.merged:
                said = f"{said} {voice('studio-merged')}"
            version, files = await self._looks.studio.version_and_files()
            return {"said": said, "version": version, "fields": {"text": files[wanted.file]}}

        return await self._looks.answering(visit, save)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
