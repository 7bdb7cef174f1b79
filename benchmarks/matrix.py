"""How long a matrix takes with one worker and with two: ``python benchmarks/matrix.py``.

Makes six E2 nodes and six near-RT RICs of the reference peers (other ids, other seeds), and runs over them
``oran-harness interop`` with ``--cluster local:1``, then ``local:2``. It prints the seconds of the clock and of the
processor, all processes together, and the load of the machine before. Both matrices have to be the same. Only scenes
with ``setup`` in their name are played, as all take an hour: ``-k ''`` plays all.
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

from oran_harness import resources

REFERENCES = {"node": "oran-harness-node", "ric": "oran-harness-ric"}
WORKERS = (1, 2)


def make_vendors(folder: Path, number: int) -> None:
    """Make so many vendors of each role, from the reference peers' profiles."""
    for kind, reference in REFERENCES.items():
        text = (resources.vendors() / reference / "profile.toml").read_text("utf-8")
        for each in range(1, number + 1):
            place = folder / f"{kind}-{each}"
            place.mkdir(parents=True)
            own = text.replace(f'name = "{reference}"', f'name = "{place.name}"')
            own = own.replace('"--control"', f'"--control", "--number", "{each}", "--seed", "{each}"')
            (place / "profile.toml").write_text(own, "utf-8")


def measure(vendors: Path, workers: int, out: Path, keyword: str) -> tuple[dict[str, Any], float, float, float]:
    """Run the matrix: it, seconds of the clock, seconds of the processor, load before.

    Raises ``RuntimeError`` unless all pairs pass.
    """
    names = sorted(str(each) for each in vendors.iterdir())
    command = [sys.executable, "-m", "oran_harness", "interop", *names, "--out", str(out), "-k", keyword]
    load = os.getloadavg()[0]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--cluster", f"local:{workers}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise RuntimeError(f"interop ended with exit code {code}: {told.decode(errors='replace')[-500:]}")
    document: dict[str, Any] = json.loads((out / "interop.json").read_bytes())
    return document, seconds, usage.ru_utime + usage.ru_stime, load


def main() -> None:
    """Measure both, and say whether they found the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--number", type=int, default=6, help="vendors of each role")
    parser.add_argument("-k", "--keyword", default="setup", help="only scenes with this text")
    arguments = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory(prefix="matrix-") as place:
        vendors = Path(place, "vendors")
        make_vendors(vendors, arguments.number)
        for workers in WORKERS:
            document, seconds, processor, load = measure(
                vendors, workers, Path(place, f"out-{workers}"), arguments.keyword
            )
            found.append(document)
            print(
                f"{len(document['cells'])} pairs, {workers} worker{'s' if workers > 1 else ''}: {seconds:.1f} s, "
                f"{processor:.1f} s of the processor, load before {load:.1f}",
                flush=True,
            )
    if any(each != found[0] for each in found):
        sys.exit("The matrices differ.")


if __name__ == "__main__":
    main()
