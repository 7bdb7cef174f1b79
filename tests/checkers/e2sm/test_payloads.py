"""Rules about payloads as such."""

import pytest

from oran_harness.checkers.e2sm import payloads
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common import timestamp
from tests.checkers.payloads_of import (
    conditional,
    kpm,
    kpm_function,
    kpm_header,
    kpm_indication,
    kpm_subscribed,
    rc_function,
    rc_header,
    rc_message,
)
from tests.checkers.scene import (
    EPOCH,
    FIRST_ID,
    KPM,
    NODE,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    function,
    indication,
)
from tests.service_models.samples import KPM_OID, message_1

SHORT = timestamp.timestamp(EPOCH)[:4]


def clean(scene: Scene) -> None:
    """A KPM subscription and its reports."""
    kpm_subscribed(scene).node(kpm_indication(), kpm_indication())


def mixed(scene: Scene) -> None:
    """A node whose second report has the time stamp of another edition."""
    kpm_subscribed(scene).node(kpm_indication()).node(kpm_indication(time=SHORT, edition="2.03"))


def drifted(scene: Scene) -> None:
    """A RIC that uses the reporting conditions of KPM 4.00, and a node that reports as 2.03 does."""
    kpm_subscribed(scene, conditional()).node(kpm_indication(time=SHORT, edition="2.03"))


def spelt(scene: Scene) -> None:
    """A node whose KPM description has an underscore."""
    item = kpm_function()
    definition = item.ran_function_definition.replace(b"KPM Monitor", b"KPM_Monitor")
    scene.set_up(function(KPM, definition, KPM_OID))


def padded(scene: Scene) -> None:
    """A node whose indication header has a bit set before the time stamp, which begins at an octet boundary."""
    octets = bytearray(kpm_header())
    octets[0] |= 1
    kpm_subscribed(scene).node(
        indication(of=KPM, header=bytes(octets), message=kpm(PayloadKind.INDICATION_MESSAGE, message_1(1)))
    )


CASES = (
    case(
        "E2SM-PAYLOAD",
        NODE,
        lambda s: kpm_subscribed(s).node(indication(of=KPM, header=kpm_header(), message=b"\xff" * 12)),
        clean,
    ),
    case(
        "E2SM-PAYLOAD-MISPLACED",
        NODE,
        # Header and message are exchanged.
        lambda s: kpm_subscribed(s).node(indication(of=KPM, header=kpm_header(), message=kpm_header())),
        clean,
    ),
    case("E2SM-STRING-ALPHABET", NODE, spelt, clean),
    case("E2SM-PADDING", NODE, padded, clean),
    case("E2SM-EDITIONS-MIXED", NODE, mixed, clean),
    case("E2SM-VERSION-DRIFT", None, drifted, clean),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_padding_is_reported_with_its_reason() -> None:
    """Octets of zero behind a payload are leftover octets, and the finding says that nothing else is wrong."""
    padded = kpm(PayloadKind.INDICATION_MESSAGE, message_1(1)) + b"\0"
    scene = kpm_subscribed(Scene()).node(indication(of=KPM, header=kpm_header(), message=padded))
    (found,) = scene.findings()
    assert (found.rule, found.blame) == ("E2SM-PAYLOAD", "e2-node")
    assert "octets of zero at the end" in found.message


def test_a_payload_of_another_service_model() -> None:
    """A control of RC that is sent to the KPM function is in the wrong place, by the RIC."""
    request = m.RICcontrolRequest(FIRST_ID, KPM, None, rc_header(), rc_message(), "ack")
    scene = Scene().set_up(kpm_function(), rc_function()).ric(request)
    assert scene.node(m.RICcontrolFailure(FIRST_ID, KPM, None, ("misc", "unspecified"))).fired() == set()


def test_payloads_of_unknown_functions_are_not_judged() -> None:
    """What belongs to a service model that is not known here is nobody's mistake."""
    scene = Scene().set_up().subscribed().node(indication(header=b"\xff", message=b""))
    assert scene.fired() == set()


def test_the_same_octets_are_diagnosed_once() -> None:
    """Guessing what octets may be takes many decoders: a stack that sends the same again does not cost it again."""
    scene = Scene()
    kpm_subscribed(scene).node(*[indication(of=KPM, header=b"\xff\xff", message=b"\xff") for _ in range(20)])
    before = payloads._hints.cache_info().misses
    assert ("E2SM-PAYLOAD", "e2-node") in scene.fired()
    assert payloads._hints.cache_info().misses - before == 2
