"""The operations that standards define, by name: a bounded set for whoever counts by them.

Those of RFC 6241 and its capabilities, RFC 5277, RFC 6022, RFC 5717, RFC 8526, RFC 8639, and the supervision of
O-RAN.WG4.MP.
"""

import re

OPERATIONS = frozenset(
    {
        *("get", "get-config", "edit-config", "copy-config", "delete-config", "lock", "unlock"),
        *("close-session", "kill-session", "commit", "cancel-commit", "discard-changes", "validate"),
        *("create-subscription", "get-schema", "partial-lock", "partial-unlock", "get-data", "edit-data", "action"),
        *("establish-subscription", "modify-subscription", "delete-subscription", "kill-subscription"),
        *("supervision-watchdog-reset",),
    }
)
NAMES = OPERATIONS | {"hello", "notification"}
"""What messages are counted by; whatever else there is counts as one."""
_LABEL = re.compile(r"(?:rpc (?P<asked>[^ ,]+)|rpc-reply .* to (?P<answered>[^ ,]+)|(?P<other>hello|notification)\b)")


def counted_as(label: str) -> str | None:
    """By what a message is counted that a line calls so: its operation, ``hello`` or ``notification``.

    None where a standard has no such operation, or it is no message.
    """
    found = _LABEL.match(label.partition(", ")[0] if label.startswith("rpc ") else label)
    name = found[found.lastgroup] if found is not None and found.lastgroup is not None else None
    return name if name in NAMES else None
