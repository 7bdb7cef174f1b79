"""What a manager is before it manages anybody."""

from dataclasses import dataclass

from oran_harness.codec.xml import LARGEST


@dataclass(frozen=True, slots=True)
class ManagerConfig:
    """What the manager is made of; times are in seconds.

    With ``connects`` it opens a session, again ``reconnect_after`` it lost the last one; else elements call home.
    ``subscribe`` is the stream to subscribe to on each session, None for none. ``interval`` and ``guard`` are what it
    sets the watchdog of an element to. A session whose element says no hello ``hello_within``, or gives no reply
    ``answer_within``, is given up. With ``learns`` it reads the YANG library of each element.
    """

    connects: bool = True
    reconnect_after: float = 1.0
    subscribe: str | None = None
    interval: int = 60
    guard: int = 10
    hello_within: float = 30.0
    answer_within: float = 60.0
    learns: bool = True
    largest: int = LARGEST
