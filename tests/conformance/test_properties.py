"""The reference peers stand whatever is wrong with one message, and nobody is accused of what they do."""

import random

import pytest

from oran_harness.conformance import load
from oran_harness.conformance.properties import PROPERTIES, Property
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.reference import reference
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.judgement import audit, judge
from oran_harness.runner.needs import unmet

load()
EDITIONS = editions()
RUNS = [
    pytest.param(each, EDITIONS[(place + turn) % len(EDITIONS)], id=f"{each.id}-{EDITIONS[(place + turn) % 5]}")
    for place, each in enumerate(PROPERTIES.values())
    for turn in range(2)
]


@pytest.mark.parametrize(("each", "edition"), RUNS)
def test_the_reference_peers_stand_it(each: Property, edition: str) -> None:
    """With many drawn deviations the property holds, and no rule fires."""
    if unmet(each.description, edition, "memory", None) is not None:
        edition = "3.01"
    drawn = random.Random(f"{each.id} {edition}")
    role = each.description.under_test
    for _ in range(8):
        deviations = [
            Deviation(drawn.choice(list(DeviationKind)), drawn.randrange(13), drawn.randrange(13))
            for _ in range(drawn.randint(1, 3))
        ]
        case = each.case(deviations)
        setting = Setting(role=role, edition=edition)
        performed = perform_virtual(case, setting, lambda: reference(role, edition))
        found = audit(case.description, case.id, performed.header, performed.events).of_case
        judgement = judge(case.description, performed.outcome, found)
        assert judgement.verdict is Verdict.PASS, (deviations, judgement)


def test_each_message_that_matters_has_a_property() -> None:
    """Both roles have at least eight, each tagged with its message."""
    for role in Role.ends_of("e2"):
        tags = [each.description.tags for each in PROPERTIES.values() if each.description.under_test is role]
        assert len(tags) >= 8
        assert all(tag[0] == "property" for tag in tags)
    assert len({each.id for each in PROPERTIES.values()}) == len(PROPERTIES)
