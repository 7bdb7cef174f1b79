"""Whether a server's host key is the right one, as far as the address says which that is."""

import asyncssh

from oran_harness.model import UsageError
from oran_harness.transports.address import Address, parse_address
from oran_harness.transports.secret import read_file

NETCONF_PORT = 830


class HostKeys(asyncssh.SSHClient):
    """Looks at one server's host key; ``wrong`` then says what is wrong with it, ``conn`` is the connection.

    ``uri`` is the server's, where it is not ``address``: it calls home from any port, and is known by NETCONF's.
    """

    def __init__(self, address: Address, known: asyncssh.SSHKnownHosts | None, uri: str) -> None:
        self.conn: asyncssh.SSHClientConnection | None = None
        self.wrong: str | None = None
        self._address = address
        self._known = known
        self._uri = uri
        calls = uri != str(address)
        self._host, self._port = (parse_address(uri).host, NETCONF_PORT) if calls else (address.host, address.port)

    @property
    def checked(self) -> bool:
        """Whether the address says which key is right."""
        return self._known is not None or "fingerprint" in self._address.options

    def connection_made(self, conn: asyncssh.SSHClientConnection) -> None:
        """Remember the connection: what it heard says what a far end is that could not be used."""
        self.conn = conn

    def validate_host_public_key(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        """Whether the key is right."""
        shown = key.get_fingerprint()
        expected = self._address.options.get("fingerprint")
        if expected is not None and expected.rstrip("=") != shown.rstrip("="):
            self.wrong = (
                f"{self._uri} shows another host key than expected ({shown}, not {expected}): someone may be in "
                f"between; if the key was changed on purpose, give its fingerprint."
            )
        elif self._known is not None:
            self.wrong = self._unlike_known(addr, key, shown)
        return self.wrong is None

    def _unlike_known(self, addr: str, key: asyncssh.SSHKey, shown: str) -> str | None:
        file, host, port = self._address.options["known"], self._host, self._port
        assert self._known is not None
        trusted, _, revoked, *_ = asyncssh.match_known_hosts(self._known, host, addr, port)
        if key in revoked:
            return f"{self._uri} shows a host key that {file} calls revoked ({shown}): do not use it."
        if key in trusted:
            return None
        if trusted:
            known = ", ".join(dict.fromkeys(each.get_fingerprint() for each in trusted))
            return (
                f"The host key of {self._uri} changed: {file} has {known}, and it shows {shown}. Someone may be in "
                f"between; if the key was changed on purpose, correct the file."
            )
        line = key.export_public_key().decode("ascii").strip()
        return f"The host key of {self._uri} is not in {file}: add the line '[{host}]:{port} {line}' if it is right."


class AnyHostKey(HostKeys):
    """Finds every host key right, on purpose."""

    @property
    def checked(self) -> bool:
        """It is not."""
        return False

    def validate_host_public_key(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        """It always is."""
        return True


def known_hosts(address: Address) -> asyncssh.SSHKnownHosts | None:
    """What ``known=FILE`` says; None if it is not given. Raises ``UsageError`` for a file that cannot be used."""
    file = address.options.get("known")
    if file is None:
        return None
    try:
        return asyncssh.import_known_hosts(read_file(str(address), "known", file).decode("utf-8", "replace"))
    except ValueError as error:
        raise UsageError(f"{address}: known={file} is no known_hosts file ({error}); give one that is.") from None
