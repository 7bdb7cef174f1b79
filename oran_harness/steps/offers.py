"""What our E2 node offers: its identity, RAN functions and components, and the messages that tell them.

Pure, and shared by the reference E2 node and by whoever plays a node for a moment.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.resources import interface
from oran_harness.service_models import service_model
from oran_harness.service_models.common.plmn import Plmn
from oran_harness.service_models.kpm import build as kpm_build
from oran_harness.service_models.ni import build as ni_build
from oran_harness.service_models.rc import build as rc_build
from oran_harness.steps.node_components import (
    FAR_END,
    GNB_ID_BITS,
    NodeComponent,
    components_of,
    global_enb,
    global_gnb,
    one_more,
)

KPM_FUNCTION = 2
RC_FUNCTION = 3
NI_FUNCTION = 4
"""RAN Function IDs that our nodes use; 0 is reserved (E2AP 9.2.8)."""

KINDS = ("gnb", "cu-cp", "cu-up", "du", "enb")
"""What our node can be."""

GNB_ID_LENGTHS = range(22, 33)
"""The bits that a gNB-ID can have (E2AP 9.2.6)."""

_FUNCTIONS = {"kpm": KPM_FUNCTION, "rc": RC_FUNCTION, "ni": NI_FUNCTION}
_DEFINITIONS: Mapping[str, Callable[..., bytes]] = {
    "kpm": kpm_build.function_definition,
    "rc": rc_build.function_definition,
    "ni": ni_build.function_definition,
}


@dataclass(frozen=True, slots=True)
class NodeOffer:
    """What a node offers in its E2 Setup.

    ``edition`` is of E2AP, ``kind`` one of ``KINDS``, ``number`` what tells our nodes apart, ``plmn`` the three octets,
    ``gnb_id_length`` the bits of its gNB-ID.
    """

    edition: str
    kind: str
    number: int
    plmn: bytes
    node_id: e.GlobalE2node_ID
    functions: tuple[e.RANfunction_Item, ...]
    components: tuple[NodeComponent, ...]
    gnb_id_length: int = GNB_ID_BITS

    @property
    def first_edition(self) -> bool:
        """Whether the edition has no Transaction IDs and no component additions yet."""
        return self.edition == "1.01"


def node_offer(
    *,
    edition: str = "3.01",
    kind: str = "gnb",
    number: int = 1,
    plmn: str = "00101",
    service_models: Iterable[str] = ("kpm", "rc"),
    kpm: str | None = None,
    rc: str | None = None,
    definitions: Mapping[str, bytes] | None = None,
    gnb_id_length: int = GNB_ID_BITS,
) -> NodeOffer:
    """The offer of a node.

    ``number`` (1..524287) becomes the gNB-ID or eNB-ID, and the id of a DU or CU-UP; ``plmn`` is MCC and MNC in digits.
    ``kpm`` and ``rc`` are service-model editions (None: what goes with the E2AP edition), ``definitions`` are ready
    RAN function definitions by model, instead of the built ones. ``gnb_id_length`` are bits, 22 to 32.
    Raises ``UsageError`` for what cannot be offered.
    """
    interface("e2ap").edition(edition)
    if kind not in KINDS:
        raise UsageError(f"There is no node of kind {kind}; choose one of {', '.join(KINDS)}.")
    if not 0 < number < FAR_END:
        raise UsageError(f"{number} cannot number a node; take 1 to {FAR_END - 1}.")
    if gnb_id_length not in GNB_ID_LENGTHS:
        raise UsageError(f"A gNB-ID has 22 to 32 bits, not {gnb_id_length}.")
    octets = _plmn(plmn)
    spoken = {"kpm": kpm, "rc": rc}
    ready = definitions or {}
    functions = tuple(
        function_item(model, edition, spoken=spoken.get(model), definition=ready.get(model), kind=kind)
        for model in service_models
    )
    components = components_of(kind, edition, octets, number, gnb_id_length)
    identity = _node_id(kind, number, octets, gnb_id_length)
    return NodeOffer(edition, kind, number, octets, identity, functions, components, gnb_id_length)


def model_edition(model: str, edition: str) -> str:
    """The edition of a service model (``"kpm"``, ``"rc"``, ``"ni"``) that our peers speak beside an E2AP edition."""
    if model == "ni":
        return "1.00"
    if model == "kpm":
        return {"1.01": "2.03", "2.03": "2.03", "5.00": "5.00", "7.00": "6.00"}.get(edition, "3.00")
    return "1.03" if edition in ("1.01", "2.03", "3.01") else "5.00"


def function_item(
    model: str,
    edition: str,
    *,
    id: int | None = None,
    revision: int = 1,
    spoken: str | None = None,
    definition: bytes | None = None,
    kind: str = "gnb",
) -> e.RANfunction_Item:
    """A RAN function of a service model as our node offers it beside an E2AP edition.

    ``spoken`` is the service model's edition (None: what goes with the E2AP edition). Raises ``UsageError`` if our node
    has no such function.
    """
    if model not in _FUNCTIONS:
        raise UsageError(f"Our node has no RAN function of {model}; choose of {', '.join(_FUNCTIONS)}.")
    if definition is None:
        definition = _definition(model, spoken or model_edition(model, edition), kind)
    return e.RANfunction_Item(_FUNCTIONS[model] if id is None else id, definition, revision, service_model(model).oid)


@functools.lru_cache(maxsize=64)
def _definition(model: str, edition: str, kind: str) -> bytes:
    """What our node says of a function; kept, as every node of a kind says the same."""
    return _DEFINITIONS[model](edition, kind=kind)


def another_component(
    offer: NodeOffer,
    present: Iterable[NodeComponent] | None = None,
    interface: e.E2nodeComponentInterfaceType | None = None,
) -> NodeComponent:
    """A plausible component that is not ``present`` (None: not in the offer), of that ``interface`` if one is named."""
    known = offer.components if present is None else present
    return one_more(offer.kind, offer.edition, offer.plmn, offer.number, known, interface, offer.gnb_id_length)


def setup_request(offer: NodeOffer, transaction_id: int | None) -> m.E2setupRequest:
    """The E2 Setup request of the offer (E2AP 9.1.2.2); 1.01 has no Transaction ID and leaves the components out."""
    if offer.first_edition:
        return m.E2setupRequest(global_e2_node_id=offer.node_id, ran_functions_added=offer.functions or None)
    components = tuple(each.addition for each in offer.components)
    return m.E2setupRequest(transaction_id, offer.node_id, offer.functions, components)


def configuration_update(
    offer: NodeOffer,
    transaction_id: int | None,
    *,
    added: Iterable[NodeComponent] = (),
    updated: Iterable[NodeComponent] = (),
    removed: Iterable[NodeComponent] = (),
    identify: bool = False,
    leaving: Iterable[tuple[e.TNLinformation, e.TNLinformation]] = (),
) -> m.E2nodeConfigurationUpdate:
    """An E2 Node Configuration Update (E2AP 9.1.2.11); lists that would be empty are left out.

    ``identify`` puts the Global E2 Node ID in, as the first message of a further association must have it; ``leaving``
    are associations that the node is going to remove, each by its address at the node and at the RIC. E2AP 1.01 knows
    updates only: what is added is updated there, and nothing else can be told.
    """
    if offer.first_edition:
        items = tuple(each.update_of_1_01 for each in (*added, *updated))
        return m.E2nodeConfigurationUpdate(e2_node_component_config_update=items or None)
    return m.E2nodeConfigurationUpdate(
        transaction_id,
        offer.node_id if identify else None,
        tuple(each.addition for each in added) or None,
        tuple(each.update for each in updated) or None,
        tuple(each.removal for each in removed) or None,
        tuple(e.E2nodeTNLassociationRemoval_Item(*addresses) for addresses in leaving) or None,
    )


def service_update(
    offer: NodeOffer,
    transaction_id: int | None,
    *,
    added: Iterable[e.RANfunction_Item] = (),
    modified: Iterable[e.RANfunction_Item] = (),
    deleted: Iterable[e.RANfunction_Item | e.RANfunctionID_Item] = (),
) -> m.RICserviceUpdate:
    """A RIC Service Update (E2AP 9.1.2.7); lists that would be empty are left out."""
    gone = tuple(e.RANfunctionID_Item(each.ran_function_id, each.ran_function_revision) for each in deleted)
    number = None if offer.first_edition else transaction_id
    return m.RICserviceUpdate(number, tuple(added) or None, tuple(modified) or None, gone or None)


def _plmn(digits: str) -> bytes:
    try:
        return Plmn(digits[:3], digits[3:]).octets
    except ValueError as error:
        raise UsageError(f"{digits!r} is no PLMN; write the MCC and the MNC in five or six digits.") from error


def _node_id(kind: str, number: int, plmn: bytes, bits: int) -> e.GlobalE2node_ID:
    if kind == "enb":
        return ("eNB", e.GlobalE2node_eNB_ID(global_enb(plmn, number)))
    cu_up = number if kind == "cu-up" else None
    du = number if kind == "du" else None
    return ("gNB", e.GlobalE2node_gNB_ID(global_gnb(plmn, number, bits), gnb_cu_up_id=cu_up, gnb_du_id=du))
