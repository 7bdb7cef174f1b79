"""What a reference E2 node is and does."""

from dataclasses import dataclass

DEFAULT_EPOCH = 1_767_225_600.0
"""2026-01-01: what the time is at ``now == 0`` if nobody says."""


@dataclass(frozen=True, slots=True)
class NodeConfig:
    """What an E2 node is; all times are in seconds.

    ``edition`` is of E2AP, ``kind`` one of ``steps.offers.KINDS``, ``number`` tells the nodes of a run apart, ``kpm``
    and ``rc`` are editions of the service models (None: what goes with the E2AP edition). ``epoch`` is the Unix time at
    ``now == 0``. ``scheme`` is that of the URIs of further associations, ``far_end`` the URI of the RIC where it is
    known. With ``connects`` False the node waits for associations instead of opening one.

    ``gnb_id_length`` are the bits of a gNB-ID, 22 to 32. ``styles`` are the KPM report styles offered, None for
    all that there are.
    """

    edition: str = "3.01"
    kind: str = "gnb"
    number: int = 1
    plmn: str = "00101"
    service_models: tuple[str, ...] = ("kpm", "rc")
    kpm: str | None = None
    rc: str | None = None
    seed: int = 0
    epoch: float = DEFAULT_EPOCH
    gnb_id_length: int = 28
    styles: tuple[int, ...] | None = None
    cells: int = 2
    ues: int = 6
    scheme: str = "sctp"
    far_end: str | None = None
    connects: bool = True
    reconnect_after: float = 0.1
    reconnect_at_most: float = 3.0
    """The wait before a new attempt doubles with each refused one, up to this."""
    retry_after: float = 1.0
    """The wait before E2 Setup is tried again where the RIC gave no Time to Wait."""
    closing_after: float = 1.0
    """How long the RIC has to close the association after an E2 Removal of its own, before the node does."""
    opening_within: float = 5.0
    """How long a further association may take to come up before it counts as failed."""
    second_ric: str = "serve"
    """What the node does when it is told to go to another near-RT RIC: ``"serve"`` both, ``"move"``, ``"decline"``."""
    most_subscriptions: int = 1024
    most_associations: int = 32
