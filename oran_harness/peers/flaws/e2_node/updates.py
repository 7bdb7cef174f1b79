"""E2 nodes that misbehave in RIC Service Query, RIC Service Update and Configuration Update (E2AP 8.3.4, 8.3.5)."""

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import HangingUp, Ignoring, Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import E2nodeConfigurationUpdate, RICserviceQuery, RICserviceUpdate

NODE = Role.E2_NODE

FLAWS = (
    Flaw(
        "node-query-unanswered",
        "Starts no RIC Service Update on a RIC Service Query",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(RICserviceQuery)),
        ("E2AP-SERVUPD-201", "E2AP-SERVUPD-202"),
    ),
    Flaw(
        "node-aborts-on-query",
        "Aborts its association on a RIC Service Query",
        NODE,
        None,
        lambda actor: HangingUp(actor, of(RICserviceQuery)),
        ("E2AP-SERVUPD-201",),
    ),
    Flaw(
        "node-query-list-unread",
        "Tells all its functions on any RIC Service Query, whatever it lists",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICserviceQuery), put(ran_functions_accepted=None)),
        ("E2AP-SERVUPD-202", "E2AP-SERVUPD-204"),
    ),
    Flaw(
        "node-deletions-untold",
        "Names no deleted functions in RIC SERVICE UPDATE",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICserviceUpdate, put(ran_functions_deleted=None)),
        ("E2AP-SERVUPD-204",),
    ),
    Flaw(
        "node-modifications-untold",
        "Names no modified functions in RIC SERVICE UPDATE",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICserviceUpdate, put(ran_functions_modified=None)),
        ("E2AP-SERVUPD-205",),
    ),
    Flaw(
        "node-components-untold",
        "Names no components in E2 NODE CONFIGURATION UPDATE",
        NODE,
        None,
        lambda actor: Rewriting(
            actor,
            E2nodeConfigurationUpdate,
            put(e2_node_component_config_addition=None, e2_node_component_config_update=None),
        ),
        ("E2AP-CONFUPD-201", "E2AP-CONFUPD-202"),
    ),
    Flaw(
        "node-additions-untold",
        "Names no added functions in RIC SERVICE UPDATE",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICserviceUpdate, put(ran_functions_added=None)),
        ("E2AP-SERVUPD-203",),
    ),
)
"""One flaw each."""
