"""The faults seen in the field as a page: the flaws that imitate each, and the cases and rules that catch them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from field_faults import FieldFault

from oran_harness.model import Role
from oran_harness.peers.flaws import Flaw

HEAD = """# Faults seen in the field

What went wrong between products of different vendors, as their users told it. Each has a number by which
[flaws](writing-flaws.md) say what they are like; cases about such a fault have the number as a tag, so
`oran-harness run ... --tag F22` tries them alone. F1 to F35 concern E2, F41 concerns O1; F36 to F40 are of other
interfaces and not here. This page is generated: do not edit it.

A flaw is the fault, or one of its class, planted into a reference peer. What it names as catching it has to fail with
the flawed role to blame; [the calibration](calibration.md) has all that fails besides.

| Fault | What was seen | Class | Flaws | Cases | Rules |
|---|---|---|---|---|---|"""
_ROLES = {
    Role.NEAR_RT_RIC: "near-RT RIC",
    Role.E2_NODE: "E2 node",
    Role.O1_PROVIDER: "managed element",
    Role.O1_MANAGER: "manager",
}


def field_faults_as_markdown(faults: Sequence[FieldFault], flaws: Iterable[Flaw], cases: Iterable[str]) -> str:
    """The page: a table of all, and a section for each; ``cases`` are the ids of all cases, what else is caught by is
    a rule.
    """
    known = frozenset(cases)
    every = tuple(flaws)
    imitating = {fault.id: [flaw for flaw in every if flaw.field_fault == fault.id] for fault in faults}
    lines = [HEAD]
    lines += [_row(fault, imitating[fault.id], known) for fault in faults]
    for fault in faults:
        lines += ["", *_section(fault, imitating)]
    return "\n".join((*lines, ""))


def _row(fault: FieldFault, flaws: Sequence[Flaw], cases: frozenset[str]) -> str:
    caught = {each for flaw in flaws for each in flaw.caught_by}
    counts = (len(flaws), len(caught & cases), len(caught - cases))
    cells = [str(count) if count else "" for count in counts]
    return f"| [{fault.id}](#{fault.id.lower()}) | {fault.seen} | {fault.kind} | {' | '.join(cells)} |"


def _section(fault: FieldFault, imitating: Mapping[str, Sequence[Flaw]]) -> Iterator[str]:
    yield f"## {fault.id}"
    yield ""
    yield fault.seen
    yield ""
    if fault.shown_by:
        yield fault.shown_by
        if fault.diagnoses:
            yield ""
            kinds = ", ".join(f"`{each}`" for each in fault.diagnoses)
            yield f"Its [diagnosis](running.md#when-nothing-works) is one of {kinds}."
        return
    yield "| Flaw | Of | What it does | Caught by |"
    yield "|---|---|---|---|"
    for flaw in sorted(imitating[fault.id], key=lambda each: (each.role.value, each.id)):
        caught = ", ".join(f"`{each}`" for each in flaw.caught_by)
        yield f"| `{flaw.id}` | {_ROLES[flaw.role]} | {flaw.title} | {caught} |"
