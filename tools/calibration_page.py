"""What came of the calibration, as a page."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from calibration_run import EXAMPLES, Outcome

from oran_harness.conformance import descriptions
from oran_harness.model import Role, Verdict
from oran_harness.peers.flaws import FLAWS

TITLES = {
    Role.NEAR_RT_RIC: "near-RT RIC",
    Role.E2_NODE: "E2 node",
    Role.O1_PROVIDER: "managed element",
    Role.O1_MANAGER: "manager",
}
_HEAD_OF_E2 = """# Calibration

The verdicts of the suite are judged themselves: a reference peer with one planted flaw has to fail the cases that are
about the flaw, with the flawed role to blame and nobody else, and the clean peers have to pass. This page is what
`make calibrate` found: every flaw against every case and property of its role, in one process on virtual time. It is
generated: do not edit it. All of it takes about {minutes} minutes on two cores; `python tools/calibrate.py --flaw ID`
tries one flaw in some seconds, and `oran-harness serve ROLE --flaw ID` plants it into a peer on the wire.
[The calibration of O1](calibration-o1.md) is a page of its own.

Cases are performed in E2AP {first}, and in {last} where they are about something that {first} does not have. Each
property is tried with {examples} messages that deviate.
"""
_HEAD_OF_O1 = """# Calibration of O1

