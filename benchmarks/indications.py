"""Indications a second, from one E2 node and into one near-RT RIC: ``python benchmarks/indications.py``.

* from one node: ``serve e2-node`` reports by E2SM-KPM (style 1, two measurements) for several subscriptions with a
  period of 1 ms, which is more than it can do. This process takes the messages, and counts them: as octets, with their
  E2AP decoded, or with header and message of E2SM-KPM decoded, too.
* into one RIC: this process sends one of those indications again and again to ``serve near-rt-ric``, as fast as it
  takes them, and asks the RIC in the end how many it has counted. The RIC decodes the E2AP, not the payload.

Both processes share the machine; ``processor`` tells how much of one processor the served one took.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served_process import ServedProcess
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
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.kpm import build as kpm
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import KPM_FUNCTION, node_offer, setup_request
from oran_harness.transports import Delivery, Link, connect, listen

E2AP, KPM = "3.01", "3.00"
MEASUREMENTS = ("DRB.UEThpDl", "DRB.UEThpUl")
WARMING_S = 1.0
_PAUSE = 0.05
_INDICATION = bytes((0, 5))
"""What every RIC INDICATION begins with: an initiating message, and its procedure code."""

Reader = Callable[[bytes], object]


def as_octets(octets: bytes) -> object:
    """Look at nothing."""
    return octets


def as_e2ap(octets: bytes) -> Any:
    """Decode the E2AP."""
    return codec(E2AP).read(octets)


def as_kpm(octets: bytes) -> object:
    """Decode the E2AP and both payloads."""
    message = as_e2ap(octets)
    model = service_model("kpm")
    header = model.decode(PayloadKind.INDICATION_HEADER, message.ric_indication_header, KPM)
    content = model.decode(PayloadKind.INDICATION_MESSAGE, message.ric_indication_message, KPM)
    if not (header.conforms and content.conforms):
        raise RuntimeError("an indication does not conform")
    return content


READERS: dict[str, Reader] = {"octets": as_octets, "E2AP": as_e2ap, "E2AP and E2SM-KPM": as_kpm}


async def from_node(scheme: str, subscriptions: int, seconds: float, read: Reader) -> tuple[dict[str, Any], bytes]:
    """What one node reports, and one of its indications."""
    listener = await listen(f"{scheme}://127.0.0.1:0")
    with ServedProcess("e2-node", "--connect", listener.uri) as node:
        node.ready()
        link = await listener.accept()
        request = codec(E2AP).read(await _next(link))
        assert isinstance(request, E2setupRequest)
        await _say(link, setup_response(request, edition=E2AP))
        for number in range(subscriptions):
            await _say(link, _subscription(number), stream=1)
        await _count(link, WARMING_S, read)
        spent = node.processor_seconds
        count, lasted, octets = await _count(link, seconds, read)
        spent = node.processor_seconds - spent
        await link.abort()
    await listener.close()
    return {"per_second": round(count / lasted), "octets": len(octets), "processor": round(spent / lasted, 2)}, octets


def _subscription(number: int) -> RICsubscriptionRequest:
    definition = kpm.action_definition(1, measurements=MEASUREMENTS, granularity_ms=1, edition=KPM)
    actions = (RICaction_ToBeSetup_Item(1, "report", definition),)
    details = RICsubscriptionDetails(kpm.event_trigger(1, KPM), actions)
    return RICsubscriptionRequest(RICrequestID(1, number), KPM_FUNCTION, details)


async def _count(link: Link, seconds: float, read: Reader) -> tuple[int, float, bytes]:
    """How many indications come in so many seconds, how long that was, and the last one."""
    count, last = 0, b""
    began = now = time.perf_counter()
    while now - began < seconds:
        octets = await _next(link)
        if octets.startswith(_INDICATION):
            read(octets)
            count, last = count + 1, octets
        now = time.perf_counter()
    return count, now - began, last


async def into_ric(scheme: str, indication: bytes, seconds: float) -> dict[str, Any]:
    """What one RIC takes of copies of an indication."""
    with ServedProcess("near-rt-ric", "--listen", f"{scheme}://127.0.0.1:0") as ric:
        link = await connect(ric.ready())
        await _say(link, setup_request(node_offer(edition=E2AP), 0))
        await _next(link)
        ric.ask("subscribe", service_model="kpm", style=1)
        subscription = codec(E2AP).read(await _next(link))
        assert isinstance(subscription, RICsubscriptionRequest)
        request_id = subscription.ric_request_id
        await _say(link, RICsubscriptionResponse(request_id, KPM_FUNCTION, (RICaction_Admitted_Item(1),)), stream=1)
        sample = codec(E2AP).read(indication)
        assert isinstance(sample, RICindication)
        octets = codec(E2AP).encode(replace(sample, ric_request_id=request_id))
        spent, began, sent = ric.processor_seconds, time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            await link.send(octets, stream=1)
            sent += 1
        # What was sent last may still be on its way.
        while (counted := _counted(ric)) < sent:
            await asyncio.sleep(_PAUSE)
        lasted, spent = time.perf_counter() - began, ric.processor_seconds - spent
        await link.abort()
    return {"per_second": round(counted / lasted), "octets": len(octets), "processor": round(spent / lasted, 2)}


def _counted(ric: ServedProcess) -> int:
    return sum(each["indications"] for node in ric.ask("state")["nodes"] for each in node["subscriptions"])


async def _say(link: Link, message: Message | None, stream: int = 0) -> None:
    assert message is not None
    await link.send(codec(E2AP).encode(message), stream=stream)


async def _next(link: Link) -> bytes:
    received = await link.receive()
    if not isinstance(received, Delivery):
        raise RuntimeError(f"the association has ended: {received.reason}")
    return received.octets


async def measure(scheme: str, subscriptions: int, seconds: float) -> dict[str, Any]:
    """All figures."""
    rows: dict[str, Any] = {}
    for name, read in READERS.items():
        rows[f"from one node, read as {name}"], indication = await from_node(scheme, subscriptions, seconds, read)
    rows["into one RIC"] = await into_ric(scheme, indication, seconds)
    return rows


def main() -> int:
    """Command line; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=5, help="how long each is measured")
    options.add_argument("--subscriptions", type=int, default=16, help="how many reports of 1 ms the node is asked for")
    options.add_argument("--scheme", default="tcp", choices=("tcp", "sctp", "grpc"), help="the transport")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    given = options.parse_args()
    load = round(os.getloadavg()[0], 1)
    rows = asyncio.run(measure(given.scheme, given.subscriptions, given.seconds))
    if given.json:
        print(json.dumps(rows | {"load_before": load}))
    else:
        for name, row in rows.items():
            told = ", ".join(f"{key.replace('_', ' ')} {value:,}" for key, value in row.items())
            print(f"{name:<40}{told}")
        print(f"load before {load}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
