"""A played dialogue as it went, for whoever mends what fails; printed and never kept."""

from collections.abc import Iterator

from bench.understanding.dialogues.scoring import Judged, Played


def transcript(played: Played) -> str:
    """Each turn: what was done, what was said, where the conversation stood, and what failed."""
    dialogue = played.dialogue
    lines = [f"{dialogue.id} ({dialogue.locale}): {dialogue.about}"]
    for turn in played.turns:
        lines += _turn(turn)
    return "\n".join(lines)


def _turn(judged: Judged) -> Iterator[str]:
    seen = judged.seen
    yield f"  {judged.turn.act} {judged.turn.value}"
    if seen.fault:
        yield f"    {seen.fault}"
    yield f"    {', '.join(seen.ids) or 'nothing said'}"
    where = (seen.status.value, seen.urgency or "no ticket", seen.locale or "no locale")
    yield f"    [{' · '.join(where)} · pending: {seen.pending or 'none'}]"
    for failed in judged.failed:
        safety = "safety: " if failed.safety else ""
        yield f"    FAILED {safety}{failed.kind} {' | '.join(failed.words)}".rstrip()
