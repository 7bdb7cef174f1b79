"""What ``--cluster`` asks for, and leave to go there."""

from oran_harness.cli.testing_ground import confirm_outside
from oran_harness.errands import ClusterName


def cluster_of(text: str | None, allowed: bool) -> ClusterName | None:
    """The cluster that is asked for, None without.

    Raises ``UsageError`` if it is no name of a cluster, or nobody says that a cluster beyond this machine may be used.
    """
    if text is None:
        return None
    name = ClusterName.of(text)
    if name.address is not None:
        confirm_outside(name.address, allowed)
    return name
