"""E2 nodes that misbehave when they are restarted themselves (E2AP 8.3.1.1)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Happening, Heard, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.lasting import LastingActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.steps.causes import cause
from oran_harness.steps.peer import SERVICE_STREAM

NODE = Role.E2_NODE
_A_PERIOD_S = 0.1
_REPORTS = 5
_REPORT = "report"


class _ComesBackSilent(LastingActor):
    """Opens its association and takes E2 Setup for done."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Nothing, where E2 Setup is due."""
        return () if self.restarted and isinstance(decoded.message, m.E2setupRequest) else (say,)


class _KeepsItsReport(LastingActor):
    """Keeps the latest report that it sent, and the RICrequestIDs that it was asked for."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Keep the id."""
        if isinstance(decoded.message, m.RICsubscriptionRequest):
            self.note_id(decoded.message.ric_request_id)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Keep the report."""
        if isinstance(decoded.message, m.RICindication):
            self.kept[_REPORT] = say.octets.hex()
        return (say,)

    def old_report(self, association: str) -> tuple[Say, ...]:
        """The latest report of the life before."""
        kept = self.kept.get(_REPORT)
        return (Say(association, bytes.fromhex(kept), SERVICE_STREAM),) if self.left_something and kept else ()


class _ReportsBeforeSetup(_KeepsItsReport):
    """Goes on with the reports of its life before as soon as there is an association."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Report, then set up."""
        if not isinstance(happening, Up):
            return None
        return [*self.old_report(happening.association), *self.pass_on(happening, now)]


class _ReportsOn(_KeepsItsReport):
    """Goes on with the reports of its life before when E2 Setup is done, and knows nothing of a subscription."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report period after period."""
        if isinstance(decoded.message, m.E2setupResponse):
            for number in range(_REPORTS):
                for say in self.old_report(heard.association):
                    self.postpone(say, now + (number + 1) * _A_PERIOD_S)
        return super().hears(heard, decoded, now)


class _IgnoresOldDeletes(_KeepsItsReport):
    """Does not answer a Delete of what stood before its restart."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Ignore it."""
        request = decoded.message
        if isinstance(request, m.RICsubscriptionDeleteRequest) and self.is_from_before(request.ric_request_id):
            return ()
        return super().hears(heard, decoded, now)


class _KeepsIds(_KeepsItsReport):
    """Refuses RICrequestIDs from before its restart for good, and knows nothing to delete under them."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Refuse them."""
        request = decoded.message
        if not isinstance(request, m.RICsubscriptionRequest) or not self.is_from_before(request.ric_request_id):
            return super().hears(heard, decoded, now)
        why = cause("duplicate-ric-request-id", self.edition)
        return self.say(
            heard.association, m.RICsubscriptionFailure(request.ric_request_id, request.ran_function_id, why)
        )


class _ChokesOnWhatIsLeft(_KeepsItsReport):
    """Serves nothing any more if it was subscribed when it was ended."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Serve nothing but E2 Setup."""
        if self.left_something and not isinstance(decoded.message, m.E2setupResponse):
            return ()
        return super().hears(heard, decoded, now)


FLAWS = (
    Flaw(
        "node-silent-after-own-restart",
        "Opens its association after its restart and does no E2 Setup on it",
        NODE,
        None,
        _ComesBackSilent,
        ("E2AP-RESTART-205", "E2AP-RESTART-206"),
    ),
    Flaw(
        "node-reports-before-setup-after-own-restart",
        "Goes on after its restart with a report of before, ahead of E2 Setup",
        NODE,
        None,
        _ReportsBeforeSetup,
        ("E2AP-RESTART-206",),
    ),
    Flaw(
        "node-chokes-on-own-restart",
        "Serves nothing after its restart if it was subscribed before",
        NODE,
        None,
        _ChokesOnWhatIsLeft,
        ("E2AP-RESTART-206",),
    ),
    Flaw(
        "node-reports-on-after-own-restart",
        "Goes on after its restart with reports of before, and cannot delete the subscription",
        NODE,
        None,
        _ReportsOn,
        ("E2AP-RESTART-207",),
    ),
    Flaw(
        "node-ignores-delete-from-before-own-restart",
        "Does not answer the Delete of a subscription from before its restart",
        NODE,
        None,
        _IgnoresOldDeletes,
        ("E2AP-RESTART-207",),
    ),
    Flaw(
        "node-keeps-ids-over-own-restart",
        "Refuses RICrequestIDs from before its restart for good",
        NODE,
        None,
        _KeepsIds,
        ("E2AP-RESTART-208",),
    ),
)
"""One flaw each."""
