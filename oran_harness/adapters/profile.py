"""What a vendor's ``profile.toml`` says, as values."""

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from oran_harness.adapters.container import Container
from oran_harness.adapters.endpoint import Endpoint
from oran_harness.adapters.login import Login
from oran_harness.adapters.trials import Trials
from oran_harness.model import Role, UsageError


@dataclass(frozen=True, slots=True)
class ModelClaim:
    """A service model that a product claims; ``styles`` are report style types, empty where none is named."""

    name: str
    oid: str | None = None
    revision: str | None = None
    styles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileClaims:
    """What a product claims in one role.

    At E2: E2AP editions, names of procedures, service models; at O1: versions of NETCONF, names of capabilities.
    """

    e2ap: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    service_models: tuple[ModelClaim, ...] = ()
    netconf: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Launch:
    """How a product is started: as a process of this machine, or as a container.

    ``command`` may hold placeholders; ``ready`` is a regular expression that a line of its output matches once it is
    ready (None: at once), waited for ``ready_timeout_s`` seconds. ``env`` is added to our environment, its values with
    placeholders, or ``env:NAME`` and ``file:PATH`` for secrets. It runs in ``cwd``; it is stopped by ``stop_signal``
    and killed ``stop_timeout_s`` seconds later. With ``stimuli`` it takes stimuli as JSON lines on its standard input,
    each answered within ``stimulus_timeout_s``. With ``container`` it is an image's, and ``command`` what follows the
    image's name.
    """

    command: tuple[str, ...]
    folder: Path
    cwd: Path
    ready: str | None = None
    ready_timeout_s: float = 30.0
    env: Mapping[str, str] = field(default_factory=dict)
    stop_signal: int = signal.SIGTERM
    stop_timeout_s: float = 5.0
    stimuli: bool = False
    stimulus_timeout_s: float = 10.0
    container: Container | None = None


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """One role of a product, and the one way to reach it.

    ``launch``: we start it, at ``address`` or ``listen`` if those are given too. ``adapter`` is ``module:Class``,
    or the URI of ``endpoint``; its calls have ``ready_timeout_s``, ``stop_timeout_s`` and ``stimulus_timeout_s``.
    ``operator``: a person is asked. Else ``address`` is where it listens, or ``listen`` where we listen for it.
    ``transport`` are schemes in the order of preference. ``claims`` is None where nothing is claimed.
    ``login`` is who logs in at O1, and how; ``trials`` is what its security cases are tried with.
    ``effect_timeout_s`` is how many seconds what a stimulus sets off may take to be sent, None for as long as anything.
    """

    role: Role
    launch: Launch | None = None
    adapter: str | None = None
    endpoint: Endpoint | None = None
    operator: bool = False
    address: str | None = None
    listen: str | None = None
    transport: tuple[str, ...] = ("sctp",)
    claims: ProfileClaims | None = None
    effect_timeout_s: float | None = None
    login: Login = field(default_factory=Login)
    trials: Trials = field(default_factory=Trials)
    ready_timeout_s: float = 30.0
    stop_timeout_s: float = 30.0
    stimulus_timeout_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Profile:
    """One vendor: its names, its folder, and its roles."""

    name: str
    product: str
    version: str | None
    folder: Path
    roles: Mapping[Role, RoleProfile]

    def role(self, wanted: Role | None) -> RoleProfile:
        """The wanted role, or the only one.

        Raises ``UsageError`` if the product does not have it, or if there are several to choose from.
        """
        names = " or ".join(f"{self.name}:{role}" for role in self.roles)
        if wanted is None and len(self.roles) != 1:
            raise UsageError(f"{self.name} has several roles; say which: {names}.")
        found = next(iter(self.roles.values())) if wanted is None else self.roles.get(wanted)
        if found is None:
            raise UsageError(f"{self.name} has no role {wanted}; there is {names}.")
        return found
