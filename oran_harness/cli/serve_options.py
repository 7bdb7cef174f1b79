"""Which options of ``serve`` go with peers at which interface."""

from collections.abc import Iterable

from oran_harness.model.errors import UsageError
from oran_harness.model.role import Role

OF_E2 = frozenset(
    {
        "e2ap",
        "kpm",
        "rc",
        "kind",
        "nodes",
        "number",
        "plmn",
        "gnb_id_length",
        "service_models",
        "styles",
        "without",
        "ppid",
        "answer_after",
        "jitter",
        "subscribe",
        "keep",
    }
)
"""Parameters of the command that mean nothing at O1."""
OF_O1 = frozenset({"user", "group", "yang_dir", "state", "host_keys", "read_default", "stream"})
"""Those that mean nothing at E2."""


def demand_fitting(role: str, given: Iterable[str]) -> None:
    """Raise ``UsageError`` if one of the parameters that were given is none of peers with that role.

    Words that are no role are left to whoever needs one.
    """
    if role not in set(Role):
        return
    foreign, other = (OF_E2, "E2") if Role(role).interface == "o1" else (OF_O1, "O1")
    wrong = sorted(f"--{name.replace('_', '-')}" for name in given if name in foreign)
    if wrong:
        listed = " and ".join((", ".join(wrong[:-1]), wrong[-1])) if len(wrong) > 1 else wrong[0]
        verb = "are" if len(wrong) > 1 else "is"
        raise UsageError(
            f"{listed} {verb} for peers at {other}; leave {'them' if len(wrong) > 1 else 'it'} out for {role}."
        )
