"""E2 Connection Update (E2AP 8.3.6): the RIC adds, changes and removes associations."""

from oran_harness.peers.e2_node.connecting import Connecting
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.elements import (
    E2connectionSetupFailed_Item,
    E2connectionUpdate_Item,
    TNLinformation,
)
from oran_harness.protocols.e2ap.messages import E2connectionUpdate, E2connectionUpdateAcknowledge
from oran_harness.steps.transport_layer import same_address, tnl_of, uri_of


def update(turn: Turn, request: E2connectionUpdate) -> None:
    """Open, re-purpose and close associations, and tell what became of each.

    The answer waits for what has to be opened. The node does not give up its last association: that is refused.
    """
    state = turn.state
    leaving = tuple(
        link.name
        for item in request.e2_connection_update_remove or ()
        if (link := _at(state, item.tnl_information)) is not None
    )
    staying = [link for link in state.links.values() if link.in_use and link.name not in leaving]
    if leaving and not staying and not request.e2_connection_update_add:
        turn.refuse(request, "transport-resource-unavailable")
        return
    job = Connecting(turn.link.name, request.transaction_id, turn.report, leaving=leaving)
    for item in request.e2_connection_update_modify or ():
        _modify(state, job, item)
    state.connecting.append(job)
    for item in {item.tnl_information: item for item in request.e2_connection_update_add or ()}.values():
        _open(state, job, item, turn.now)
    _finish(state, job, turn.now)


def opened(state: State, link: Link, now: float) -> None:
    """An association that a Connection Update asked for is up."""
    for job in tuple(state.connecting):
        item = job.waiting.pop(link.name, None)
        if item is not None:
            job.done.append(item)
            _finish(state, job, now)


def failed(state: State, name: str, now: float) -> None:
    """An association cannot be opened, or has ended; a Connection Update that came on it needs no answer any more."""
    for job in tuple(state.connecting):
        if job.link == name:
            state.connecting.remove(job)
            continue
        item = job.waiting.pop(name, None)
        if item is not None:
            _fail(state, job, item)
            _finish(state, job, now)


def _modify(state: State, job: Connecting, item: E2connectionUpdate_Item) -> None:
    link = _at(state, item.tnl_information)
    if link is None:
        _fail(state, job, item)
        return
    link.usage = item.tnl_usage
    job.done.append(item)


def _open(state: State, job: Connecting, item: E2connectionUpdate_Item, now: float) -> None:
    address = uri_of(item.tnl_information, state.config.scheme)
    if address is None or len(state.links) >= state.config.most_associations:
        _fail(state, job, item)
        return
    link = state.new_link()
    link.further, link.address, link.usage = True, item.tnl_information, item.tnl_usage
    job.waiting[link.name] = item
    state.connect(link, address)

    def too_late(then: float) -> None:
        if link.state is LinkState.OPENING and state.links.pop(link.name, None) is not None:
            state.end(link)
            failed(state, link.name, then)

    link.timer = state.timers.set(now + state.config.opening_within, too_late)


def _fail(state: State, job: Connecting, item: E2connectionUpdate_Item) -> None:
    why = state.cause("transport-resource-unavailable")
    job.failed.append(E2connectionSetupFailed_Item(item.tnl_information, why))


def _finish(state: State, job: Connecting, now: float) -> None:
    """Answer once nothing is waited for, and let go what is to be removed."""
    if job.waiting or job not in state.connecting:
        return
    state.connecting.remove(job)
    link = state.links.get(job.link)
    if link is not None:
        answer = E2connectionUpdateAcknowledge(job.transaction_id, tuple(job.done) or None, tuple(job.failed) or None)
        Turn(state, link, now, job.report).answer(answer)
    staying = [link for link in state.links.values() if link.in_use and link.name not in job.leaving]
    for name in job.leaving if staying else ():
        if name in state.links:
            state.end(state.links[name])


def _at(state: State, address: TNLinformation) -> Link | None:
    """The association whose far end has that address."""
    configured = None if state.config.far_end is None else tnl_of(state.config.far_end)
    for link in state.links.values():
        known = link.address or (None if link.further else configured)
        if link.in_use and known is not None and same_address(known, address):
            return link
    return None
