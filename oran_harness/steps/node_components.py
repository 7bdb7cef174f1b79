"""The components of our E2 node: the 3GPP interfaces that it ends (E2AP 9.2.26, 9.2.27)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.steps import interface_setup

FAR_END = 1 << 19
"""The first id of far ends that are no node of ours: above those of all our nodes, and within an eNB's 20 bits."""

GNB_ID_BITS = 28
"""Bits of a gNB-ID unless somebody says otherwise; 22 to 32 are possible (E2AP 9.2.6)."""

AMF = "amf-1"
MME = "mme-1"

_INTERFACES: dict[str, tuple[e.E2nodeComponentInterfaceType, ...]] = {
    "gnb": ("ng", "f1"),
    "cu-cp": ("ng", "e1", "f1"),
    "cu-up": ("e1",),
    "du": ("f1",),
    "enb": ("s1", "x2"),
}
"""What our nodes offer unless a case says otherwise: interfaces that nodes in the field offer, too.

A RIC that cannot take another one shows that in the case about it, and not in all.
"""
_ONE_MORE: dict[str, e.E2nodeComponentInterfaceType] = {
    "gnb": "f1",
    "cu-cp": "f1",
    "cu-up": "e1",
    "du": "f1",
    "enb": "x2",
}


@dataclass(frozen=True, slots=True)
class NodeComponent:
    """A component of a node: an interface that it ends, what names that, and the messages that set it up."""

    interface: e.E2nodeComponentInterfaceType
    id: e.E2nodeComponentID
    request: bytes
    response: bytes

    @property
    def addition(self) -> e.E2nodeComponentConfigAddition_Item:
        """The item that adds the component."""
        return e.E2nodeComponentConfigAddition_Item(self.interface, self.id, self._configuration)

    @property
    def update(self) -> e.E2nodeComponentConfigUpdate_Item:
        """The item that updates the component, since edition 2.03."""
        return e.E2nodeComponentConfigUpdate_Item(
            e2_node_component_interface_type=self.interface,
            e2_node_component_id=self.id,
            e2_node_component_configuration=self._configuration,
        )

    @property
    def removal(self) -> e.E2nodeComponentConfigRemoval_Item:
        """The item that removes the component."""
        return e.E2nodeComponentConfigRemoval_Item(self.interface, self.id)

    @property
    def update_of_1_01(self) -> e.E2nodeComponentConfigUpdate_Item:
        """The item that tells the component in E2AP 1.01, which knows nodes' parts instead of interfaces."""
        if self.interface in ("s1", "x2"):
            enb = e.E2nodeComponentConfigUpdateENB(**{f"{self.interface}ap_config_update": self.request})
            return e.E2nodeComponentConfigUpdate_Item("eNB", None, ("eNBconfigUpdate", enb))
        gnb = e.E2nodeComponentConfigUpdateGNB(**{f"{self.interface}ap_config_update": self.request})
        kind: e.E2nodeComponentType = "gNB"
        part: e.E2nodeComponentID | None = None
        named: Any = self.id[1]
        if self.interface == "e1":
            kind, part = (
                "gNB-CU-UP",
                ("e2nodeComponentTypeGNB-CU-UP", e.E2nodeComponentGNB_CU_UP_ID(named.gnb_cu_up_id)),
            )
        elif self.interface == "f1":
            kind, part = "gNB-DU", ("e2nodeComponentTypeGNB-DU", e.E2nodeComponentGNB_DU_ID(named.gnb_du_id))
        return e.E2nodeComponentConfigUpdate_Item(kind, part, ("gNBconfigUpdate", gnb))

    @property
    def _configuration(self) -> e.E2nodeComponentConfiguration:
        return e.E2nodeComponentConfiguration(self.request, self.response)


def components_of(
    kind: str, edition: str, plmn: bytes, number: int, bits: int = GNB_ID_BITS
) -> tuple[NodeComponent, ...]:
    """The components of a node of that kind and number; ``bits`` are those of a gNB's id."""
    return tuple(_component(each, edition, plmn, number, number, bits) for each in _INTERFACES[kind])


def one_more(
    kind: str,
    edition: str,
    plmn: bytes,
    number: int,
    present: Iterable[NodeComponent] = (),
    interface: e.E2nodeComponentInterfaceType | None = None,
    bits: int = GNB_ID_BITS,
) -> NodeComponent:
    """A plausible component that is not ``present``: one more far end of an interface that such a node ends.

    ``interface`` is which (None: the one that most easily has several).
    """
    taken = {(each.interface, each.id) for each in present}
    far_end = FAR_END
    while True:
        far_end += 1
        component = _component(interface or _ONE_MORE[kind], edition, plmn, number, far_end, bits)
        if (component.interface, component.id) not in taken:
            return component


def global_gnb(plmn: bytes, number: int, bits: int = GNB_ID_BITS) -> e.GlobalgNB_ID:
    """The id of a gNB, with 22 to 32 bits."""
    octets = (number << -bits % 8).to_bytes(-(-bits // 8), "big")
    return e.GlobalgNB_ID(plmn, ("gnb-ID", BitString(octets, bits)))


def global_enb(plmn: bytes, number: int) -> e.GlobalENB_ID:
    """The id of a macro eNB."""
    return e.GlobalENB_ID(plmn, ("macro-eNB-ID", BitString((number << 4).to_bytes(3, "big"), 20)))


def _component(
    interface: e.E2nodeComponentInterfaceType, edition: str, plmn: bytes, number: int, far_end: int, bits: int
) -> NodeComponent:
    """The component of node ``number`` for one interface; ``far_end`` is the id of the CU-UP, DU or neighbour there."""
    identity: e.E2nodeComponentID
    neighbour = far_end if far_end >= FAR_END else FAR_END + far_end
    match interface:
        case "ng":
            setup = interface_setup.ng_setup(plmn, number, AMF, bits)
            identity = ("e2nodeComponentInterfaceTypeNG", e.E2nodeComponentInterfaceNG(AMF))
        case "xn":
            setup = interface_setup.xn_setup(plmn, number, neighbour, bits)
            gnb = global_gnb(plmn, neighbour)
            identity = ("e2nodeComponentInterfaceTypeXn", e.E2nodeComponentInterfaceXn(("gNB", gnb)))
        case "e1":
            setup = interface_setup.e1_setup(plmn, far_end)
            # 2.03 names the member after the other end of the interface; the id is of the CU-UP all the same.
            which = "gnb_cu_cp_id" if edition == "2.03" else "gnb_cu_up_id"
            identity = ("e2nodeComponentInterfaceTypeE1", e.E2nodeComponentInterfaceE1(**{which: far_end}))
        case "s1":
            setup = interface_setup.s1_setup(plmn, number)
            identity = ("e2nodeComponentInterfaceTypeS1", e.E2nodeComponentInterfaceS1(MME))
        case "x2":
            setup = interface_setup.x2_setup(plmn, number, neighbour)
            enb = global_enb(plmn, neighbour)
            identity = ("e2nodeComponentInterfaceTypeX2", e.E2nodeComponentInterfaceX2(enb))
        case _:
            setup = interface_setup.f1_setup(far_end)
            identity = ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(far_end))
    return NodeComponent(interface, identity, setup.request, setup.response)
