"""Control requests of RC: what our E2 node executes, and why it does not (RC 7.6, 8.4; E2AP 8.2.4)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Quota, Radio
from oran_harness.peers.ran_functions.radio_event import Ue
from oran_harness.peers.ran_functions.rc_information import cell_octets
from oran_harness.service_models.common.elements import CGI, EUTRA_CGI, S_NSSAI
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.actions import ANSWERS_ONLY
from oran_harness.service_models.rc.build.offer import DRB_FIVE_QI, DRB_ID, Offer
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import Parameter, empty_parameters, walk
from oran_harness.service_models.rc.styles import Service

INVALID = Refusal("control-message-invalid")
UNSUPPORTED = Refusal("action-not-supported")
FAILED = Refusal("control-failed-to-execute")
SST, SD, MINIMUM, MAXIMUM, DEDICATED = 9, 10, 11, 12, 13
NR_TARGET, EUTRA_TARGET = 4, 6
_ONE_UE, _MULTIPLE = 1, 2
_MULTIPLE_STYLE = 255
_ALL_PRBS = 100
_DRBS = range(1, 33)
_FIVE_QIS = range(256)


@dataclass(frozen=True, slots=True)
class Order:
    """One action that a control request (or a policy) asks for, with its parameters as the payload holds them."""

    style: int
    action: int
    parameters: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A control request as it was read.

    ``ue_id`` is None where it names no UE, ``multiple`` tells style 255. ``undeclared`` are the orders that the
    function does not declare, with what is wrong with each.
    """

    orders: tuple[Order, ...]
    ue_id: Any
    decision: str | None
    multiple: bool
    undeclared: tuple[tuple[Order, Refusal], ...] = ()


def read_request(header: bytes, message: bytes, edition: str, offered: Sequence[Offer]) -> Request | Refusal:
    """What a control request asks for, if the payloads are whole and belong together."""
    head = RC.decode(PayloadKind.CONTROL_HEADER, header, edition)
    body = RC.decode(PayloadKind.CONTROL_MESSAGE, message, edition)
    form = format_of(head.value)
    if not (head.conforms and body.conforms):
        return INVALID
    if form not in (_ONE_UE, _MULTIPLE):
        return UNSUPPORTED
    if format_of(body.value) != form or empty_parameters(body.value):
        return INVALID
    first, content = content_of(head.value), content_of(body.value)
    orders: tuple[Order, ...]
    if form == _ONE_UE:
        orders = (Order(first.ric_style_type, first.ric_control_action_id, content.ran_p_list),)
    elif not any(offer.style == _MULTIPLE_STYLE for offer in offered):
        return UNSUPPORTED
    else:
        orders = tuple(
            Order(style.indicated_control_style_type, action.ric_control_action_id, action.ran_p_list.ran_p_list)
            for style in content.ric_control_style_list
            for action in style.ric_control_action_list
        )
    undeclared = tuple((order, refused) for order in orders if (refused := _declared(order, offered)) is not None)
    return Request(orders, first.ue_id, first.ric_control_decision, form == _MULTIPLE, undeclared)


def _declared(order: Order, offered: Sequence[Offer]) -> Refusal | None:
    own = [offer for offer in offered if (offer.service, offer.style) == (Service.CONTROL, order.style)]
    offer = next((offer for offer in own if offer.action == order.action), None)
    if offer is None:
        return UNSUPPORTED
    asked = {item.ran_parameter_id for item in order.parameters}
    return None if offer.parameters.keys() >= asked else INVALID


def answers_only(request: Request) -> bool:
    """Whether something in it may only be sent as the answer to an INSERT (RC 7.6.2, 7.6.5)."""
    return any((order.style, order.action) in ANSWERS_ONLY for order in request.orders)


