"""What two products do together, one file a subject.

* ``support`` - the procedures of the interface: E2 Setup, updates, Reset, removal (E2TS 7.2.1)
* ``subscription`` - what scenes with subscriptions have in common
* ``kpm``, ``rc``, ``ni`` - the service models (E2TS 7.2.2 to 7.2.4)
* ``link`` - what happens when the link between them, or one of them, goes away and comes back
"""

from oran_harness.interop.pairs.scene import Scene
from oran_harness.interop.pairs.scenes import kpm, link, ni, rc, support

SCENES: tuple[Scene, ...] = (
    support.setup,
    support.service_query,
    support.service_update,
    support.configuration_update,
    *kpm.STYLES,
    kpm.modification,
    kpm.deleted,
    *rc.STYLES,
    rc.control,
    rc.query,
    ni.copies,
    support.reset_by_ric,
    support.reset_by_node,
    link.loss,
    link.node_restarts,
    link.ric_restarts,
    support.removal_by_ric,
    support.removal_by_node,
)
"""All scenes, in the order in which they are played."""

__all__ = ["SCENES"]
