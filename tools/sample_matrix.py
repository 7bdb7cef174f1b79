"""The matrix of the sample vendors: ``python tools/sample_matrix.py``, which ``make run`` runs.

Starts those that run already when they are met, brings every pair together, ends what it has started, and says whether
each cell is what the vendors' READMEs promise.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
VENDORS = ROOT / "vendors"
SAMPLES = ("alfa", "bravo", "charlie", "delta", "echo")
RUNNING_ALREADY = ("charlie", "echo")
"""Those that interop does not start: their folder has a ``start.sh``."""
_READY_S = 60.0
_ENDING_S = 15.0
_NOT_TOGETHER = "bravo offers E2AP 1.01 only, delta accepts 2.03 and later; declared by both, nobody to blame"
_DRIFT = "alfa announces KPM 3.00 and sends 2.03 (time stamp of 4 octets"


@dataclass(frozen=True, slots=True)
class Known:
    """What a cell has to be: the first failure, who is to blame, how drift and reason begin.

    ``passed`` is how many scenes pass on a machine with time.
    """

    passed: int = 0
    first_failure: str | None = None
    vendor: str | None = None
    drift: str | None = None
    reason: str = ""


CELLS: Mapping[tuple[str, str], Known] = {
    ("alfa", "delta"): Known(14, "E2SM-KPM-304", "delta", _DRIFT),
    ("alfa", "echo"): Known(13, "E2SM-EDITION-CLAIMED", "alfa", _DRIFT),
    ("bravo", "delta"): Known(reason=_NOT_TOGETHER),
    ("bravo", "echo"): Known(13, "E2-PPID", "bravo"),
    ("charlie", "delta"): Known(18, "E2SM-KPM-302", "delta"),
    ("charlie", "echo"): Known(10),
}
"""What each pair of samples comes to, by the vendors of the E2 node and the near-RT RIC."""


def differences(cells: Sequence[Mapping[str, Any]]) -> list[str]:
    """Where cells of ``interop.json`` are not what they have to be, in sentences.

    How many scenes pass is not looked at: a slow machine may come to less of them.
    """
    found = []
    for cell in cells:
        pair = cell["a"], cell["b"]
        known = CELLS.get(pair)
        if known is None:
            found.append(f"nothing is known of {pair[0]} with {pair[1]}")
            continue
        for name in ("first_failure", "vendor"):
            if cell[name] != getattr(known, name):
                found.append(f"{pair[0]} with {pair[1]}: {name} is {cell[name]}, not {getattr(known, name)}")
        if not _begins(cell["drift"], known.drift):
            found.append(f"{pair[0]} with {pair[1]}: drift is {cell['drift']}, not {known.drift}")
        if not _begins(cell["reason"], known.reason):
            found.append(f"{pair[0]} with {pair[1]}: it says {cell['reason']}, not {known.reason}")
        open_ = [name for name in ("inconc", "error") if cell["summary"][name]]
        if open_:
            found.append(f"{pair[0]} with {pair[1]}: {' and '.join(open_)}, {cell['reason']}")
    return found


def _begins(text: str | None, known: str | None) -> bool:
    return text is None if known is None else text is not None and text.startswith(known)


@contextmanager
def running(vendor: str) -> Iterator[None]:
    """A vendor's product that is not for us to start runs for as long as the body does."""
    program = Path(sys.executable).with_name("oran-harness")
    # A file takes all that it prints; a pipe that nobody reads would have it wait some day.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            ("sh", str(VENDORS / vendor / "start.sh")),
            stdout=said,
            stderr=subprocess.STDOUT,
            env=os.environ | {"ORAN_HARNESS": str(program)},
        )
        try:
            _await_ready(vendor, process, said.fileno())
            yield
        finally:
            process.terminate()
            try:
                process.wait(_ENDING_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await_ready(vendor: str, process: subprocess.Popen[bytes], said: int) -> None:
    """Wait until it says that it is ready; ends the program with its words if it does not get there."""
    until = time.monotonic() + _READY_S
    while not (words := os.pread(said, 4096, 0)).startswith(b"ready: "):
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit(f"{vendor} cannot be started by vendors/{vendor}/start.sh: {words.decode().strip()}")
        time.sleep(0.05)


def play(vendors: Sequence[str], out: Path, further: Sequence[str] = ()) -> tuple[int, list[Mapping[str, Any]]]:
    """The exit status of ``interop`` with these vendors, and the cells that it wrote."""
    with ExitStack() as stack:
        for vendor in vendors:
            if vendor in RUNNING_ALREADY:
                stack.enter_context(running(vendor))
        command = (sys.executable, "-m", "oran_harness", "interop", *vendors, "--vendors", str(VENDORS))
        status = subprocess.run((*command, "--out", str(out), *further), check=False).returncode
    try:
        return status, json.loads((out / "interop.json").read_bytes())["cells"]
    except OSError:
        return status, []


def main(arguments: Sequence[str] | None = None) -> int:
    """Play it, and say whether all is as it has to be; 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("vendors", nargs="*", metavar="VENDOR", help=f"of {', '.join(SAMPLES)}; all without any")
    parser.add_argument("--out", type=Path, default=Path("results/samples"), help="where the results go")
    given = parser.parse_args(arguments)
    vendors = given.vendors or SAMPLES
    strange = [each for each in vendors if each not in SAMPLES]
    if strange:
        parser.error(f"{strange[0]} is no sample; there are {', '.join(SAMPLES)}")
    status, cells = play(vendors, given.out)
    if not cells:
        return status or 1
    wrong = differences(cells)
    if wrong:
        print("\nThat is not what the samples are to come to:", *wrong, sep="\n  ")
        return 1
    print(
        "\nAll of that is meant: alfa and delta have a planted flaw, bravo a fault that many have, and bravo\n"
        "and delta have no edition in common. vendors/NAME/README.md says more of each."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
