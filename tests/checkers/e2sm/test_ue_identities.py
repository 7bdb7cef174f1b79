"""Rules about UE identities in payloads."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.elements import GUAMI, UEID_GNB, GlobalGNB_ID
from tests.checkers.payloads_of import NAME, kpm_action, kpm_definition_of, kpm_function, kpm_indication, kpm_trigger
from tests.checkers.scene import (
    KPM,
    NODE,
    Case,
    Scene,
    accepted,
    case,
    check_broken,
    check_kept,
    node_id,
    setup_request,
    setup_response,
)
from tests.service_models.samples import UE_DU, UE_GNB, measurement, message_3, style_4


def ue(plmn: str = "00f110", **more: object) -> object:
    """The UE-ID of a gNB."""
    guami = GUAMI(bytes.fromhex(plmn), BitString(b"\x09", 8), BitString(b"\x02\xc0", 10), BitString(b"\x18", 6))
    return ("gNB-UEID", UEID_GNB(5, guami, **more))  # type: ignore[arg-type]


def reported(scene: Scene, *ue_ids: object, **parts: int) -> None:
    """A gNB, or a part of one, reports these UEs by style 4."""
    offered = kpm_function(kpm_definition_of(4, (NAME,)))
    scene.up().node(setup_request(offered, identity=node_id(**parts))).ric(setup_response(accepted(KPM)))
    scene.subscribed(kpm_action(style_4(measurement(NAME))), of=KPM, trigger=kpm_trigger())
    scene.node(kpm_indication(message_3(*ue_ids)))


OBSOLETE = ue(global_gnb_id=GlobalGNB_ID(bytes.fromhex("00f110"), ("gNB-ID", BitString(b"\0\0\1\0", 24 + 8))))

CASES = (
    case(
        "E2SM-UE-ID-VARIANT",
        NODE,
        lambda s: reported(s, UE_GNB, gnb_du_id=22),
        lambda s: reported(s, UE_DU, gnb_du_id=22),
    ),
    case("E2SM-UE-ID-OBSOLETE", NODE, lambda s: reported(s, OBSOLETE), lambda s: reported(s, ue())),
    case("E2SM-UE-ID-PLMN", NODE, lambda s: reported(s, ue("a0f110")), lambda s: reported(s, ue("13f062"))),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)
