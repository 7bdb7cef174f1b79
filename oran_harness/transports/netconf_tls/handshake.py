"""TLS over a connected socket, until both ends have shown who they are."""

import asyncio
import hashlib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

PIECE = 64 * 1024
"""Octets that are read at once."""


@dataclass(slots=True)
class Tls:
    """TLS itself, and the octets that go through it: ``incoming`` from the network, ``outgoing`` to it."""

    object: ssl.SSLObject
    incoming: ssl.MemoryBIO
    outgoing: ssl.MemoryBIO
    heard: bool = field(default=False)

    def chain(self) -> list[bytes]:
        """The far end's certificate and those that issued it, up to one that we trust, in DER."""
        public = getattr(self.object, "get_verified_chain", None)
        if public is not None:
            return list(public())
        # Python offers it to all from 3.13 on; before, only the object within has it.
        inner: Any = self.object._sslobj  # type: ignore[attr-defined]
        return [certificate.public_bytes(ssl._ssl.ENCODING_DER) for certificate in inner.get_verified_chain()]  # type: ignore[attr-defined]

    def certificate(self) -> dict[str, Any]:
        """The far end's certificate, as the ssl module tells it."""
        return dict(self.object.getpeercert() or {})

    def security(self) -> dict[str, str]:
        """What was agreed on, and whom the far end's certificate names."""
        cipher = self.object.cipher()
        certificate = self.certificate()
        return {
            "transport": "TLS",
            "version": self.object.version() or "",
            "cipher": cipher[0] if cipher else "",
            "subject": name_of(certificate.get("subject", ())),
            "issuer": name_of(certificate.get("issuer", ())),
            "not-after": str(certificate.get("notAfter", "")),
            "fingerprint": "SHA256:" + hashlib.sha256(self.object.getpeercert(True) or b"").hexdigest(),
        }


def name_of(parts: Any) -> str:
    """A distinguished name as one line: ``commonName=smo, organizationName=lab``."""
    return ", ".join(f"{kind}={value}" for part in parts for kind, value in part)


def begin(context: ssl.SSLContext, *, server: bool, name: str | None) -> Tls:
    """TLS that has exchanged nothing yet; ``name`` is the server's, for its client."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    return Tls(
        context.wrap_bio(incoming, outgoing, server_side=server, server_hostname=None if server else name),
        incoming,
        outgoing,
    )


async def shake(sock: socket.socket, tls: Tls) -> None:
    """Exchange all that TLS needs before the first octet of ours. Raises ``ssl.SSLError`` and other ``OSError``."""
    loop = asyncio.get_running_loop()
    while True:
        try:
            tls.object.do_handshake()
        except ssl.SSLWantReadError:
            await loop.sock_sendall(sock, tls.outgoing.read())
            octets = await loop.sock_recv(sock, PIECE)
            if octets:
                tls.heard = True
                tls.incoming.write(octets)
            else:
                tls.incoming.write_eof()
        except ssl.SSLError:
            # The far end shall learn of it, too.
            with suppress(OSError):
                await loop.sock_sendall(sock, tls.outgoing.read())
                sock.shutdown(socket.SHUT_WR)
            raise
        else:
            # Who leaves at once is a session that ended, not one that never was.
            with suppress(OSError):
                await loop.sock_sendall(sock, tls.outgoing.read())
            return
