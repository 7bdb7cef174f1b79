"""How fast our client of NETCONF is, and ncclient as it comes: ``python benchmarks/o1_client.py``.

Both ask the same ``serve o1-provider``, a process of its own, over SSH on loopback, in one run and one after the other.
Every reply is read and paired with its request by both.
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.o1_provider import GET, ONE, PASSWORD, VARIABLE
from benchmarks.served_process import ServedProcess
from oran_harness.drivers.netconf_client import DRIVERS, NetconfClient, client_at, harvest

WANTED = 50


async def rate(client: NetconfClient, operation: str, count: int) -> float:
    """Requests a second of the clock, each answered with data."""
    async for _ in client.many([operation.encode()] * min(count, 20)):
        pass
    began = time.perf_counter()
    answered = 0
    async for reply in client.many([operation.encode()] * count):
        if not reply.content:
            raise RuntimeError(f"no data: {reply.errors}")
        answered += 1
    return answered / (time.perf_counter() - began)


async def measure(uri: str, counts: dict[str, int]) -> None:
    """Print all figures."""
    rates: dict[str, dict[str, float]] = {}
    for driver in DRIVERS:
        client = await client_at(uri, driver)
        found = {name: await rate(client, GET % content, counts[driver]) for name, content in REQUESTS.items()}
        began = time.perf_counter()
        with TemporaryDirectory() as folder:
            modules = len((await harvest(client, Path(folder))).gathered)
        found[f"modules by get-schema ({modules})"] = modules / (time.perf_counter() - began)
        await client.close()
        rates[driver] = found
    for name, ours in rates["own"].items():
        theirs = rates["ncclient"][name]
        print(
            f"{name}: own {ours:,.0f} a second, ncclient {theirs:,.1f}, {ours / theirs:,.0f} times (wanted: {WANTED})"
        )


REQUESTS = {"get-config with a filter": ONE, "get-config of everything": ""}


def main() -> None:
    """Read the options, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3000, help="requests of one kind by our client")
    parser.add_argument("--ncclient-count", type=int, default=50, help="requests of one kind by ncclient")
    options = parser.parse_args()
    os.environ[VARIABLE] = PASSWORD
    query = f"?password=env:{VARIABLE}"
    with ServedProcess("o1-provider", "--listen", f"netconf+ssh://admin@127.0.0.1:0{query}") as served:
        counts = {"own": options.count, "ncclient": options.ncclient_count}
        asyncio.run(measure(served.ready() + query, counts))


if __name__ == "__main__":
    main()
