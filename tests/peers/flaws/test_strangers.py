"""A peer that cannot stand what it does not know."""

from oran_harness.peers.actor import Actor, Die, Heard, Say, Stimulus, Up
from oran_harness.peers.flaws.strangers import DyingOfStrangers
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RANfunctionLoad_Item, RICloadInformation, RICrequestID
from oran_harness.steps.offers import node_offer, setup_request

CODEC = codec("7.00")


def _ric() -> Actor:
    actor = DyingOfStrangers(NearRtRic(RicConfig(edition="7.00")), m.RICsubscriptionFailure)
    actor.handle(Up("1", False), 0.0)
    actor.handle(Heard("1", CODEC.encode(setup_request(node_offer(edition="7.00"), 1))), 0.0)
    return actor


def _hears(actor: Actor, message: m.RICsubscriptionFailure | m.RICserviceLoadUpdate) -> bool:
    return any(isinstance(each, Die) for each in actor.handle(Heard("1", CODEC.encode(message)), 0.0))


def test_what_it_has_said_itself_is_taken() -> None:
    """Another id is its death, another type of message is not."""
    actor = _ric()
    (said,) = [each for each in actor.handle(Stimulus(1, "subscribe", {}), 0.0) if isinstance(each, Say)]
    request = CODEC.read(said.octets)
    assert isinstance(request, m.RICsubscriptionRequest)
    cause = ("misc", "unspecified")
    load = (RANfunctionLoad_Item(2, RICloadInformation("notoverload", 1)),)
    assert not _hears(actor, m.RICserviceLoadUpdate(7, 7, load))
    assert not _hears(actor, m.RICsubscriptionFailure(request.ric_request_id, 2, cause))  # type: ignore[arg-type]
    assert _hears(actor, m.RICsubscriptionFailure(RICrequestID(9, 9), 2, cause))  # type: ignore[arg-type]
