"""The messages of a recording as a sequence chart, line by line."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from oran_harness.captures import NoteKind
from oran_harness.checkers.observation import (
    AssociationBegan,
    AssociationEnded,
    MessageObserved,
    NetconfMessageObserved,
    NoteObserved,
    Observation,
    SessionBegan,
    SessionEnded,
)
from oran_harness.cli.shown.message_ids import message_ids
from oran_harness.cli.shown.note_text import note_text, role_in_note
from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Role

WIDTH = 66
"""Columns between the two ends."""
_MOST_ASSOCIATIONS = 65536
_QUIET = (NoteKind.CHECKSUM,)
"""Notes about all of an association, which would stand at one place of the chart for no reason."""
_ENDS = {"e2": (Role.E2_NODE, Role.NEAR_RT_RIC), "o1": (Role.O1_PROVIDER, Role.O1_MANAGER)}
"""Who stands at the left and at the right, by interface."""


@dataclass(slots=True)
class Chart:
    """Turns observations into lines; the E2 node stands at the left, the near-RT RIC at the right.

    Of sessions of O1 the managed element stands at the left, the manager at the right. The head stands above the first
    line, and once more where the recording goes over to the other interface.

    ``limit`` is the number of messages shown, None for all. Which end stands where is remembered for a bounded number
    of associations, so a recording of any size can be charted as it is read.
    """

    screen: Terminal
    limit: int | None = None
    shown: int = 0
    cut: bool = False
    left: "OrderedDict[str, str]" = field(default_factory=OrderedDict)
    headed: str | None = None
    """The interface of the head that was shown last."""

    def lines(self, observation: Observation) -> Iterator[str]:
        """The lines of one observation, with the head where it is due; none for what no chart shows."""
        for line in self._shown(observation):
            interface = _interface(observation) or self.headed or "e2"
            if interface != self.headed:
                self.headed = interface
                yield self._head(interface)
            yield line

    def _head(self, interface: str) -> str:
        left, right = _ENDS[interface]
        text = f"{'time':>12} {'frame':>7} {'assoc':>5}  {left:<{WIDTH // 2}}{right:>{WIDTH // 2 + 2}}"
        return self.screen.paint(text, "bold")

    def _shown(self, observation: Observation) -> Iterator[str]:
        if self.limit is not None and self.shown >= self.limit:
            yield from self._cut(observation)
        elif isinstance(observation, MessageObserved):
            self.shown += 1
            yield self._message(observation)
        elif isinstance(observation, AssociationBegan):
            both = " and ".join(end.name for end in observation.association.ends)
            yield self._event(observation, observation.association.id, f"association of {both}")
        elif isinstance(observation, NetconfMessageObserved):
            self.shown += 1
            to_right = observation.sender.role is Role.O1_PROVIDER
            yield self._arrow(observation, observation.label, to_right, self._injected(observation))
        elif isinstance(observation, SessionBegan):
            session = observation.association
            sides = (session.with_role(role) for role in _ENDS["o1"])
            both = " and ".join(end.name for end in sides if end is not None)
            yield self._event(observation, session.id, f"session of {both}")
        elif isinstance(observation, SessionEnded):
            yield self._event(observation, observation.association.id, _ending(observation))
        elif isinstance(observation, AssociationEnded):
            yield self._event(observation, observation.association.id, _ending(observation))
            self.left.pop(observation.association.id, None)
        elif isinstance(observation, NoteObserved) and NoteKind.of(observation.event.message) not in _QUIET:
            yield self._event(observation, observation.event.association or "", note_text(observation.event.message))

    def _cut(self, observation: Observation) -> Iterator[str]:
        if isinstance(observation, MessageObserved | NetconfMessageObserved) and not self.cut:
            self.cut = True
            yield self.screen.paint(f"{'...':>12} more messages are not shown (--chart-limit {self.limit})", "dim")

    def _message(self, seen: MessageObserved) -> str:
        to_right = seen.sender.name == self._left_end(seen)
        return self._arrow(
            seen, " ".join([seen.decoded.label, *message_ids(seen.message)]), to_right, self._remark(seen)
        )

    def _arrow(
        self, seen: MessageObserved | NetconfMessageObserved, label: str, to_right: bool, remarks: list[str]
    ) -> str:
        text = shortened(printable(label), WIDTH - 8)
        fill = "-" * (WIDTH - 8 - len(text))
        arrow = f"|--- {text} {fill}->|" if to_right else f"|<-- {text} {fill}--|"
        arrow = self.screen.paint(arrow, "cyan" if to_right else "magenta")
        told = f"  {', '.join(remarks)}" if remarks else ""
        return f"{self._place(seen, seen.association.id)} {arrow}{told}"

    def _remark(self, seen: MessageObserved) -> list[str]:
        count = len(seen.decoded.complaints)
        texts = []
        if not seen.accepting:
            texts.append(self.screen.paint("no edition accepts it", "red", "bold"))
        if count:
            texts.append(self.screen.paint(f"{count} complaint{'' if count == 1 else 's'}", "red"))
        return texts + self._injected(seen)

    def _injected(self, seen: MessageObserved | NetconfMessageObserved) -> list[str]:
        return [self.screen.paint("injected", "yellow")] if seen.event.injected else []

    def _event(self, observation: Observation, association: str, text: str) -> str:
        line = f" {shortened(text, WIDTH)} ".center(WIDTH + 2, ".")
        return f"{self._place(observation, association)} {self.screen.paint(line, 'dim')}"

    def _place(self, observation: Observation, association: str) -> str:
        event = observation.event
        number = event.n if event.frame is None else event.frame
        text = f"{event.t:>12.6f} {number:>7} {printable(association):>5} "
        return self.screen.paint(text, "dim")

    def _left_end(self, seen: MessageObserved) -> str:
        """The name of the end at the left: the E2 node's, else that of whoever spoke first."""
        association = seen.association
        known = self.left.get(association.id)
        if known is None:
            node = association.with_role(Role.E2_NODE)
            ric = association.with_role(Role.NEAR_RT_RIC)
            if node is None and ric is not None:
                node = association.other(ric)
            known = (node or seen.sender).name
            self.left[association.id] = known
            if len(self.left) > _MOST_ASSOCIATIONS:
                self.left.popitem(last=False)
        return known


def _interface(observation: Observation) -> str | None:
    """The interface that is spoken there; None for a note that does not tell."""
    if isinstance(observation, NoteObserved):
        role = role_in_note(observation.event.message)
        return None if role is None else role.interface
    return "o1" if isinstance(observation, NetconfMessageObserved | SessionBegan | SessionEnded) else "e2"


def _ending(observation: AssociationEnded | SessionEnded) -> str:
    if observation.how == "history ends":
        return "the recording ends here"
    by = "" if observation.by is None else f" by {observation.by.role or observation.by.name}"
    what = "session" if isinstance(observation, SessionEnded) else "association"
    return f"{what} ends: {observation.how}{by}"
