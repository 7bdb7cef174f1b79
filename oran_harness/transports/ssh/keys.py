"""Keys in files: our private key, and the public keys of users."""

import functools
import os
from collections.abc import Iterable
from pathlib import Path

import asyncssh

from oran_harness.model import UsageError
from oran_harness.transports.address import Address
from oran_harness.transports.secret import read_file, read_private


def host_key(address: Address, kind: str) -> asyncssh.SSHKey:
    """The host key of ``key=FILE``, which is made there if it is missing; else one that is the same at that
    address for as long as this program runs: who calls home again is known by it.

    ``kind`` is what a new one is: ``"ssh-ed25519"`` or another algorithm of keys.

    Raises ``UsageError`` for a file that cannot be used, or that others can read.
    """
    file = address.options.get("key")
    if file is None:
        return _unkept(str(address), kind)
    if not Path(file).exists():
        _keep(address, file, asyncssh.generate_private_key(kind))
    return private_key(address, file)


@functools.lru_cache(maxsize=256)
def _unkept(place: str, kind: str) -> asyncssh.SSHKey:
    return asyncssh.generate_private_key(kind)


def private_key(address: Address, file: str) -> asyncssh.SSHKey:
    """A private key without a passphrase. Raises ``UsageError``."""
    content = read_private(str(address), "key", file)
    try:
        return asyncssh.import_private_key(content)
    except asyncssh.KeyImportError as error:
        why = "it wants a passphrase" if "assphrase" in str(error) or "encrypt" in str(error) else str(error)
        raise UsageError(f"{address}: key={file} holds no private key that can be used ({why}); give one.") from None


def authorized(address: Address) -> tuple[str, ...]:
    """The lines of ``authorized=FILE``; none if it is not given. Raises ``UsageError``."""
    file = address.options.get("authorized")
    if file is None:
        return ()
    return tuple(read_file(str(address), "authorized", file).decode("utf-8", "replace").splitlines())


def public_keys(uri: str, lines: Iterable[str]) -> frozenset[bytes]:
    """The keys of the lines of an authorized_keys file. Raises ``UsageError`` for a line that is no key."""
    keys = set()
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            keys.add(asyncssh.import_public_key(line).public_data)
        except asyncssh.KeyImportError:
            raise UsageError(
                f"{uri}: {line[:40]!r} is no public key; give lines as in authorized_keys, without options."
            ) from None
    return frozenset(keys)


def _keep(address: Address, file: str, key: asyncssh.SSHKey) -> None:
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
            kept.write(key.export_private_key())
    except FileExistsError:
        # Another of our programs made it just now, and its key is as good.
        return
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"{address}: key={file} cannot be made ({why}); give a file that can be written.") from None
