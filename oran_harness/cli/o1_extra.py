"""Whether what O1 needs is installed here."""

import importlib.util

from oran_harness.model import UsageError


def demand_o1() -> None:
    """Raise ``UsageError`` where what NETCONF and YANG need is not installed."""
    lacking = [name for name in ("asyncssh", "lxml", "oopt_gnpy_libyang") if importlib.util.find_spec(name) is None]
    if lacking:
        raise UsageError(f"O1 needs {' and '.join(lacking)}; install them by pip install 'oran-harness[o1]'.")