def plan(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    """What an order will do to the radio network at a time, or why it cannot be done; nothing is done yet."""
    reader = _PLANS.get((order.style, order.action))
    return UNSUPPORTED if reader is None else reader(order, radio, ue)


def _nothing(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    """An admission: the node goes on with what it had suspended."""
    return lambda now: None


def _flow(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    found = {parameter.id: _number(parameter) for parameter in walk(order.parameters)}
    drb, five_qi = found.get(DRB_ID), found.get(DRB_FIVE_QI)
    if drb not in _DRBS or (five_qi is not None and five_qi not in _FIVE_QIS):
        return INVALID
    if ue is None:
        return FAILED
    return lambda now: None if five_qi is None else radio.change_flow(ue, five_qi)


def _release(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    return FAILED if ue is None else lambda now: radio.release(ue, now)


def _handover(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    """Into one of our cells; a UE that goes to another node's leaves."""
    found = {parameter.id: parameter.value for parameter in walk(order.parameters)}
    target = found.get(NR_TARGET) or found.get(EUTRA_TARGET)
    if target is None:
        return INVALID
    if ue is None:
        return FAILED
    cell = next((index for index, own in enumerate(radio.cells) if _names(target[1], own)), None)
    if cell is not None:
        return lambda now: radio.hand_over(ue, cell, now)
    if any(_names(target[1], other) for other in radio.neighbours):
        return lambda now: radio.release(ue, now)
    return FAILED


def _quotas(order: Order, radio: Radio, ue: Ue | None) -> Callable[[float], None] | Refusal:
    """Shares of slices. Items of the ratio list may hold their members directly, or in a structure with an ID."""
    quotas: list[tuple[S_NSSAI, Quota]] = []
    for item in _by_item(walk(order.parameters)):
        shares = [_number(item[key]) if key in item else default for key, default in _SHARES]
        slice_ = _slice(item)
        if slice_ is None or not all(each is not None and 0 <= each <= _ALL_PRBS for each in shares):
            return INVALID
        minimum, maximum, dedicated = (int(each or 0) for each in shares)
        if minimum > maximum:
            return FAILED
        quotas.append((slice_, Quota(minimum, maximum, dedicated)))
    if not quotas:
        return INVALID

    def apply(now: float) -> None:
        for slice_, quota in quotas:
            radio.set_quota(slice_, quota, now)

    return apply


_SHARES = ((MINIMUM, 0), (MAXIMUM, _ALL_PRBS), (DEDICATED, 0))
_PLANS: dict[tuple[int, int], Callable[[Order, Radio, Ue | None], Callable[[float], None] | Refusal]] = {
    (1, 1): _flow,
    (1, 4): _nothing,
    (2, 6): _quotas,
    (3, 1): _handover,
    (4, 1): _nothing,
    (4, 4): _release,
}


def _by_item(parameters: Iterable[Parameter]) -> list[dict[int, Parameter]]:
    """The parameters of each item of the outermost list, by ID."""
    items: dict[str, dict[int, Parameter]] = {}
    for parameter in parameters:
        first, bracket, _ = parameter.path.partition("]")
        if bracket:
            items.setdefault(first, {})[parameter.id] = parameter
    return list(items.values())


def _slice(item: dict[int, Parameter]) -> S_NSSAI | None:
    """The S-NSSAI of a member, in octets or as numbers."""
    sst = _sized(item.get(SST), 1)
    sd = _sized(item.get(SD), 3)
    return None if sst is None or (SD in item and sd is None) else S_NSSAI(sst, sd)


def _sized(parameter: Parameter | None, size: int) -> bytes | None:
    value = parameter.value[1] if parameter is not None and parameter.value is not None else None
    if isinstance(value, int) and 0 <= value < 1 << 8 * size:
        return value.to_bytes(size)
    return value if isinstance(value, bytes) and len(value) == size else None


def _number(parameter: Parameter) -> int | None:
    value = parameter.value[1] if parameter.value is not None else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _names(value: object, cell: CGI) -> bool:
    """Whether an element names a cell: octets of its CGI with or without PER's choice, or bits of its identity."""
    content = cell[1]
    bits = content.eutra_cell_identity if isinstance(content, EUTRA_CGI) else content.nr_cell_identity
    if isinstance(value, BitString):
        return value == bits
    whole = cell_octets(cell)
    return value in (whole, b"\x00" + whole, b"\x40" + whole, bits.octets)
