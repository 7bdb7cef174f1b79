"""Judge the judge: ``python tools/calibrate.py``, or ``make calibrate``.

Every flaw meets every case and property of its role, on virtual time, and so do the clean peers. What came of it is
written to a page for each interface, ``docs/calibration.md`` and ``docs/calibration-o1.md``, the same octets each time;
what must not be is listed on stderr, and makes the exit status 1.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from calibration_page import as_markdown
from calibration_run import Meeting, Outcome, hold_all, meetings

from oran_harness.conformance import descriptions
from oran_harness.model import Role
from oran_harness.peers.flaws import FLAWS, find
from oran_harness.protocols.e2ap.tables import editions
from tests.calibration.bench import NETCONF

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"e2": "docs/calibration.md", "o1": "docs/calibration-o1.md"}
EDITION = "3.01"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; returns the process's exit code."""
    options = _options().parse_args(arguments)
    flawed = {flaw.role for flaw in FLAWS.values()}
    roles = [role for role in Role if (role.value in options.role if options.role else role in flawed)]
    flaws = [find(each).id for each in options.flaw or FLAWS]
    flaws = [each for each in flaws if FLAWS[each].role in roles]
    selected = bool(options.flaw or options.role or options.edition or options.case or options.named)
    chosen = list(_meetings(roles, flaws, options.edition, options.case or (), selected=selected, named=options.named))
    outcomes = hold_all(chosen, options.jobs, lambda count, meeting: _tell(count, len(chosen), meeting))
    trouble = troubles(outcomes, all_flaws=not options.flaw, all_cases=not options.case)
    texts = {
        each: as_markdown([one for one in outcomes if one.role.interface == each], trouble, named=options.named)
        for each in PAGES
    }
    met = {outcome.role.interface for outcome in outcomes}
    if options.out is not None:
        _write(options.out, "\n".join(text for interface, text in texts.items() if interface in met))
    elif not selected:
        for interface, text in texts.items():
            _write(ROOT / PAGES[interface], text)
    for each in trouble:
        print(each, file=sys.stderr)
    print(f"{len(flaws)} flaws; {len(trouble)} things that must not be", file=sys.stderr)
    return 1 if trouble else 0


def _meetings(
    roles: Sequence[Role],
    flaws: Sequence[str],
    edition: Sequence[str] | None,
    only: Sequence[str],
    *,
    selected: bool,
    named: bool,
) -> Iterator[Meeting]:
    """Those of both interfaces; O1 has no editions to choose from."""
    at_e2 = [role for role in roles if role.interface == "e2"]
    at_o1 = [role for role in roles if role.interface == "o1"]
    spoken = tuple(edition or (EDITION, editions()[-1]))
    yield from meetings(at_e2, flaws, spoken, () if selected else editions(), only, named=named)
    if not edition:
        yield from meetings(at_o1, flaws, (NETCONF,), (), only, named=named)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"\nwrote {target}", file=sys.stderr)


def troubles(outcomes: Sequence[Outcome], *, all_flaws: bool = True, all_cases: bool = True) -> list[str]:
    """A sentence for each thing that must not be, sorted.

    ``all_flaws`` tells that each case has to be caught by one of them, ``all_cases`` that each flaw has to be found by
    all that it names.
    """
    peers: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        for each in dict.fromkeys(outcome.wrong):
            peers[each].append(_name(outcome))
    wrong = {f"{_some(names)}: {each}" for each, names in peers.items()}
    caught = {case for outcome in outcomes if outcome.flaw is not None for case in outcome.failed}
    cases = {case.id for case in descriptions()}
    for outcome in outcomes:
        if outcome.flaw is None:
            continue
        for named in FLAWS[outcome.flaw].caught_by:
            if named in cases and named not in outcome.failed and (all_cases or named in outcome.verdicts):
                came = outcome.verdicts.get(named)
                wrong.add(f"{outcome.flaw}: is not caught by {named}: {came if came else 'it is not performed'}")
            if named not in cases and named not in outcome.rules and all_cases:
                wrong.add(f"{outcome.flaw}: is not found by rule {named}")
    if all_flaws:
        # Some security cases ask what no setting of a transport of ours does: their own tests have those fail.
        cases -= {case.id for case in descriptions() if case.suite == "security"}
        performed = {case for outcome in outcomes for case in outcome.verdicts} & cases
        wrong |= {f"{case}: no flaw makes it fail" for case in performed - caught}
    return sorted(wrong)


def _some(names: Sequence[str]) -> str:
    """One of them, and how many more there are."""
    first = min(names)
    return first if len(names) == 1 else f"{first} and {len(names) - 1} more"


def _name(outcome: Outcome) -> str:
    return outcome.flaw or f"the clean {outcome.role} of {' and '.join(outcome.editions)}"


def _tell(count: int, of: int, meeting: Meeting) -> None:
    line = f"{count}/{of} {meeting.flaw or f'the clean {meeting.role}'}"
    if sys.stderr.isatty():
        print(f"\r{line:<70}", end="", file=sys.stderr, flush=True)
    elif count == of or count % 50 == 0:
        print(line, file=sys.stderr, flush=True)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Every flaw against every case; writes the pages.")
    parser.add_argument(
        "--edition",
        action="append",
        metavar="EDITION",
        choices=editions(),
        help=f"E2AP edition to speak; of several the first that a case is possible in ({EDITION}, then the newest)",
    )
    parser.add_argument("--flaw", action="append", metavar="ID", help="only this flaw, and the clean peers")
    parser.add_argument("--case", action="append", metavar="ID", help="only this case or property")
    parser.add_argument(
        "--role", action="append", choices=[role.value for role in Role], help="only flaws of this role"
    )
    parser.add_argument("--named", action="store_true", help="each flaw meets the cases alone that it names: quick")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (all cores)")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where to write (its pages; nothing if only a part is run)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
