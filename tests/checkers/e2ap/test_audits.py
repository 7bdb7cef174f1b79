"""Rules about RIC Subscription Audit."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import CAUSE, FIRST_ID, NODE, PLAIN, Case, Scene, case, check_broken, check_kept

AUDIT_ID = e.RICrequestID(10, 9)
OTHER_ID = e.RICrequestID(10, 2)
LISTED = e.RICsubscriptionAudit_Item(FIRST_ID, PLAIN)
KNOWN = e.RICsubscriptionAuditAction_Item(FIRST_ID, PLAIN, (e.RICaction_Admitted_Item(1),))
UNLISTED = e.RICsubscriptionAuditAction_Item(OTHER_ID, PLAIN, (e.RICaction_Admitted_Item(1),))
OTHER = e.RICsubscriptionAudit_Item(OTHER_ID, PLAIN)
ASKED = m.RICsubscriptionAuditRequest(AUDIT_ID, None, (LISTED,))
LISTED_ONLY = m.RICsubscriptionAuditRequest(AUDIT_ID, e.RICsubscriptionAuditFlag("true"), (LISTED,))


def answer(**lists: object) -> m.RICsubscriptionAuditResponse:
    """What the node knows."""
    return m.RICsubscriptionAuditResponse(AUDIT_ID, **lists)  # type: ignore[arg-type]


CONFIRMED = answer(ric_subscription_audit_confirmed_list=(KNOWN,))


def clean(scene: Scene) -> None:
    """One subscription, asked for and confirmed."""
    scene.set_up().subscribed().ric(ASKED).node(CONFIRMED)


def two(scene: Scene) -> Scene:
    """Two subscriptions."""
    return scene.set_up().subscribed().subscribed(name=OTHER_ID, trigger=b"other")


CASES = (
    case(
        "E2AP-AUDIT-REPORTED",
        NODE,
        lambda s: two(s).ric(m.RICsubscriptionAuditRequest(AUDIT_ID, None, (LISTED, OTHER))).node(CONFIRMED),
        clean,
    ),
    case(
        "E2AP-AUDIT-FLAG",
        NODE,
        lambda s: (
            two(s)
            .ric(LISTED_ONLY)
            .node(
                answer(ric_subscription_audit_confirmed_list=(KNOWN,), ric_subscription_audit_missing_list=(UNLISTED,))
            )
        ),
        lambda s: (
            two(s)
            .ric(ASKED)
            .node(
                answer(ric_subscription_audit_confirmed_list=(KNOWN,), ric_subscription_audit_missing_list=(UNLISTED,))
            )
        ),
    ),
    case(
        "E2AP-AUDIT-CONTRADICTION",
        NODE,
        lambda s: s.set_up().ric(ASKED).node(CONFIRMED),
        clean,
    ),
    case(
        "E2AP-AUDIT-EMPTY",
        NODE,
        lambda s: s.set_up().ric(m.RICsubscriptionAuditRequest(AUDIT_ID)).node(answer(), layout=(29,)),
        lambda s: (
            s.set_up().ric(m.RICsubscriptionAuditRequest(AUDIT_ID)).node(m.RICsubscriptionAuditFailure(AUDIT_ID, CAUSE))
        ),
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


def test_a_response_without_the_confirmed_list() -> None:
    """The ASN.1 has the list mandatory, the text allows to leave it out: both are right."""
    unknown = answer(ric_subscription_audit_unkown_list=(LISTED,))
    scene = Scene().set_up().ric(ASKED).node(unknown, layout=(29, 104))
    assert scene.fired() == set()
