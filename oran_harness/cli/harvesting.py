"""What ``harvest`` does: a session with the element, and all its modules."""

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from oran_harness.cli.o1_extra import demand_o1
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import UsageError

if TYPE_CHECKING:
    from oran_harness.drivers.netconf_client import Harvested, NetconfClient


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: an address of the element, or one that it calls home to; seconds that an answer may take."""

    uri: str | None
    listen: str | None
    driver: str
    out: Path
    timeout: float


def performed(order: Order) -> "Harvested":
    """Harvest. Raises ``HarnessError`` for what was asked wrongly, and where there is no session."""
    if (order.uri is None) == (order.listen is None):
        raise UsageError("Say either the URI of the element, or --listen URI, where it calls home.")
    if order.listen is not None and order.driver != "own":
        raise UsageError("An element that calls home is heard by --driver own alone.")
    demand_o1()
    return asyncio.run(_performed(order))


async def _performed(order: Order) -> "Harvested":
    from oran_harness.drivers.netconf_client import client_at, client_called_home, harvest

    client: NetconfClient
    if order.uri is not None:
        client = await client_at(order.uri, order.driver, timeout=order.timeout, within=order.timeout)
    else:
        client = await client_called_home(str(order.listen), _listens, timeout=order.timeout, within=order.timeout)
    try:
        return await harvest(client, order.out, told=_told if sys.stderr.isatty() else None)
    finally:
        await client.close()


def _listens(uri: str) -> None:
    _told(f"The element may call home to {uri}")


def _told(line: str) -> None:
    sys.stderr.write(printable(line) + "\n")


def shown(screen: Terminal, harvested: "Harvested", folder: Path) -> Iterator[str]:
    """What came of it, for people."""
    count = len(harvested.gathered)
    yield f"{count} module{'' if count == 1 else 's'} in {printable(str(folder))}"
    for each in harvested.undelivered:
        yield screen.paint("not delivered", "red") + f"  {printable(str(each))}"
    for remark in harvested.remarks:
        yield from screen.wrapped(printable(remark), "  ")
