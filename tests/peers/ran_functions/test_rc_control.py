"""Control requests of RC: what our E2 node executes, and why it does not."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Quota, Radio
from oran_harness.peers.ran_functions.rc_control import (
    FAILED,
    INVALID,
    UNSUPPORTED,
    Order,
    Request,
    answers_only,
    plan,
    read_request,
)
from oran_harness.peers.ran_functions.rc_information import cell_octets
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.elements import NR_CGI
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.model import RC

OFFERED = rc.offers("gnb", "5.00")
ELEMENT, STRUCTURE, LISTING = rc.element, rc.structure, rc.listing


def read(request: tuple[bytes, bytes]) -> Request | Refusal:
    """A control request, as it is read."""
    return read_request(*request, "5.00", OFFERED)


def one(style: int, action: int, parameters: Any, **more: Any) -> Request | Refusal:
    """A request for one action on UE 1, as it is read."""
    return read(rc.control(style, action, Radio().ue_id(1), parameters, "5.00", **more))


def done(style: int, action: int, parameters: Any, own: Radio | None = None, ue: int | None = 1) -> Radio | Refusal:
    """The network after an order, or why it was not carried out."""
    radio = own or Radio()
    items = tuple(r.E2SM_RC_ControlMessage_Format1_Item(*each) for each in parameters)
    target = None if ue is None else radio.find(radio.ue_id(ue), 0.0)
    planned = plan(Order(style, action, items), radio, target)
    if isinstance(planned, Refusal):
        return planned
    planned(0.0)
    return radio


def test_requests() -> None:
    """One action of one UE, or several actions at once."""
    request = one(3, 1, rc.handover_to(Radio().cells[1]), decision="accept")
    assert isinstance(request, Request)
    assert [(order.style, order.action) for order in request.orders] == [(3, 1)]
    assert (request.ue_id, request.decision, request.multiple) == (Radio().ue_id(1), "accept", False)
    several = read(rc.multiple_control([(2, 6, rc.slice_quota(1)), (4, 4, rc.rrc_release())], "5.00"))
    assert isinstance(several, Request)
    assert [(order.style, order.action) for order in several.orders] == [(2, 6), (4, 4)]
    assert (several.ue_id, several.multiple) == (None, True)


def test_answers_only() -> None:
    """Radio admission and UE admission exist only as answers to an INSERT (RC 7.6.2, 7.6.5)."""
    told = {
        (style, action): one(style, action, rc.drb_qos(1, 9) if style == 1 else ((202, ELEMENT(0)),))
        for style, action in ((1, 1), (1, 4), (4, 1))
    }
    assert {key: isinstance(each, Request) and answers_only(each) for key, each in told.items()} == {
        (1, 1): False,
        (1, 4): True,
        (4, 1): True,
    }


@pytest.mark.parametrize(
    ("style", "action", "parameters", "refusal"),
    [
        (7, 1, rc.rrc_release(), UNSUPPORTED),
        (2, 5, rc.rrc_release(), UNSUPPORTED),
        (255, 1, rc.rrc_release(), UNSUPPORTED),
        (4, 4, ((9, ELEMENT(1)),), INVALID),
    ],
)
def test_what_is_not_declared(style: int, action: int, parameters: Any, refusal: Refusal) -> None:
    """Styles, actions and parameters that the definition has not are told, with what is wrong with them."""
    request = one(style, action, parameters)
    assert isinstance(request, Request)
    assert request.undeclared == ((request.orders[0], refusal),)


@pytest.mark.parametrize("empty", [ELEMENT(None), STRUCTURE()])
def test_what_carries_nothing(empty: Any) -> None:
    """A parameter of a control carries something (RC 9.3.11 to 9.3.13)."""
    assert one(4, 4, ((1, empty),)) == INVALID


def test_octets_that_are_no_request() -> None:
    """Unreadable octets, and a header and message of different formats, are an invalid message."""
    header, message = rc.control(4, 4, Radio().ue_id(1), rc.rrc_release(), "5.00")
    other, _ = rc.multiple_control([(4, 4, rc.rrc_release())], "5.00")
    assert read((b"\xff", message)) == read((header, b"\xff")) == read((other, message)) == INVALID
    group = r.E2SM_RC_ControlHeader_Format3(
        1, r.UE_Group_Definition((r.UEGroupDefinitionIdentifier_Item(1, ELEMENT(1)),)), 1, 1
    )
    content = r.E2SM_RC_ControlHeader(("controlHeader-Format3", group))
    assert read((RC.encode(PayloadKind.CONTROL_HEADER, content, "5.00"), message)) == UNSUPPORTED
    without = rc.offers("cu-up", "5.00")
    without = tuple(offer for offer in without if offer.style != 255)
    assert read_request(*rc.multiple_control([(1, 1, rc.drb_qos(1, 9))], "5.00"), "5.00", without) == UNSUPPORTED


def cell_forms(index: int) -> dict[str, Any]:
    """The forms in which a cell is named in the field."""
    cell = Radio().cells[index]
    content = cell[1]
    assert isinstance(content, NR_CGI)
    whole = cell_octets(cell)
    return {
        "octets": whole,
        "PER": b"\x00" + whole,
        "identity": content.nr_cell_identity.octets,
        "bits": content.nr_cell_identity,
    }


@pytest.mark.parametrize("form", cell_forms(1))
def test_handover_by_any_form_of_the_target(form: str) -> None:
    """How a CGI travels is open: as octets with or without PER's choice, or as the bits of the cell identity."""
    target = ((1, STRUCTURE((2, STRUCTURE((3, STRUCTURE((4, ELEMENT(cell_forms(1)[form])))))))),)
    radio = done(3, 1, target)
    assert isinstance(radio, Radio)
    assert radio.ues(0.0)[0].cell == 1


