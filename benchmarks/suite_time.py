"""How long the suite takes against each reference peer: ``python benchmarks/suite_time.py``.

Runs ``oran-harness run --sut oran-harness-ric`` and ``--sut oran-harness-node`` without the cases that wait as long as
a clause demands (tag ``slow``), and prints for each the seconds of the clock from start to end, those of the run
itself, of its cases, of its properties, and of the processor for harness and peer together. On a machine that does
other things too, the seconds of the processor tell more than those of the clock.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PRODUCTS = ("oran-harness-ric", "oran-harness-node")
PROPERTY = "property"


def measure(product: str, folder: Path, more: list[str]) -> dict[str, Any]:
    """Run the suite against one product; raises ``RuntimeError`` unless it passes.

    ``more`` are further arguments of ``oran-harness run``.
    """
    command = [sys.executable, "-m", "oran_harness", "run", "--sut", product, "--tag", "!slow", "--out", str(folder)]
    load = os.getloadavg()[0]
    begun = time.perf_counter()
    process = subprocess.Popen([*command, *more], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise RuntimeError(f"run --sut {product} ended with exit code {code}: {told.decode(errors='replace')[-500:]}")
    found = json.loads((folder / "results.json").read_text("utf-8"))
    spent = [(case["duration_s"], PROPERTY in case["tags"]) for case in found["cases"]]
    return {
        "verdicts": len(spent),
        "seconds": round(seconds, 2),
        "run_seconds": round(found["run"]["duration_s"], 2),
        "case_seconds": round(sum(each for each, _ in spent), 2),
        "property_seconds": round(sum(each for each, drawn in spent if drawn), 2),
        # Of the harness and of all that it started and waited for.
        "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "load_before": round(load, 1),
    }


def main() -> int:
    """Command line; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=3, help="runs against each product; the fastest is told")
    options.add_argument("--sut", action="append", choices=PRODUCTS, help="only this product")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    options.add_argument("more", nargs="*", help="further arguments of oran-harness run, after --")
    given = options.parse_args()
    rows = {}
    for product in given.sut or PRODUCTS:
        with tempfile.TemporaryDirectory(prefix="oran-harness-") as folder:
            runs = [measure(product, Path(folder) / str(place), given.more) for place in range(given.runs)]
        rows[product] = min(runs, key=lambda run: float(run["seconds"]))
    if given.json:
        print(json.dumps(rows))
    else:
        for product, row in rows.items():
            print(product)
            print("\n".join(f"  {name.replace('_', ' '):<20}{value:>10,}" for name, value in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
