"""How packets get to one far end."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.transports.socket_ends import Name

Control = list[tuple[int, int, bytes]]
"""Control messages that go with a datagram."""


@dataclass(slots=True, eq=False)
class Way:
    """A far end as one UDP socket sees it. ``handle`` is the library's number of it, ``users`` its associations.

    ``control`` has packets leave from the address of ours that the far end knows (``host``); ``refused`` is called when
    its machine says that nobody is at its UDP port, which is told of a connected socket only.
    """

    sock: socket.socket
    name: Name
    connected: bool
    control: Control
    host: str
    refused: Callable[[], object] = lambda: None
    handle: int = 0
    users: int = 0

    def send(self, packet: Any) -> None:
        """Send a packet, or lose it: SCTP repeats what is lost."""
        try:
            if self.connected:
                self.sock.send(packet)
            else:
                self.sock.sendmsg([packet], self.control, 0, self.name)
        except ConnectionRefusedError:
            # This is about an earlier packet, and told once.
            self.refused()
        except OSError:
            return