The cases of O1 judged as [those of E2](calibration.md) are: a managed element or a manager of ours with one planted
flaw has to fail the cases that are about the flaw, with the flawed role to blame and nobody else, and the clean peers
have to pass. This page is what `make calibrate` found: every flaw against every case of its role, in one process on
virtual time. It is generated: do not edit it. All of it takes about {minutes} minutes on two cores;
`python tools/calibrate.py --role o1-provider` does the managed element alone.
"""
_NAMED_ONLY = "Here each flaw has met the cases alone that it names (`--named`): what else it makes fail is not told."
MINUTES = 15
_MINUTES_OF_O1 = 5
MOST_SHOWN = 12


def as_markdown(outcomes: Sequence[Outcome], trouble: Sequence[str], *, named: bool = False) -> str:
    """The page: a summary, the clean peers, each flaw with what it comes to, and each case with its flaws.

    ``named`` tells that each flaw has met the cases alone that it names.
    """
    roles = [role for role in TITLES if any(outcome.role is role for outcome in outcomes)]
    flawed = [outcome for outcome in outcomes if outcome.flaw is not None]
    clean = [outcome for outcome in outcomes if outcome.flaw is None]
    spoken = outcomes[0].editions if outcomes else ("", "")
    if roles and roles[0].interface == "o1":
        lines = [_HEAD_OF_O1.format(minutes=_MINUTES_OF_O1)]
    else:
        lines = [_HEAD_OF_E2.format(minutes=MINUTES, first=spoken[0], last=spoken[-1], examples=len(EXAMPLES))]
    if named:
        lines += [_NAMED_ONLY, ""]
    lines += _summary(roles, flawed, trouble)
    lines += _clean(clean)
    for role in roles:
        measure = next(outcome for outcome in clean if outcome.role is role)
        lines += _flaws([outcome for outcome in flawed if outcome.role is role], measure)
    for role in roles:
        measure = next(outcome for outcome in clean if outcome.role is role)
        lines += _cases([outcome for outcome in flawed if outcome.role is role], measure)
    return "\n".join(lines)


def _summary(roles: Iterable[Role], flawed: Sequence[Outcome], trouble: Sequence[str]) -> list[str]:
    rows = []
    for role in roles:
        mine = [outcome for outcome in flawed if outcome.role is role]
        times = Counter(case for outcome in mine for case in outcome.failed)
        cases = [case.id for case in descriptions() if case.under_test is role]
        named = {case for outcome in mine for case in FLAWS[outcome.flaw or ""].caught_by}
        numbered = {FLAWS[outcome.flaw or ""].field_fault for outcome in mine} - {None}
        rows.append(
            (
                TITLES[role],
                len(mine),
                len(numbered),
                len(cases),
                sum(each in named for each in cases),
                sum(times[each] == 0 for each in cases),
                sum(times[each] == 1 for each in cases),
                sum(2 <= times[each] <= 5 for each in cases),
                sum(times[each] > 5 for each in cases),
            )
        )
    lines = [
        "## Summary",
        "",
        "| Under test | Flaws | Field faults | Cases | Named | Caught by no flaw | By one | By 2 to 5 | By more |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_row(map(str, row)) for row in rows),
        "",
    ]
    if not trouble:
        return [
            *lines,
            "Every flaw is found by all that it names, and nobody but the flawed role is blamed.",
            "",
        ]
    return [*lines, "What must not be:", "", *(f"- {_safe(each)}" for each in trouble), ""]


def _clean(clean: Sequence[Outcome]) -> list[str]:
    lines = [
        "## The clean peers",
        "",
        f"| Peer | {_what_is_spoken(clean)} | Pass | Other verdicts |",
        "|---|---|---|---|",
    ]
    for outcome in clean:
        counts = Counter(outcome.verdicts.values())
        others = sorted(case for case, verdict in outcome.verdicts.items() if verdict is not Verdict.PASS)
        shown = ", ".join(f"`{case}` {outcome.verdicts[case]}" for case in others)
        spoken = ", then ".join(outcome.editions)
        lines.append(_row((TITLES[outcome.role], spoken, str(counts[Verdict.PASS]), shown)))
    return [*lines, ""]


def _what_is_spoken(clean: Sequence[Outcome]) -> str:
    return "NETCONF" if clean and clean[0].role.interface == "o1" else "E2AP"


def _flaws(outcomes: Sequence[Outcome], clean: Outcome) -> list[str]:
    lines = [
        f"## Flaws of the {TITLES[clean.role]}",
        "",
        "Cases that the flaw names stand first, in bold. Collateral are verdicts that no fault is told by, where the "
        "clean peer passes.",
        "",
        "| Flaw | Field fault | What it does | Cases that caught it | Blame | Rules that found it | Collateral |",
        "|---|---|---|---|---|---|---|",
    ]
    for outcome in sorted(outcomes, key=lambda each: each.flaw or ""):
        flaw = FLAWS[outcome.flaw or ""]
        named = [each for each in flaw.caught_by if each in outcome.failed]
        others = [each for each in outcome.failed if each not in named]
        rules = sorted(outcome.rules)
        lines.append(
            _row(
                (
                    f"`{flaw.id}`",
                    flaw.field_fault or "",
                    flaw.title,
                    _joined([f"**`{each}`**" for each in named], _folded(others)),
                    ", ".join(sorted(outcome.blamed)),
                    ", ".join(f"**`{each}`**" if each in flaw.caught_by else f"`{each}`" for each in rules),
                    _collateral(outcome, clean),
                )
            )
        )
    return [*lines, ""]


def _collateral(outcome: Outcome, clean: Outcome) -> str:
    changed: dict[Verdict, list[str]] = defaultdict(list)
    for case, verdict in sorted(outcome.verdicts.items()):
        if verdict not in (Verdict.PASS, Verdict.FAIL) and clean.verdicts.get(case) is Verdict.PASS:
            changed[verdict].append(case)
    return "; ".join(f"{verdict}: {_folded(cases)}" for verdict, cases in sorted(changed.items()))


def _cases(outcomes: Sequence[Outcome], clean: Outcome) -> list[str]:
    lines = [
        f"## Cases with the {TITLES[clean.role]} under test",
        "",
        "Flaws that name the case stand first, in bold.",
        "",
        "| Case | Title | Flaws | Which |",
        "|---|---|---|---|",
    ]
    for case in (each for each in descriptions() if each.under_test is clean.role):
        if case.id not in clean.verdicts:
            why = "not possible here: no such transport or edition" if case.id in clean.asked else "not chosen"
            lines.append(_row((f"`{case.id}`", case.title, "", why)))
            continue
        caught = [FLAWS[each.flaw or ""] for each in outcomes if case.id in each.failed]
        named = sorted(flaw.id for flaw in caught if case.id in flaw.caught_by)
        others = sorted(flaw.id for flaw in caught if case.id not in flaw.caught_by)
        which = _joined([f"**`{each}`**" for each in named], _fold([f"`{each}`" for each in others], len(others)))
        lines.append(_row((f"`{case.id}`", case.title, str(len(caught)), which)))
    return [*lines, ""]


def _folded(cases: Sequence[str]) -> str:
    """Case ids; of many the numbers behind what they begin with, folded away."""
    if len(cases) <= MOST_SHOWN:
        return ", ".join(f"`{case}`" for case in cases)
    groups = itertools.groupby(sorted(cases), key=lambda case: case.rpartition("-")[0])
    shown = [f"`{group}` {', '.join(case.rpartition('-')[2] for case in each)}" for group, each in groups]
    return _fold(shown, len(cases), "; ", always=True)


def _fold(shown: Sequence[str], count: int, between: str = ", ", *, always: bool = False) -> str:
    text = between.join(shown)
    if not always and count <= MOST_SHOWN:
        return text
    return f"<details><summary>{count}</summary>{text}</details>"


def _joined(named: Sequence[str], others: str) -> str:
    return ", ".join((*named, others) if others else named)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_safe(cell) for cell in cells) + " |"


def _safe(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
