"""What a run reads from its specifications before it begins."""

from oran_harness.drivers.interfaces import interface
from oran_harness.model import Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.speaker import Speaker
from oran_harness.service_models import MODELS
from oran_harness.steps.offers import node_offer, setup_request


def warm(role: Role, edition: str) -> None:
    """Load what the first E2 Setup of an E2AP edition needs, and what the rules need to judge it.

    Specifications load when they are first needed: in a case that would keep a SUT waiting for seconds that are ours.
    """
    if role.interface != "e2":
        interface(role.interface)
        return
    transaction = None if edition == "1.01" else 0
    octets = codec(edition).encode(setup_request(node_offer(edition=edition), transaction))
    Speaker().see(octets)
    for model in MODELS:
        for kind in model.types:
            # In which edition a payload is written is told from all of them.
            model.decode(kind, b"")
