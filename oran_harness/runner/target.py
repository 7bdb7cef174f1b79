"""What a run is aimed at: a vendor's product in one role, or whatever is at the end of a wire."""

from dataclasses import dataclass, field
from pathlib import Path

from oran_harness.adapters import (
    BoundedAdapter,
    Person,
    Profile,
    ProfileClaims,
    RoleProfile,
    Trials,
    make_adapter,
    patience_with,
)
from oran_harness.adapters.present import PresentAdapter
from oran_harness.model import Role
from oran_harness.runner.journal import Journal
from oran_harness.runner.wire import Wire, raw_wire, wire_of
from oran_harness.steps import ClaimedModel, Claims

UNKNOWN = "unknown"
"""The vendor of a SUT without a profile."""

_BY_HAND_S = 30.0


@dataclass(frozen=True, slots=True)
class Target:
    """A SUT before the run: who it is, how it is met, what it claims, and what starts it.

    ``startable``, ``settling`` and ``starting`` are as ``Sut`` has them. ``journal`` gets what its process says.
    """

    role: Role
    vendor: str
    version: str | None
    wire: Wire
    claims: Claims
    adapter: BoundedAdapter
    journal: Journal
    startable: bool = False
    settling: float | None = None
    starting: float = 0.0
    folder: Path | None = None
    """The vendor's folder; None without a profile."""
    effect_timeout: float | None = None
    """Seconds that what a stimulus sets off may take; None: as long as any other message."""
    trials: Trials = field(default_factory=Trials)
    """What the security cases of O1 are tried with, by its profile."""
    by_hand: bool = False
    """Whether a person is asked to start and to stimulate it."""
    adapter_uri: str | None = None
    """Where its adapter is served, if that is another program than ours."""


def raw_target(role: Role, listen: str | None, connect: str | None) -> Target:
    """A SUT without a profile: nothing is claimed, nothing can be started or stimulated.

    Raises ``UsageError`` if the addresses do not do.
    """
    adapter = BoundedAdapter(PresentAdapter(UNKNOWN, None))
    return Target(role, UNKNOWN, None, raw_wire(role, listen, connect), Claims(), adapter, Journal())


def vendor_target(profile: Profile, role: RoleProfile, person: Person | None = None) -> Target:
    """A vendor's product in one role; ``person`` is who can be asked to look after it.

    Raises ``UsageError`` if this machine lacks its transport, or nobody is there who has to be.
    """
    journal = Journal()
    wire = wire_of(role)
    launch = role.launch
    return Target(
        role=role.role,
        vendor=profile.name,
        version=profile.version,
        wire=wire,
        claims=claims_of(role.claims),
        adapter=BoundedAdapter(make_adapter(profile, role, journal, person), patience_with(role)),
        adapter_uri=str(role.endpoint) if role.endpoint is not None else None,
        journal=journal,
        by_hand=role.operator,
        trials=role.trials,
        startable=launch is not None or role.adapter is not None or role.operator,
        settling=_settling(role),
        starting=launch.ready_timeout_s if launch is not None else 0.0,
        folder=profile.folder,
        effect_timeout=role.effect_timeout_s,
    )


def _settling(role: RoleProfile) -> float | None:
    """A RIC that does not say itself when it is ready is asked until it answers."""
    launch = role.launch
    if role.role is not Role.NEAR_RT_RIC:
        return None
    if launch is not None and launch.ready is None:
        return launch.ready_timeout_s
    return _BY_HAND_S if role.operator else None


def claims_of(claims: ProfileClaims | None) -> Claims:
    """A profile's claims as cases ask for them."""
    if claims is None:
        return Claims()
    models = tuple(ClaimedModel(each.name, each.oid, each.revision, each.styles) for each in claims.service_models)
    return Claims(True, claims.e2ap, claims.procedures, models, claims.netconf, claims.capabilities)


def edition_for(claims: Claims, asked: str | None, known: tuple[str, ...], default: str) -> str:
    """The E2AP edition to speak: the one that is asked for, else the default or the newest that is claimed."""
    if asked is not None:
        return asked
    claimed = [edition for edition in known if edition in claims.e2ap]
    if not claimed or default in claimed:
        return default
    return claimed[-1]
