"""Memory of many reference E2 nodes in one process: ``python benchmarks/nodes_memory.py --nodes 200``.

Starts one near-RT RIC and one process with that many E2 nodes (``serve``), waits until all have set up their E2
interface, and tells how long that took and what each process takes, in 10**6 octets of resident memory. Then the RIC
subscribes to a KPM report of each node; after some seconds of reports it is told again.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served_process import ServedProcess

LONGEST = 300.0
_PAUSE = 0.2


def measure(nodes: int, seconds: float, period_ms: int, scheme: str) -> dict[str, Any]:
    """Start, watch and end both processes; raises ``RuntimeError`` if not all nodes come up in time."""
    load = os.getloadavg()[0]
    with ServedProcess("near-rt-ric", "--listen", f"{scheme}://127.0.0.1:0") as ric:
        uri = ric.ready()
        began = time.perf_counter()
        with ServedProcess("e2-node", "--connect", uri, "--nodes", str(nodes)) as serving:
            serving.ready()
            all_up = _until_up(ric, nodes) - began
            row = {
                "nodes": nodes,
                "seconds_until_all_are_up": round(all_up, 2),
                "nodes_mb": round(serving.resident_mb, 1),
                "ric_mb": round(ric.resident_mb, 1),
            }
            for place in range(1, nodes + 1):
                ric.ask("subscribe", service_model="kpm", style=1, period_ms=period_ms, node=place)
            before, spent, first = time.perf_counter(), serving.processor_seconds, _indications(ric)
            time.sleep(seconds)
            last, lasted = _indications(ric), time.perf_counter() - before
            return row | {
                "indications_per_second": round((last - first) / lasted),
                "nodes_processor_share": round((serving.processor_seconds - spent) / lasted, 2),
                "nodes_mb_while_reporting": round(serving.resident_mb, 1),
                "ric_mb_while_reporting": round(ric.resident_mb, 1),
                "load_before": round(load, 1),
            }


def _until_up(ric: ServedProcess, nodes: int) -> float:
    """Wait until so many nodes are set up; gives the time."""
    until = time.perf_counter() + LONGEST
    while time.perf_counter() < until:
        up = sum(each["state"] == "operational" for each in ric.ask("state")["nodes"])
        if up >= nodes:
            return time.perf_counter()
        time.sleep(_PAUSE)
    raise RuntimeError(f"only {up} of {nodes} nodes are up after {LONGEST:g} s")


def _indications(ric: ServedProcess) -> int:
    return sum(each["indications"] for each in ric.ask("state")["nodes"])


def main() -> int:
    """Command line; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nodes", type=int, default=200, help="how many nodes")
    options.add_argument("--seconds", type=float, default=10, help="how long they report")
    options.add_argument("--period", type=int, default=1000, help="reporting period of each, in ms")
    options.add_argument("--scheme", default="tcp", choices=("tcp", "sctp", "grpc"), help="the transport")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    given = options.parse_args()
    row = measure(given.nodes, given.seconds, given.period, given.scheme)
    if given.json:
        print(json.dumps(row))
    else:
        print("\n".join(f"{name.replace('_', ' '):<28}{value:>10,}" for name, value in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
