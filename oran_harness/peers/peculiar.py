"""What makes peers differ as products do: the PPID that they send, their pace, procedures that they do not serve."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.errors import UsageError
from oran_harness.peers.actor import Actor, Answer, Command, End, Happening, Heard, Over, Say, Stimulus
from oran_harness.peers.protocol_errors import logical_error, rule_on
from oran_harness.peers.ran_functions.chance import share
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.stimuli import PROCEDURE_BEGUN
from oran_harness.steps.causes import cause

_INITIATING = "initiatingMessage"
_NEEDED = ("E2setup", "ErrorIndication", "RICindication")
"""Without these there is no E2, or nothing that could be refused."""


def procedure_code(name: str) -> int:
    """The code of a procedure that a product may leave out; raises ``UsageError`` for any other name."""
    code = {each.name: each.code for each in PROCEDURES.values() if each.name not in _NEEDED}.get(name)
    if code is None:
        known = ", ".join(each.name for each in PROCEDURES.values() if each.name not in _NEEDED)
        raise UsageError(f"{name!r} is no procedure that can be left out; choose of {known}.")
    return code


@dataclass(frozen=True, slots=True)
class Peculiarities:
    """What is peculiar to a product; nothing is unless it is said.

    ``ppid`` is what it sends for SCTP's payload protocol identifier, None for what is right. It answers
    ``answer_after`` seconds after a request, and reports up to ``jitter`` seconds late. Procedures whose codes are in
    ``without`` it neither serves nor begins.
    """

    ppid: int | None = None
    answer_after: float = 0.0
    jitter: float = 0.0
    without: frozenset[int] = frozenset()


class Peculiar:
    """A peer with peculiarities, which speaks ``edition`` of E2AP. What it says on an association keeps its order."""

    def __init__(self, actor: Actor, edition: str, peculiarities: Peculiarities, seed: int = 0) -> None:
        self.role = actor.role
        self.actor = actor
        self._edition = edition
        self.peculiarities = self._own = peculiarities
        self._seed = seed
        self._late: list[tuple[float, int, Say | End]] = []
        self._busy_until: dict[str, float] = {}
        self._count = 0

    def begin(self, now: float) -> Sequence[Command]:
        """What to do first."""
        return self._paced(self.actor.begin(now), now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        if isinstance(happening, Over):
            self._busy_until.pop(happening.association, None)
            self._late = [each for each in self._late if each[2].association != happening.association]
            heapq.heapify(self._late)
        refused: Sequence[Command] | None = None
        if isinstance(happening, Heard):
            refused = self._refused(happening)
        elif isinstance(happening, Stimulus):
            refused = self._unable(happening)
        return self._paced(self.actor.handle(happening, now) if refused is None else refused, now)

    def wake(self, now: float) -> Sequence[Command]:
        """What to do now: what was to be late, and what the peer wants to."""
        commands: list[Command] = []
        while self._late and self._late[0][0] <= now:
            commands.append(heapq.heappop(self._late)[2])
        wakes_at = self.actor.wakes_at
        if wakes_at is not None and wakes_at <= now:
            commands += self._paced(self.actor.wake(now), now)
        return commands

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` is wanted next."""
        due = [each for each in (self.actor.wakes_at, self._late[0][0] if self._late else None) if each is not None]
        return min(due, default=None)

    # Procedures that are not served

    def _refused(self, heard: Heard) -> Sequence[Command] | None:
        """The refusal of a procedure that is not served; None for all else."""
        if not self._own.without:
            return None
        decoded = codec(self._edition).decode(heard.octets)
        if decoded.procedure_code not in self._own.without or decoded.outcome != _INITIATING:
            return None
        ruling = rule_on(decoded, self._edition, self.role)
        answer: Message | None = ruling.answer
        if ruling.message is not None:
            # Of the procedures of the interface itself (8.3) no cause says that they are not supported.
            service = PROCEDURES[ruling.message.PROCEDURE_CODE].service
            why = cause("action-not-supported" if service else "misc/unspecified", self._edition)
            answer = logical_error(ruling.message, why, self._edition)
        if answer is None:
            return ()
        try:
            octets = codec(self._edition).encode(answer)
        except EncodeError:  # it would have to repeat an id that cannot be
            return ()
        return (Say(heard.association, octets, heard.stream),)

    def _unable(self, stimulus: Stimulus) -> Sequence[Command] | None:
        """The answer to a stimulus whose procedure is not there; None for all others."""
        name = PROCEDURE_BEGUN.get(stimulus.name)
        if name is None or procedure_code(name) not in self._own.without:
            return None
        return (Answer(stimulus.ticket, "unsupported", {"reason": f"this product has no {name}"}),)

    # Its pace

    def _paced(self, commands: Sequence[Command], now: float) -> list[Command]:
        """What is done at once; the rest is put off."""
        at_once: list[Command] = []
        for command in commands:
            if not isinstance(command, Say | End):
                at_once.append(command)
                continue
            late = self._lateness(command) if isinstance(command, Say) else 0.0
            due = max(now + late, self._busy_until.get(command.association, now))
            own = self._own.ppid
            marked = replace(command, ppid=own) if isinstance(command, Say) and own is not None else command
            if due <= now:
                at_once.append(marked)
                continue
            self._busy_until[command.association] = due
            self._count += 1
            heapq.heappush(self._late, (due, self._count, marked))
        return at_once

    def _lateness(self, say: Say) -> float:
        """Seconds by which a message is put off."""
        if not self._own.answer_after and not self._own.jitter:
            return 0.0
        decoded = codec(self._edition).decode(say.octets)
        if decoded.outcome not in (None, _INITIATING):
            return self._own.answer_after
        if decoded.procedure_code == RICindication.PROCEDURE_CODE:
            self._count += 1
            return self._own.jitter * share(self._seed, self._count)
        return 0.0
