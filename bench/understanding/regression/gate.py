"""The gate: a figure may not fall by more than its noise, neither at once nor little by little."""

from collections.abc import Mapping

from bench.understanding.regression.record import Kept, Record
from bench.understanding.regression.watched import Figure, Scope

LUCK = 2
"""How many times its noise a figure may lie below the best on record.

The best of many runs is the luckiest as well: by chance it may lie as far above what it stands for
as its noise, and this run as far below. More than both together is a decline, however slowly it
came. Whoever gives something up on purpose lowers the best in the record by hand, for all to see.
"""


def fallen(now: Mapping[str, Scope], record: Record) -> list[str]:
    """One sentence for each figure that is worse than the last by more than two standard errors,
    or than the best by more than twice that; also for one that isn't measured any more."""
    found = []
    for name, kept in record.items():
        scope = now.get(name)
        if scope is not None and scope.messages != kept.messages:
            found.append(f"{name}: judged by other messages than the record; run `make evaluate`")
            continue
        measured = scope.figures if scope else {}
        for each, old in kept.figures.items():
            if each not in measured:
                found.append(f"{name}: {each} isn't measured any more")
            elif reason := _reason(measured[each], old):
                found.append(f"{name}: {each} {reason}")
    return found


def _reason(new: Figure, old: Kept) -> str:
    # "not <=", so that what is no number falls as well
    if not new.worse_than(old.last) <= old.last.noise:
        return f"was {old.last.value:.3f}, is {new.value:.3f} (noise {old.last.noise:.3f})"
    if not new.worse_than(old.best) <= LUCK * old.best.noise:
        return (
            f"was {old.best.value:.3f} at its best, is {new.value:.3f}"
            f" (noise {old.best.noise:.3f}, {LUCK} times that is allowed)"
        )
    return ""