def test_handovers_elsewhere() -> None:
    """A UE that goes to a neighbour leaves; a cell that nobody knows, or a UE that is not there, fails."""
    radio = done(3, 1, rc.handover_to(Radio().neighbours[0]))
    assert isinstance(radio, Radio)
    assert radio.ue(0, 0.0) is None
    assert done(3, 1, ((1, STRUCTURE((2, STRUCTURE((4, ELEMENT(b"nowhere")))))),)) == FAILED
    assert done(3, 1, ((1, STRUCTURE((2, STRUCTURE((4, ELEMENT(BitString(b"\x80", 1))))))),)) == FAILED
    assert done(3, 1, ((1, STRUCTURE((2, STRUCTURE((9, ELEMENT(1)))))),)) == INVALID
    assert done(3, 1, rc.handover_to(Radio().cells[1]), ue=None) == FAILED


def test_quotas_in_both_layouts() -> None:
    """List items hold their members directly or in a structure; SST and SD come as octets or numbers (RC 9.3.13)."""
    member = (6, STRUCTURE((7, ELEMENT(b"\x00\xf1\x10")), (8, STRUCTURE((9, ELEMENT(1)), (10, ELEMENT(2))))))
    policy = (3, STRUCTURE((5, LISTING((member,)))))
    direct = ((1, LISTING((policy, (11, ELEMENT(1)), (12, ELEMENT(60)), (13, ELEMENT(2))))),)
    wrapped = rc.slice_quota(1, 2, minimum=1, maximum=60, dedicated=2)
    for parameters in (direct, wrapped):
        radio = done(2, 6, parameters, ue=None)
        assert isinstance(radio, Radio)
        assert radio.quotas == {(b"\x01", b"\x00\x00\x02"): Quota(1, 60, 2)}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        (rc.slice_quota(1, maximum=101), INVALID),
        (rc.slice_quota(1, minimum=-1), INVALID),
        (rc.slice_quota(1, minimum=50, maximum=40), FAILED),
        (((1, LISTING(((12, ELEMENT(5)),))),), INVALID),
        (((1, LISTING(((9, ELEMENT(b"\x01\x02")),))),), INVALID),
        (((1, LISTING(((9, ELEMENT(1)), (10, ELEMENT(b"\x01"))))),), INVALID),
        (((1, LISTING(((9, ELEMENT(1)), (12, ELEMENT("much"))))),), INVALID),
        (((1, ELEMENT(5)),), INVALID),
    ],
)
def test_quotas_that_are_none(parameters: Any, refusal: Refusal) -> None:
    """Without an S-NSSAI, or with shares out of range, there is no quota (RC 8.4.3.6)."""
    assert done(2, 6, parameters) == refusal


def test_bearers_and_releases() -> None:
    """A flow gets another 5QI, a UE is let go; the DRB ID is needed, and has a range."""
    radio = done(1, 1, rc.drb_qos(1, 5))
    assert isinstance(radio, Radio)
    assert radio.ues(0.0)[0].five_qi == 5
    assert done(1, 1, ((2, ELEMENT(5)),)) == done(1, 1, rc.drb_qos(33, 5)) == done(1, 1, rc.drb_qos(1, 256)) == INVALID
    assert done(1, 1, rc.drb_qos(1, 5), ue=None) == FAILED
    unchanged = done(1, 1, ((1, ELEMENT(1, key=True)),))
    assert isinstance(unchanged, Radio)
    assert unchanged.ues(0.0)[0].five_qi == 9
    gone = done(4, 4, rc.rrc_release())
    assert isinstance(gone, Radio)
    assert gone.ue(0, 0.0) is None
    assert done(4, 4, rc.rrc_release(), ue=None) == FAILED
    assert isinstance(done(1, 4, rc.drb_qos(1, 9)), Radio)
    assert done(9, 9, ()) == UNSUPPORTED
