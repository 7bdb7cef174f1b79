"""What a case is performed with, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from oran_harness.drivers.attempts import NO_MEANS, Means
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model import Event, HistoryHeader, Role
from oran_harness.steps import CaseOutcome, ClaimedModel, Claims
from oran_harness.steps.security_policy import SecurityPolicy, policy_of

Sink = Callable[[Event], None]
"""Who gets the events of a history as they happen."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a case is performed with.

    ``role`` is the role under test, ``edition`` the E2AP edition that the harness speaks, ``timeout`` the seconds that
    an ``expect`` waits when it does not say, ``connect_timeout`` those that an ``open`` does. ``number`` counts the
    peers of a run (identities differ by it), ``stimuli`` are the names of the stimuli that the SUT's adapter knows
    (None: it has to be tried). ``comes`` tells that it is the SUT that opens associations; None: as its role does.
    """

    role: Role
    edition: str = "3.01"
    seed: int = 0
    timeout: float = 5.0
    connect_timeout: float = 30.0
    number: int = 1
    claims: Claims = field(default_factory=Claims)
    stimuli: tuple[str, ...] | None = ()
    comes: bool | None = None
    address: str | None = None
    """Where the two meet, as a URI: ours where the SUT opens associations, else the SUT's."""
    effect_timeout: float | None = None
    """Seconds that what a stimulus sets off may take; None: as long as any other message."""
    other_user: str | None = None
    """The name of a second user whom the SUT lets in, for cases about what users may do."""
    clock_epoch: float = 0.0
    """The wall clock at which virtual time begins, in seconds since 1970; 0.0 if it is no matter."""
    faults: LinkFaults = NO_FAULTS
    """What is done to the messages of associations on the real wire; not kept for a replay, which has its times."""
    policy: SecurityPolicy | None = None
    """What is asked of SSH, TLS and passwords; None: what O1 asks."""
    means: Means = NO_MEANS
    """What attempts at the transport are made with; not kept for a replay, which makes none."""

    @property
    def sut_connects(self) -> bool:
        """Whether it is the SUT that opens associations (E2 nodes and managers do)."""
        return self.role.connects if self.comes is None else self.comes

    def to_json(self) -> dict[str, Any]:
        """The setting as a history's note keeps it."""
        return {
            "role": self.role.value,
            "edition": self.edition,
            "seed": self.seed,
            "timeout": self.timeout,
            "connect_timeout": self.connect_timeout,
            "number": self.number,
            "claims": asdict(self.claims),
            "stimuli": None if self.stimuli is None else list(self.stimuli),
            "comes": self.sut_connects,
            "address": self.address,
            **({} if self.effect_timeout is None else {"effect_timeout": self.effect_timeout}),
            **({} if self.other_user is None else {"other_user": self.other_user}),
            **({} if self.policy is None else {"policy": self.policy.to_json()}),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Setting":
        """The setting from such a note; raises ``ValueError``, ``KeyError`` or ``TypeError`` if it is none."""
        claims, stimuli, effect_timeout = value["claims"], value["stimuli"], value.get("effect_timeout")
        other = value.get("other_user")
        models = tuple(
            ClaimedModel(each["name"], each["oid"], each["revision"], tuple(each["styles"]))
            for each in claims["service_models"]
        )
        return cls(
            role=Role(value["role"]),
            edition=str(value["edition"]),
            seed=int(value["seed"]),
            timeout=float(value["timeout"]),
            connect_timeout=float(value["connect_timeout"]),
            number=int(value["number"]),
            claims=Claims(
                bool(claims["made"]),
                tuple(claims["e2ap"]),
                tuple(claims["procedures"]),
                models,
                tuple(claims.get("netconf", ())),
                tuple(claims.get("capabilities", ())),
            ),
            stimuli=None if stimuli is None else tuple(stimuli),
            comes=bool(value["comes"]),
            address=None if value["address"] is None else str(value["address"]),
            effect_timeout=None if effect_timeout is None else float(effect_timeout),
            other_user=None if other is None else str(other),
            policy=policy_of(value["policy"]) if "policy" in value else None,
        )


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of a body: ``outcome`` is None if it came to its last line. The history is complete.

    ``diverged`` tells, for a replay, the number of the recorded event from which on the body did something else.
    """

    outcome: CaseOutcome | None
    header: HistoryHeader
    events: tuple[Event, ...]
    diverged: int | None = None
    leftover: tuple[str, ...] = ()
    """What the driver noticed that is nobody's fault, for people."""
