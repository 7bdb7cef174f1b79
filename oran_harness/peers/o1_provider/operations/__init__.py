"""What can be asked for, each operation with what answers it; it raises ``Refusal`` for what cannot be.

* ``reading`` - get, get-config; ``editing`` - edit-config, copy-config, delete-config, validate
* ``committing`` - commit, cancel-commit, discard-changes; ``sessions`` - locks, and ends of sessions
* ``schemas`` - get-schema; ``subscribing`` - create-subscription; ``dynamic_subscribing`` - those of RFC 8639
* ``supervising`` - the watchdog; ``model_operations`` - other operations of our own modules
"""

from collections.abc import Callable, Mapping

from oran_harness.peers.o1_provider.names import MONITORING, NOTIFICATION, SUBSCRIBED, tag
from oran_harness.peers.o1_provider.operations.committing import cancel_commit, commit, discard_changes
from oran_harness.peers.o1_provider.operations.dynamic_subscribing import (
    delete_subscription,
    establish_subscription,
    kill_subscription,
    modify_subscription,
)
from oran_harness.peers.o1_provider.operations.editing import copy_config, delete_config, edit_config, validate
from oran_harness.peers.o1_provider.operations.model_operations import MODEL_OPERATIONS
from oran_harness.peers.o1_provider.operations.reading import get, get_config
from oran_harness.peers.o1_provider.operations.schemas import get_schema
from oran_harness.peers.o1_provider.operations.sessions import close_session, kill_session, lock, unlock
from oran_harness.peers.o1_provider.operations.subscribing import create_subscription
from oran_harness.peers.o1_provider.operations.supervising import watchdog_reset
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.supervision import RESET
from oran_harness.protocols.netconf.namespaces import base

OPERATIONS: Mapping[str, Callable[[Request], bytes]] = {
    base("get"): get,
    base("get-config"): get_config,
    base("edit-config"): edit_config,
    base("copy-config"): copy_config,
    base("delete-config"): delete_config,
    base("validate"): validate,
    base("commit"): commit,
    base("cancel-commit"): cancel_commit,
    base("discard-changes"): discard_changes,
    base("lock"): lock,
    base("unlock"): unlock,
    base("close-session"): close_session,
    base("kill-session"): kill_session,
    tag(MONITORING, "get-schema"): get_schema,
    tag(NOTIFICATION, "create-subscription"): create_subscription,
    tag(SUBSCRIBED, "establish-subscription"): establish_subscription,
    tag(SUBSCRIBED, "modify-subscription"): modify_subscription,
    tag(SUBSCRIBED, "delete-subscription"): delete_subscription,
    tag(SUBSCRIBED, "kill-subscription"): kill_subscription,
    RESET: watchdog_reset,
    **MODEL_OPERATIONS,
}
"""What answers each operation, by its tag."""

__all__ = ["OPERATIONS"]
