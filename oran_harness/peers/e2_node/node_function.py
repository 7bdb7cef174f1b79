"""A RAN function as the node offers it."""

from typing import Any

from oran_harness.model.errors import UsageError
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.ran_functions import KpmFunction, Radio, RanFunction, RcFunction
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID, RANfunction_Item
from oran_harness.steps.offers import KPM_FUNCTION, RC_FUNCTION, NodeOffer, model_edition

_IDS = {"kpm": KPM_FUNCTION, "rc": RC_FUNCTION}


class NodeFunction:
    """A function under its RAN Function ID.

    ``item`` is what the node told last with success: the behaviour may have been revised since. ``agreed`` tells that
    the RIC has heard of the function and answered.
    """

    __slots__ = ("agreed", "behaviour", "id", "item")

    def __init__(self, id: int, behaviour: RanFunction) -> None:
        self.id = id
        self.behaviour = behaviour
        self.item = self.revised
        self.agreed = False

    @property
    def revised(self) -> RANfunction_Item:
        """The function as it is now."""
        behaviour = self.behaviour
        return RANfunction_Item(self.id, behaviour.definition, behaviour.revision, behaviour.oid)


def radio_for(config: NodeConfig, offer: NodeOffer) -> Radio:
    """The radio network that the node's functions are about."""
    return Radio(
        config.kind,
        plmn=offer.plmn,
        node_id=_bits(offer.node_id),
        seed=config.seed,
        cells=config.cells,
        ues=config.ues,
    )


def behaviour_for(model: str, config: NodeConfig, radio: Radio) -> RanFunction:
    """A function of that service model, over the node's radio network."""
    spoken = {"kpm": config.kpm, "rc": config.rc}[model] or model_edition(model, config.edition)
    if model == "kpm":
        return KpmFunction(radio, edition=spoken, e2ap=config.edition, unix_offset=config.epoch, styles=config.styles)
    return RcFunction(radio, edition=spoken, e2ap=config.edition, unix_offset=config.epoch)


def functions_for(config: NodeConfig, offer: NodeOffer) -> dict[int, NodeFunction]:
    """The functions that the node begins with, by id; raises ``UsageError`` for an unknown service model."""
    unknown = [each for each in config.service_models if each not in _IDS]
    if unknown:
        raise UsageError(f"The node has no RAN function of {', '.join(unknown)}; choose of {', '.join(_IDS)}.")
    radio = radio_for(config, offer)
    return {_IDS[each]: NodeFunction(_IDS[each], behaviour_for(each, config, radio)) for each in config.service_models}


def _bits(node_id: GlobalE2node_ID) -> Any:
    """The bits that name the gNB or eNB, out of its global id."""
    identity: Any = node_id[1]
    return identity.global_enb_id.enb_id[1] if node_id[0] == "eNB" else identity.global_gnb_id.gnb_id[1]
