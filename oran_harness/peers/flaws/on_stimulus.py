"""Ways to misbehave when asked to do something: to do it where the reference declines to."""

from collections.abc import Callable, Sequence

from oran_harness.peers.actor import Actor, Answer, Command, Happening, Stimulus, Up
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.message import Message


class Insisting(FlawedActor):
    """Says what a stimulus asks for, on the newest association, where the wrapped actor declines to.

    ``request`` makes the message of the stimulus and the edition of E2AP.
    """

    def __init__(self, actor: Actor, stimulus: str, request: Callable[[Stimulus, str], Message]) -> None:
        super().__init__(actor)
        self._stimulus = stimulus
        self._request = request
        self._newest = ""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Do what was declined."""
        if isinstance(happening, Up):
            self._newest = happening.association
        if not isinstance(happening, Stimulus) or happening.name != self._stimulus:
            return None
        commands = self.pass_on(happening, now)
        if not any(isinstance(each, Answer) and each.status == "failed" for each in commands):
            return commands
        return (*self.say(self._newest, self._request(happening, self.edition)), Answer(happening.ticket, "done"))
