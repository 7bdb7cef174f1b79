"""Flaws of the candidate, of commits and of copies (RFC 6241 7.3, 7.4, 8.3, 8.4, 8.6)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import Tolerating, errors_in
from oran_harness.peers.flaws.element_requests import Misreading, Pretending, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc

ELEMENT = Role.O1_PROVIDER


def _of_nothing(managed: ManagedElement, text: str) -> bool:
    """A commit of a candidate that nobody has edited."""
    return "<commit" in text and not managed.datastores.modified


def _while_one_waits(managed: ManagedElement, text: str) -> bool:
    """A commit that follows a confirmed one."""
    return "<commit" in text and managed.pending is not None


def _to_startup(managed: ManagedElement, text: str) -> bool:
    return "<copy-config" in text and "<startup" in text


class _StartupAtOnce(FlawedElement):
    """Has in startup whatever comes into running."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Put it there."""
        if rpc is not None and rpc.name in ("edit-config", "commit") and not errors_in(reply):
            self.managed.datastores.put("startup", self.managed.datastores.running)
        return super().replies(session, rpc, reply)


class _CommittingOnce(FlawedElement):
    """Commits the first candidate, and says ok to all others."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._committed = False

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Commit it, if it is the first."""
        if rpc.name != "commit" or not self.managed.datastores.modified:
            return super().asked(session, rpc, now)
        first, self._committed = not self._committed, True
        return super().asked(session, rpc, now) if first else speaking.ok(rpc)


class _CandidateLost(FlawedElement):
    """Throws the candidate away when a commit fails."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Throw it away."""
        if rpc is not None and rpc.name == "commit" and errors_in(reply):
            self.managed.datastores.discard()
        return super().replies(session, rpc, reply)


class _CommittedUnchecked(FlawedElement):
    """Commits first and checks then."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Commit it."""
        datastores = self.managed.datastores
        if rpc.name == "commit" and datastores.modified and datastores.validate("candidate"):
            datastores.put("running", datastores.candidate)
        return super().asked(session, rpc, now)


FLAWS = (
    Flaw(
        "element-candidate-is-running",
        "Edits running where the candidate is to be edited",
        ELEMENT,
        None,
        lambda actor: Misreading(
            actor, r"<target>\s*<candidate(/>|></candidate>)", r"<target><running/>", holding("<edit-config")
        ),
        ("O1-CANDIDATE-101",),
    ),
    Flaw(
        "element-commits-once",
        "Commits a candidate once, and says ok to every later commit without doing it",
        ELEMENT,
        None,
        _CommittingOnce,
        ("O1-CANDIDATE-102",),
    ),
    Flaw(
        "element-discards-nothing",
        "Says ok to discard-changes, and keeps the candidate",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<discard-changes")),
        ("O1-CANDIDATE-103",),
    ),
    Flaw(
        "element-empty-commit-refused",
        "Refuses a commit of a candidate that nobody has edited",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, _of_nothing),
        ("O1-CANDIDATE-104",),
    ),
    Flaw(
        "element-invalid-commit-done",
        "Says ok to the commit of a candidate that is not valid",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, test=holding("<commit")),
        ("O1-CANDIDATE-105",),
    ),
    Flaw(
        "element-checks-behind-commit",
        "Has a candidate in running when it finds that it is not valid",
        ELEMENT,
        None,
        _CommittedUnchecked,
        ("O1-CANDIDATE-105",),
    ),
    Flaw(
        "element-failed-commit-empties-candidate",
        "Throws the candidate away when a commit fails",
        ELEMENT,
        None,
        _CandidateLost,
        ("O1-CANDIDATE-105",),
    ),
    Flaw(
        "element-validates-nothing",
        "Says ok to validate, whatever is to be validated",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<validate")),
        ("O1-CANDIDATE-106", "O1-VALIDATE-102"),
    ),
    Flaw(
        "element-validate-refused",
        "Finds every datastore invalid",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, holding("<validate")),
        ("O1-CANDIDATE-107", "O1-VALIDATE-101"),
    ),
    Flaw(
        "element-invalid-edit-done",
        "Says ok to an edit of running that is not valid",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, test=holding("<edit-config")),
        ("O1-VALIDATE-103",),
    ),
    Flaw(
        "element-confirmed-commit-stays",
        "Takes a confirmed commit for a commit, which never times out",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<confirmed/>|<confirmed></confirmed>", ""),
        ("O1-CONFIRM-101",),
    ),
    Flaw(
        "element-confirm-timeout-short",
        "Takes the timeout of a confirmed commit for one of a second",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<confirm-timeout>\d+<", "<confirm-timeout>1<"),
        ("O1-CONFIRM-101",),
    ),
    Flaw(
        "element-confirmation-ignored",
        "Says ok to the commit that confirms another, which times out all the same",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, _while_one_waits),
        ("O1-CONFIRM-102", "O1-CONFIRM-107"),
    ),
    Flaw(
        "element-cancels-nothing",
        "Says ok to cancel-commit, and keeps what was committed",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<cancel-commit")),
        ("O1-CONFIRM-103", "O1-CONFIRM-109"),
    ),
    Flaw(
        "element-confirmed-commit-outlives-session",
        "Keeps a confirmed commit when its session ends, though it was not to persist",
        ELEMENT,
        None,
        lambda actor: Misreading(
            actor, r"(<confirm-timeout>60</confirm-timeout>)(?!<persist)", r"\1<persist>any</persist>"
        ),
        ("O1-CONFIRM-104",),
    ),
    Flaw(
        "element-persist-ignored",
        "Takes a confirmed commit back with its session, though it was to persist",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<persist>[^<]*</persist>", ""),
        ("O1-CONFIRM-105",),
    ),
    Flaw(
        "element-persist-id-unchecked",
        "Takes any persist-id for the right one",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"-wrong", "", holding("<persist-id")),
        ("O1-CONFIRM-106",),
    ),
    Flaw(
        "element-persistent-commit-stays",
        "Keeps a confirmed commit that is to persist for good",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<confirm-timeout>\d+<", "<confirm-timeout>86400<", holding("<persist>")),
        ("O1-CONFIRM-108",),
    ),
    Flaw(
        "element-startup-not-written",
        "Says ok to a copy to startup, and writes nothing",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, _to_startup),
        ("O1-COPY-101",),
    ),
    Flaw(
        "element-startup-written-at-once",
        "Has in startup whatever comes into running",
        ELEMENT,
        None,
        _StartupAtOnce,
        ("O1-COPY-101",),
    ),
    Flaw(
        "element-copies-nothing",
        "Says ok to every copy, and copies nothing",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<copy-config")),
        ("O1-COPY-101", "O1-COPY-102", "O1-COPY-103", "O1-COPY-105"),
    ),
    Flaw(
        "element-running-deleted",
        "Says ok to the deletion of running",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, test=holding("<delete-config")),
        ("O1-COPY-104",),
    ),
    Flaw(
        "element-deletes-nothing",
        "Says ok to the deletion of startup, and keeps it",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<delete-config", "<startup")),
        ("O1-COPY-106",),
    ),
)
