"""supervision-watchdog-reset (O-RAN M-plane 14.1)."""

from datetime import timedelta

from oran_harness.peers.o1_provider import supervision
from oran_harness.peers.o1_provider.names import SUPERVISION
from oran_harness.peers.o1_provider.parameters import Parameters
from oran_harness.peers.o1_provider.put import top
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf.event_time import write_time
from oran_harness.protocols.netconf.speaking import reply

_LONGEST = 3600


def watchdog_reset(request: Request) -> bytes:
    """The manager lives; tells when the next sign of life comes."""
    parameters = Parameters(request.operation, ("supervision-notification-interval", "guard-timer-overhead"))
    interval = parameters.number("supervision-notification-interval", 60, most=_LONGEST)
    guard = parameters.number("guard-timer-overhead", 10, most=_LONGEST)
    managed = request.managed
    at = supervision.restart(managed, request.session, interval, guard, request.now)
    told = top(SUPERVISION, "next-update-at")
    told.text = write_time(managed.clock(request.now) + timedelta(seconds=at - request.now))
    return reply(request.rpc, told)
