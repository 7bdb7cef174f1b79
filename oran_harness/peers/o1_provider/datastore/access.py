"""What can be done to a node, as access rules tell it apart (RFC 8341, 3.2.2)."""

import enum
from collections.abc import Callable

from oran_harness.codec.yang import SchemaNode
from oran_harness.peers.o1_provider.datastore.trees import Element


class Access(enum.Enum):
    """One kind of access."""

    CREATE = "create"
    READ = "read"
    UPDATE = "update"
    DELETE = "delete"
    EXEC = "exec"


Permit = Callable[[Access, SchemaNode, Element], bool]
"""Whether a user may do that to that node; a node that goes is given in its old tree, others in the new one."""
