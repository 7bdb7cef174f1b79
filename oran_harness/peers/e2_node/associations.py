"""The node's associations: opened, up, over, opened again (E2GAP 6.2)."""

from oran_harness.peers.actor import Over, Refused, Up
from oran_harness.peers.e2_node import configuration_update, connection_update, setup
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.state import State


class Associations:
    """Opens the first association, and again when the last one is over; each refusal doubles the wait.

    ``uri`` is where the RIC is found, None for the one that is configured.
    """

    __slots__ = ("_refusals", "_resting", "_state", "_timer", "_uri")

    def __init__(self, state: State, uri: str | None = None) -> None:
        self._state = state
        self._uri = uri
        self._refusals = 0
        self._resting = False
        self._timer: int | None = None

    def begin(self) -> None:
        """Open the first one, unless the node is to wait for the RIC."""
        if self._state.config.connects:
            self._state.connect(self._state.new_link(), self._uri)

    def rest(self) -> None:
        """End all of them, and open none until ``resume``."""
        state = self._state
        self._resting = True
        if self._timer is not None:
            state.timers.cancel(self._timer)
            self._timer = None
        for link in tuple(state.links.values()):
            state.end(link)
            if link.state is LinkState.OPENING:
                # Nothing tells of its end: it has not begun.
                self._in_time(link)
                del state.links[link.name]

    def resume(self) -> None:
        """Open one again after a rest; what is still ending is followed by a new one anyway."""
        if self._resting:
            self._resting = False
            if not self._state.links:
                self.begin()

    def up(self, happening: Up, now: float) -> None:
        """An association is up: ours, or one that the RIC has opened."""
        state = self._state
        link = state.links.get(happening.association)
        if link is None and happening.outbound:
            # It came too late: nobody waits for it any more.
            state.end(Link(happening.association))
            return
        if link is None:
            if len(state.links) >= state.config.most_associations:
                state.end(Link(happening.association), "abort")
                return
            link = state.links[happening.association] = Link(happening.association)
        if link.state is not LinkState.OPENING:
            return
        self._refusals = 0
        self._in_time(link)
        link.ends = (happening.local, happening.remote)
        if link.further:
            link.state = LinkState.JOINING
            configuration_update.join(state, link, now)
            connection_update.opened(state, link, now)
        else:
            link.state = LinkState.UP
            setup.start(state, link, now)

    def refused(self, happening: Refused, now: float) -> None:
        """An association cannot be had."""
        link = self._state.links.pop(happening.association, None)
        if link is None:
            return
        self._in_time(link)
        if link.further:
            connection_update.failed(self._state, link.name, now)
        self._refusals += 1
        self._return(now)

    def over(self, happening: Over, now: float) -> None:
        """An association has ended: others go on, or the interface is gone and is opened anew."""
        state = self._state
        link = state.links.pop(happening.association, None)
        if link is None:
            return
        self._in_time(link)
        state.requests.drop(lambda each: each.link == link.name)
        connection_update.failed(state, link.name, now)
        self._return(now)

    def _in_time(self, link: Link) -> None:
        """What becomes of the association is known."""
        if link.timer is not None:
            self._state.timers.cancel(link.timer)

    def _return(self, now: float) -> None:
        """With no association left, forget the interface and open it again after a while."""
        state = self._state
        if state.links:
            return
        state.clear_services()
        state.begin_anew()
        state.quiet = False
        if self._timer is not None:
            state.timers.cancel(self._timer)
        if state.config.connects and not self._resting:
            config = state.config
            delay = min(config.reconnect_after * 2 ** min(self._refusals, 16), config.reconnect_at_most)
            self._timer = state.timers.set(now + (delay if self._refusals else config.reconnect_after), self._again)

    def _again(self, now: float) -> None:
        self._timer = None
        if not self._state.links:
            self.begin()
