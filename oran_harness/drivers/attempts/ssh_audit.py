"""What ssh-audit says of a server: a program of its own, run beside us."""

import asyncio
import importlib.util
import json
import sys
from contextlib import suppress
from typing import Any

from oran_harness.steps.attempts import SshAudited

MISSING = "ssh-audit is not installed here; install it by pip install ssh-audit"
"""What is said where there is none."""
LIMIT_S = 120.0
"""Seconds that it may take: it opens many connections."""
_KINDS = {"key_exchange": "kex", "host_keys": "key", "ciphers": "enc", "macs": "mac"}


class AuditError(Exception):
    """ssh-audit came to no report; the text says why."""


def installed() -> bool:
    """Whether ssh-audit is there."""
    return importlib.util.find_spec("ssh_audit") is not None


async def audit(host: str, port: int, timeout: float) -> SshAudited:
    """Have it look at a server. Raises ``AuditError``."""
    command = ("-m", "ssh_audit", "-j", "--skip-rate-test", "-t", f"{max(1, round(timeout))}", "-p", str(port), host)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=asyncio.subprocess.DEVNULL, stdout=-1, stderr=-1
    )
    try:
        async with asyncio.timeout(LIMIT_S):
            octets, errors = await process.communicate()
    except TimeoutError:
        raise AuditError(f"ssh-audit was not done after {LIMIT_S:g} s") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    try:
        return read_report(octets)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = (errors or octets).decode("utf-8", "replace").strip()[:200]
        raise AuditError(f"ssh-audit came to no report ({error!r}): {said or 'it said nothing'}") from None


def read_report(octets: bytes) -> SshAudited:
    """Its report, which is JSON. Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``AttributeError``."""
    report: dict[str, Any] = json.loads(octets)
    # Markers of what else is understood are no algorithms.
    names = {
        field: tuple(
            each["algorithm"] for each in report[kind] if not each["algorithm"].startswith(("kex-strict-", "ext-info-"))
        )
        for field, kind in _KINDS.items()
    }
    rsa = [each.get("keysize") or 0 for each in report["key"] if "rsa" in each["algorithm"]]
    groups = [each["keysize"] for each in report["kex"] if each.get("keysize") and "diffie" in each["algorithm"]]
    return SshAudited(
        str(report["banner"]["raw"]),
        json.dumps(report, separators=(",", ":")),
        rsa_bits=int(min(rsa, default=0)),
        smallest_group_bits=int(min(groups, default=0)),
        **names,
    )
