"""What the tap adds, and how much it takes: ``python benchmarks/tap.py``.

This process plays both sides over TCP on loopback: after E2 Setup and a subscription, one side sends indications of
about 270 octets, evenly spread over time, and the other takes them. First without anything between the two, then
through ``oran-harness tap`` in a process of its own, which writes everything down and judges it. ``latency`` is the
time from before a message is sent until it has come, of the same messages at the same rates; ``most`` is how many come
in a second when the sender sends as fast as it may. The judging may lag behind the last message: it is told how long.
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import (
    RICaction_Admitted_Item,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    RICindication,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.protocols.e2ap.template import IndicationTemplate
from oran_harness.service_models.kpm import build as kpm
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import KPM_FUNCTION, node_offer, setup_request
from oran_harness.transports import Delivery, Link, Listener, connect, listen

E2AP, KPM = "3.01", "3.00"
LOOPBACK = "tcp://127.0.0.1:0"
REQUEST = RICrequestID(1, 1)
MEASUREMENTS = ("DRB.UEThpDl", "DRB.UEThpUl")
SIZE = 270
_STREAM = 1


@dataclass(slots=True)
class Association:
    """Both sides of it, set up and subscribed."""

    node: Link
    ric: Link


def indications() -> Iterator[bytes]:
    """Reports with numbers that count, for ever."""
    records = [[17, 250]]
    header = kpm.indication_header(1_700_000_000, KPM)

    def made(count: int) -> IndicationTemplate:
        content = kpm.indication_message(records * count, KPM, measurements=MEASUREMENTS, granularity_ms=1)
        report = RICindication(REQUEST, KPM_FUNCTION, 1, 0, "report", header, content)
        return IndicationTemplate(report, E2AP)

    count = next(count for count in range(1, SIZE) if len(made(count).written()) >= SIZE)
    template, number = made(count), 0
    while True:
        yield template.written(number=number)
        number = (number + 1) % 65_536


async def set_up(link: Association) -> None:
    """E2 Setup and a subscription."""
    request = setup_request(node_offer(edition=E2AP), 0)
    assert isinstance(await _over(link.node, link.ric, request), E2setupRequest)
    await _over(link.ric, link.node, setup_response(request, edition=E2AP))
    definition = kpm.action_definition(1, measurements=MEASUREMENTS, granularity_ms=1, edition=KPM)
    actions = (RICaction_ToBeSetup_Item(1, "report", definition),)
    details = RICsubscriptionDetails(kpm.event_trigger(1, KPM), actions)
    await _over(link.ric, link.node, RICsubscriptionRequest(REQUEST, KPM_FUNCTION, details), _STREAM)
    admitted = (RICaction_Admitted_Item(1),)
    await _over(link.node, link.ric, RICsubscriptionResponse(REQUEST, KPM_FUNCTION, admitted), _STREAM)


async def _over(source: Link, target: Link, message: Message | None, stream: int = 0) -> Message:
    assert message is not None
    await source.send(codec(E2AP).encode(message), stream=stream)
    return codec(E2AP).read((await _next(target)).octets)


async def _next(link: Link) -> Delivery:
    come = await link.receive()
    if not isinstance(come, Delivery):
        raise RuntimeError(f"the association has ended: {come.reason}")
    return come


async def latencies(link: Association, octets: Iterator[bytes], rate: int, seconds: float) -> list[float]:
    """Milliseconds that each message took, at so many in a second."""
    count = round(rate * seconds)
    sent: list[float] = []
    took: list[float] = []

    async def send() -> None:
        begin = time.perf_counter()
        for number in range(count):
            due = begin + number / rate
            # No faster than timers are, which is a millisecond: it takes no more of the processor than it has to.
            if (left := due - time.perf_counter()) > 0:
                await asyncio.sleep(left)
            message = next(octets)
            sent.append(time.perf_counter())
            await link.node.send(message, stream=_STREAM)

    async def take() -> None:
        for number in range(count):
            await _next(link.ric)
            took.append(1000 * (time.perf_counter() - sent[number]))

    await asyncio.gather(send(), take())
    return took


async def most(link: Association, octets: Iterator[bytes], count: int) -> float:
    """Messages a second when the sender waits for nothing but the link."""

    async def send() -> None:
        for _ in range(count):
            await link.node.send(next(octets), stream=_STREAM)

    began = time.perf_counter()
    sending = asyncio.create_task(send())
    for _ in range(count):
        await _next(link.ric)
    await sending
    return count / (time.perf_counter() - began)


async def measure(link: Association, rates: list[int], seconds: float, count: int) -> dict[str, Any]:
    """All figures of one association."""
    await set_up(link)
    octets = indications()
    await latencies(link, octets, 200, 1)
    row: dict[str, Any] = {"octets": len(next(octets))}
    for rate in rates:
        took = sorted(await latencies(link, octets, rate, seconds))
        row[f"median ms at {rate}/s"] = round(statistics.median(took), 3)
        row[f"99 % ms at {rate}/s"] = round(took[len(took) * 99 // 100], 3)
    row["most a second"] = round(await most(link, octets, count))
    await link.node.shutdown()
    return row


async def associated(listener: Listener, uri: str) -> Association:
    """An association of two links, the second of which comes in at the listener."""
    node = await connect(uri)
    return Association(node, await listener.accept())


@asynccontextmanager
async def tapped(uri: str, folder: Path) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    """A tap before an address, its own address, and what it says in the end."""
    command = (sys.executable, "-m", "oran_harness", "tap", "--listen", LOOPBACK, "--connect", uri, "--json")
    process = await asyncio.create_subprocess_exec(
        *command,
        "--out",
        str(folder),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    told: dict[str, Any] = {}
    ready = (await process.stderr.readline()).decode().strip()
    if not ready.startswith("ready: "):
        raise RuntimeError(f"the tap said {ready!r}")
    try:
        yield ready.removeprefix("ready: "), told
    finally:
        began = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        out, _ = await process.communicate()
        told |= json.loads(out)
        told["seconds"] = time.perf_counter() - began


async def compare(rates: list[int], seconds: float, count: int) -> dict[str, Any]:
    """Direct, then through the tap."""
    listener = await listen(LOOPBACK)
    rows = {"direct": await measure(await associated(listener, listener.uri), rates, seconds, count)}
    with tempfile.TemporaryDirectory() as folder:
        async with tapped(listener.uri, Path(folder)) as (uri, told):
            rows["tap"] = await measure(await associated(listener, uri), rates, seconds, count)
    await listener.close()
    rows["tap"] |= {
        "passed": told["passed"],
        "judged": told["messages"],
        "findings": len(told["findings"]),
        "seconds until all is judged": round(told["seconds"], 1),
    }
    for rate in rates:
        key = f"median ms at {rate}/s"
        rows["tap"][f"added {key}"] = round(rows["tap"][key] - rows["direct"][key], 3)
    return rows


def main() -> int:
    """Command line; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=5, help="how long each rate is kept up")
    options.add_argument("--rates", type=int, nargs="+", default=[1000, 5000], help="messages a second")
    options.add_argument("--count", type=int, default=50_000, help="messages that are sent as fast as possible")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    given = options.parse_args()
    load = round(os.getloadavg()[0], 1)
    rows = asyncio.run(compare(given.rates, given.seconds, given.count))
    if given.json:
        print(json.dumps(rows | {"load_before": load}))
    else:
        for name, row in rows.items():
            print(name)
            for key, value in row.items():
                print(f"  {key:<28}{value:,}")
        print(f"load before {load}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
