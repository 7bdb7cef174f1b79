"""Known verdicts for people: what is beside a verdict, and how a whole run compares with what was listed."""

from collections.abc import Iterator, Sequence

from oran_harness.cli.shown.entry import remark
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import CaseResult, Reckoning, Standing
from oran_harness.runner.gathering import ids_in_short

_MOST = 40
"""Ids of a group that are named."""


def as_listed(result: CaseResult) -> bool:
    """Whether a verdict is the one that was listed for it: nothing new."""
    return result.known is not None and result.known.standing(result.verdict) is Standing.AS_LISTED


def standing_of(result: CaseResult) -> str:
    """How a verdict compares with what was listed, in a few words; empty where nothing was."""
    if result.known is None:
        return ""
    why = printable(result.known.reason + (f" ({result.known.link})" if result.known.link is not None else ""))
    listed = " or ".join(result.known.verdicts)
    match result.known.standing(result.verdict):
        case Standing.AS_LISTED:
            return f"known: {why}"
        case Standing.XPASS:
            return f"XPASS, listed as {listed}: {why}"
    return f"changed, listed as {listed}: {why}"


def reckoned(screen: Terminal, reckoning: Reckoning, results: Sequence[CaseResult]) -> Iterator[str]:
    """A run against its file: what is new, what has changed, what now passes, and what is not judged."""
    by_id = {result.id: result for result in results}
    style = ("red", "bold") if reckoning.departs else ("green",)
    yield screen.paint(f"AGAINST {printable(reckoning.file)}", *style)
    groups = (
        ("New", reckoning.new, "not listed"),
        ("Changed", reckoning.changed, "another verdict than is listed"),
        ("XPASS", reckoning.xpass, "as good as it should be: take it out of the file"),
        ("As listed", reckoning.as_listed, ""),
        ("Not judged", reckoning.not_judged, "listed, and not run"),
    )
    for name, ids, what in groups:
        if ids:
            known = [by_id[id] for id in ids if id in by_id]
            named = ids_in_short(known, _MOST) if len(known) == len(ids) else _named(ids)
            yield from remark(screen, name, f"{len(ids)}{f' ({what})' if what else ''}: {named}")
    if not any(ids for _, ids, _ in groups):
        yield "    Nothing is listed for this run, and nothing is wrong."
    elif not reckoning.departs:
        yield "    Every verdict is the file's."


def _named(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_MOST]) + (f" and {len(ids) - _MOST} more" if len(ids) > _MOST else "")
