"""Rules about what is claimed."""

import pytest

from oran_harness.checkers.claimed import claims_note
from oran_harness.service_models.common import timestamp
from tests.checkers.payloads_of import conditional, kpm_indication, kpm_subscribed
from tests.checkers.scene import (
    EPOCH,
    NODE,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    setup_request,
    setup_response,
)

SHORT = timestamp.timestamp(EPOCH)[:4]


def claimed(scene: Scene, role: object, *e2ap: str, kpm: str | None = None, vendor: str = "alfa") -> Scene:
    """The vendor of one end claims this."""
    return scene.note(claims_note(role, vendor, e2ap, [("KPM", kpm)] if kpm else ()))


def reported(scene: Scene, *, claims: str, edition: str = "3.00") -> Scene:
    """A node that claims an edition of KPM, and reports in one."""
    claimed(scene, NODE, kpm=claims)
    time = SHORT if edition == "2.03" else timestamp.timestamp(EPOCH)
    return kpm_subscribed(scene).node(kpm_indication(time=time, edition=edition))


CASES = (
    case(
        "E2AP-EDITION-CLAIMED",
        NODE,
        lambda s: claimed(s, NODE, "2.03", "3.01").first_edition(),
        lambda s: claimed(s, NODE, "1.01", "2.03").first_edition(),
        edition="1.01",
    ),
    case(
        "E2SM-EDITION-CLAIMED",
        NODE,
        lambda s: reported(s, claims="3.00", edition="2.03"),
        lambda s: reported(s, claims="3.00"),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_the_finding_names_the_vendor_and_the_octets_that_show_it() -> None:
    """Whoever reads it knows who announced what, and what shows that it was something else."""
    (found,) = reported(Scene(), claims="3.00", edition="2.03").findings()
    assert found.message.startswith("alfa announces KPM 3.00 and sends 2.03 (time stamp of 4 octets")
    assert found.blame == "e2-node"


def test_a_ric_that_answers_in_an_edition_that_it_does_not_claim() -> None:
    """It can read the request, and its answer is of another edition than its vendor says."""
    scene = claimed(Scene("1.01"), RIC, "2.03", vendor="bravo")
    scene.edition = "2.03"
    scene.up().node(setup_request())
    scene.edition = "1.01"
    response = setup_response()
    scene.ric(type(response)(None, response.global_ric_id, response.ran_functions_accepted))
    assert ("E2AP-EDITION-CLAIMED", "near-rt-ric") in scene.fired()


def test_a_ric_that_answers_as_it_is_asked_is_not_blamed() -> None:
    """It speaks an edition that it need not: more than is claimed is no fault."""
    scene = claimed(Scene("1.01"), RIC, "2.03").first_edition()
    assert scene.fired() == set()


def test_who_was_refused_may_try_another_edition() -> None:
    """Only the first association of a history shows what a node speaks by itself."""
    scene = claimed(Scene("1.01"), NODE, "2.03")
    scene.edition = "2.03"
    scene.up().node(setup_request()).abort(RIC)
    scene.another(scene.ends[NODE])
    scene.edition = "1.01"
    assert "E2AP-EDITION-CLAIMED" not in {rule for rule, _ in scene.first_edition().fired()}


def test_who_follows_the_far_end_is_not_blamed() -> None:
    """A node that claims 3.00 and is asked in 4.00 may answer in 4.00."""
    scene = claimed(Scene(), RIC, kpm="3.00")
    claimed(scene, NODE, kpm="2.03")
    kpm_subscribed(scene, conditional()).node(kpm_indication(edition="4.00"))
    assert ("E2SM-EDITION-CLAIMED", "near-rt-ric") in scene.fired()
    assert ("E2SM-EDITION-CLAIMED", "e2-node") not in scene.fired()


@pytest.mark.parametrize("edition", ["9.99", "2.00"])
def test_an_edition_that_is_not_known_here_accuses_nobody(edition: str) -> None:
    """What it would accept cannot be told."""
    assert reported(Scene(), claims=edition, edition="2.03").fired() == set()
    assert claimed(Scene("1.01"), NODE, edition).first_edition().fired() == set()
