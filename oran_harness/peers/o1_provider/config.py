"""What a managed element is before anybody manages it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oran_harness.codec.xml import LARGEST
from oran_harness.codec.yang import Models

RUNNING = "running.xml"
STARTUP = "startup.xml"
"""Under which names the datastores are kept over a restart."""


@dataclass(frozen=True)
class ProviderConfig:
    """What the provider is made of.

    ``epoch`` is the wall clock, in seconds since 1970, at which the monotonic clock was 0. ``groups`` are the NACM
    groups of users by name, ``other_groups`` those of everybody else who was let in. ``recovery`` are users to whom
    nothing is forbidden. ``stored`` is what the provider before this one kept. With ``connects`` it calls home, again
    ``reconnect_after`` seconds after it lost the other side. ``read_default`` is what NACM says where no rule does:
    ``permit`` or ``deny``, None for O-RAN's default.
    """

    models: Models
    seed: int = 0
    epoch: float = 0.0
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_groups: tuple[str, ...] = ("sudo", "O1_network_management")
    recovery: tuple[str, ...] = ()
    read_default: str | None = None
    stored: Mapping[str, bytes] = field(default_factory=dict)
    connects: bool = False
    reconnect_after: float = 1.0
    largest: int = LARGEST
    hello_within: float = 60.0
    events_kept: int = 1000
