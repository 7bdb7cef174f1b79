"""All that there is to say of a case: for ``explain``, and for the page of cases."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from oran_harness.cli.shown.case_chart import case_chart
from oran_harness.cli.shown.case_demands import demands
from oran_harness.conformance.preambles import FRESH, NONE
from oran_harness.conformance.properties import Property
from oran_harness.model import CaseDescription, Level
from oran_harness.steps.case import Case

if TYPE_CHECKING:
    from oran_harness.peers.flaws import Flaw

_SUT_DOES_NOT = {
    Level.MUST: "The SUT does otherwise, or does not answer in time; it breaks a must-level rule within the case "
    "(oran-harness list rules), or it dies.",
    Level.SHOULD: "The SUT does otherwise, or does not answer in time; it breaks a rule within the case "
    "(oran-harness list rules), or it dies. A should-level fail does not fail a run (--strict).",
}
_OF_PROPERTY = (
    "Whatever deviation is drawn, the SUT lives on: it may answer, report an error, refuse or be silent as the clause "
    "says, and afterwards it still serves a right E2 Setup."
)


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case for people: each text is one or more sentences, ``chart`` a line each (none for a property)."""

    description: CaseDescription
    purpose: str
    preconditions: tuple[str, ...]
    passes: tuple[str, ...]
    fails: str
    flaws: "tuple[Flaw, ...]"
    chart: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The sheet as ``list cases --full --json`` writes it."""
        return {
            **self.description.to_json(),
            "purpose": self.purpose,
            "preconditions": list(self.preconditions),
            "passes": list(self.passes),
            "fails": self.fails,
            "found_flaws": [flaw.id for flaw in self.flaws],
            "chart": list(self.chart),
        }


def case_sheet(case: Case | Property) -> CaseSheet:
    """The sheet of a case or property; draws its chart by performing it against a reference peer."""
    said = case.description
    purpose = " ".join((inspect.getdoc(inspect.unwrap(case.body)) or said.title).split())
    passes: tuple[str, ...] = (_OF_PROPERTY,)
    chart: tuple[str, ...] = ()
    if isinstance(case, Case):
        passes = tuple(demands(case.body)) or ("The SUT is there and serves to the end of the case",)
        chart = tuple(case_chart(case))
    return CaseSheet(
        said, purpose, preconditions(said), passes, _SUT_DOES_NOT[said.level], tuple(caught(said.id)), chart
    )


def preconditions(case: CaseDescription) -> tuple[str, ...]:
    """What has to be there before the body begins, in words."""
    if NONE in case.needs:
        first = "No association" if case.interface == "e2" else "No session"
    elif FRESH in case.needs:
        on = "An association" if case.interface == "e2" else "A session"
        first = f"{on} on which nothing has been said"
    else:
        first = "E2 Setup done" if case.interface == "e2" else "A session, with hellos exchanged"
    return (first, *(_in_words(need) for need in case.needs if need not in (NONE, FRESH)))


def caught(id: str) -> "list[Flaw]":
    """The flaws that name a case as one that finds them."""
    # They bring the reference peers of all roles with them: only who asks waits for that.
    from oran_harness.peers.flaws import FLAWS

    return [flaw for flaw in FLAWS.values() if id in flaw.caught_by]


def _in_words(need: str) -> str:
    kind, _, name = need.partition(":")
    words: Mapping[str, str] = {
        "stimulus": f"a stimulus {name}: the profile or adapter can have the SUT do that (else skip)",
        "procedure": f"the SUT supports {name} (unclaimed and properly refused: unsupported)",
        "service-model": f"the SUT supports E2SM-{name} (unclaimed and not offered or properly refused: unsupported)",
        "e2ap": f"E2AP {name} or later is spoken (else skip)",
        "kpm": f"the SUT speaks E2SM-KPM {name} or later (what it does not offer: unsupported)",
        "transport": f"the SUT is reached by {'ssh or tls' if name == 'secured' else name} (else skip)",
        "capability": f"the SUT advertises :{name} (else unsupported)",
        "user": "the address gives a second user whom the SUT lets in (else skip)",
        "home": "the SUT calls home (else skip)",
    }
    return words.get(kind, need)
