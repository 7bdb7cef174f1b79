"""The RAN functions of a node by service model, and what else its requests are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers.identity import node_kind, node_number, plmn_of
from oran_harness.codec.asn1 import BitString
from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models import PayloadKind, ServiceModel, identify, service_model
from oran_harness.service_models.common.build import TEST_PLMN, NodeType, cell, ue_id
from oran_harness.service_models.common.elements import CGI, UEID
from oran_harness.steps.offers import model_edition

_NO_NODE = BitString(bytes(4), 32)


@dataclass(frozen=True, slots=True)
class NodeFunction:
    """A RAN function of a node whose service model is known: ``edition`` is the model's edition to speak.

    ``definition`` is its function definition, decoded.
    """

    offered: OfferedFunction
    model: ServiceModel
    edition: str
    definition: Any


@dataclass(frozen=True, slots=True)
class FarNode:
    """The node at the far end, as far as it has said who it is."""

    kind: NodeType
    plmn: bytes
    node_id: BitString

    def ue(self, number: int) -> UEID:
        """The UE of that number, in the variant of the node's kind."""
        return ue_id(self.kind, number, plmn=self.plmn)

    def cell(self, number: int = 1) -> CGI:
        """The cell of that number: its identity begins with the node's."""
        return cell(self.kind, self.plmn, self.node_id, number)


def far_node(identity: GlobalE2node_ID | None) -> FarNode:
    """The node of a Global E2 Node ID; one of PLMN 001/01 where it was not told."""
    kind = node_kind(identity)
    types = [each for each in NodeType if each.identity is kind]
    return FarNode(
        kind=types[0] if types else NodeType.GNB,
        plmn=plmn_of(identity) or TEST_PLMN,
        node_id=node_number(identity) or _NO_NODE,
    )


def usable(functions: Mapping[int, OfferedFunction]) -> dict[int, OfferedFunction]:
    """The functions that were accepted and not deleted."""
    return {each.id: each for each in functions.values() if each.status is FunctionStatus.ACCEPTED}


def find_function(
    functions: Mapping[int, OfferedFunction], key: str, e2ap: str, edition: str | None, function_id: int | None = None
) -> NodeFunction:
    """The function of a service model, the first that the node offers or the one of that id.

    ``edition`` is the model's edition to speak; None for the one that goes with the ``e2ap`` edition, or the newest
    that reads the node's definition if that is another. Raises ``Unfit`` if there is none.
    """
    model = service_model(key)
    candidates = [usable(functions).get(function_id)] if function_id is not None else usable(functions).values()
    for function in candidates:
        if function is not None and identify(function.oid, function.definition) is model:
            reading = model.decode(PayloadKind.FUNCTION_DEFINITION, function.definition)
            spoken = edition or model_edition(key, e2ap)
            if edition is None and reading.accepting and spoken not in reading.accepting:
                spoken = reading.accepting[-1]
            return NodeFunction(function, model, spoken, reading)
    of_that_id = "" if function_id is None else f" with id {function_id}"
    raise Unfit(f"the node offers no RAN function of {model.title}{of_that_id}")
