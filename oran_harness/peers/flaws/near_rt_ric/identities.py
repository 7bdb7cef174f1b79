"""Near-RT RICs that misbehave about who a node is (E2AP 8.3.1, 9.2.6)."""

from oran_harness.checkers.identity import node_number, plmn_of
from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, ignore
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import GlobalE2node_gNB_ID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest

RIC = Role.NEAR_RT_RIC
_GNB_ID_BITS = 28
_NO_DIGIT = 0xF
_CU_UP_SIDE = "e1"


def _gnb(request: E2setupRequest) -> GlobalE2node_gNB_ID | None:
    content = None if request.global_e2_node_id is None else request.global_e2_node_id[1]
    return content if isinstance(content, GlobalE2node_gNB_ID) else None


def _is_cu_up(request: E2setupRequest) -> bool:
    gnb = _gnb(request)
    return gnb is not None and gnb.gnb_cu_up_id is not None


def _is_cu_cp(request: E2setupRequest) -> bool:
    """A gNB without an id of a part, with a CU-UP behind E1; E2AP 1.01 has no components that would tell it."""
    gnb = _gnb(request)
    components = request.e2_node_component_config_addition or ()
    interfaces = {item.e2_node_component_interface_type for item in components}
    return gnb is not None and gnb.gnb_cu_up_id is None and gnb.gnb_du_id is None and _CU_UP_SIDE in interfaces


def _is_du(request: E2setupRequest) -> bool:
    gnb = _gnb(request)
    return gnb is not None and gnb.gnb_du_id is not None


def _is_du_zero(request: E2setupRequest) -> bool:
    gnb = _gnb(request)
    return gnb is not None and gnb.gnb_du_id == 0


def _is_no_gnb(request: E2setupRequest) -> bool:
    return request.global_e2_node_id is not None and request.global_e2_node_id[0] != "gNB"


def _has_another_length(request: E2setupRequest) -> bool:
    number = node_number(request.global_e2_node_id)
    return _gnb(request) is not None and number is not None and number.length != _GNB_ID_BITS


def _digits(plmn: bytes) -> list[int]:
    return [half for octet in plmn for half in (octet & 0xF, octet >> 4)]


def _has_a_long_mnc(request: E2setupRequest) -> bool:
    plmn = plmn_of(request.global_e2_node_id)
    return plmn is not None and all(digit < 10 for digit in _digits(plmn))


def _has_no_plmn(request: E2setupRequest) -> bool:
    plmn = plmn_of(request.global_e2_node_id)
    if plmn is None:
        return False
    mcc1, mcc2, mcc3, mnc3, mnc1, mnc2 = _digits(plmn)
    return any(digit > 9 for digit in (mcc1, mcc2, mcc3, mnc1, mnc2)) or mnc3 not in (*range(10), _NO_DIGIT)


def _is_a_double(past: Past, message: Message) -> bool:
    if not isinstance(message, E2setupRequest) or message.global_e2_node_id is None:
        return False
    return any(
        message.global_e2_node_id == request.global_e2_node_id
        for other in past.others.values()
        for request in other.heard
        if isinstance(request, E2setupRequest)
    )


FLAWS = (
    Flaw(
        "ric-takes-du-zero-for-none",
        "Does not answer a gNB-DU whose gNB-DU-ID is 0",
        RIC,
        "F24",
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_is_du_zero)),
        ("E2AP-SETUP-114",),
    ),
    Flaw(
        "ric-dies-on-cu-up",
        "Crashes on the E2 Setup of a gNB-CU-UP",
        RIC,
        "F25",
        lambda actor: Dying(actor, of(E2setupRequest, where=_is_cu_up)),
        ("E2AP-SETUP-112",),
    ),
    Flaw(
        "ric-dies-on-cu-cp",
        "Crashes on the E2 Setup of a gNB-CU-CP",
        RIC,
        "F25",
        lambda actor: Dying(actor, of(E2setupRequest, where=_is_cu_cp)),
        ("E2AP-SETUP-111",),
    ),
    Flaw(
        "ric-dies-on-du",
        "Crashes on the E2 Setup of a gNB-DU",
        RIC,
        "F25",
        lambda actor: Dying(actor, of(E2setupRequest, where=_is_du)),
        ("E2AP-SETUP-113", "E2AP-SETUP-114"),
    ),
    Flaw(
        "ric-knows-gnbs-only",
        "Does not answer a node that is no gNB",
        RIC,
        "F23",
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_is_no_gnb)),
        ("E2AP-SETUP-115", "E2AP-SETUP-116", "E2AP-SETUP-117"),
    ),
    Flaw(
        "ric-gnb-id-of-28-bits",
        "Crashes on a gNB-ID of another length than 28 bits",
        RIC,
        "F31",
        lambda actor: Dying(actor, of(E2setupRequest, where=_has_another_length)),
        ("E2AP-SETUP-118", "E2AP-SETUP-119"),
    ),
    Flaw(
        "ric-mnc-of-two-digits",
        "Does not answer a node whose MNC has three digits",
        RIC,
        "F34",
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_has_a_long_mnc)),
        ("E2AP-SETUP-120",),
    ),
    Flaw(
        "ric-dies-on-plmn-text",
        "Crashes on a PLMN Identity that is not made of digits",
        RIC,
        "F34",
        lambda actor: Dying(actor, of(E2setupRequest, where=_has_no_plmn)),
        ("E2AP-NEG-141",),
    ),
    Flaw(
        "ric-double-unanswered",
        "Does not answer a node with the identity of one that it has set up on another association",
        RIC,
        "F22",
        lambda actor: Minding(actor, _is_a_double, ignore),
        ("E2AP-SETUP-108",),
    ),
)
"""One flaw each."""
