"""What needs the kernel's SCTP: run here where the kernel has it, skipped with the reason where not."""

import pytest

from oran_harness.transports import kernel_sctp_available

NO_SCTP = (
    "tests/kernel_sctp needs a kernel with SCTP: run tools/kernel_sctp/run .venv/bin/python -m pytest tests/kernel_sctp"
)


@pytest.fixture(autouse=True, scope="session")
def kernel_sctp() -> None:
    """Skips without SCTP."""
    if not kernel_sctp_available():
        pytest.skip(NO_SCTP)
