"""Time and memory of ``oran-harness check`` on a large capture: ``python benchmarks/check_memory.py --megabytes 1000``.

Makes the capture (in a temporary folder, from a small one of real stacks; see capture_maker.py) unless one is named,
runs ``oran-harness check --json`` on it and prints seconds, MB/s, messages/s and the peak of its resident memory. On a
machine that does other things too, the seconds of the processor tell more than those of the clock.
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

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.capture_maker import make_capture

MB = 1_000_000


def measure(capture: Path, report: Path) -> dict[str, Any]:
    """Run ``check`` on a capture; raises ``RuntimeError`` if it ends with neither 0 nor 1."""
    command = [sys.executable, "-m", "oran_harness", "check", "--json", str(capture)]
    begun = time.perf_counter()
    with report.open("wb") as stdout:
        process = subprocess.Popen(command, stdout=stdout)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise RuntimeError(f"check ended with exit code {code}")
    found = json.loads(report.read_text("utf-8"))
    size = capture.stat().st_size
    return {
        "capture_mb": round(size / MB, 1),
        "associations": len(found["associations"]),
        "messages": found["messages"],
        "decoded": found["decoded"],
        "findings": len(found["findings"]),
        "seconds": round(seconds, 2),
        "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "mb_per_second": round(size / MB / seconds, 2),
        "messages_per_second": round(found["messages"] / seconds),
        "peak_memory_mb": round(usage.ru_maxrss * 1024 / MB, 1),
    }


def main() -> int:
    """Command line; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=1000, help="size of the capture to make (10**6 octets)")
    options.add_argument("--copies", type=int, default=64, help="how many copies of the small capture run side by side")
    options.add_argument("--indications", type=int, default=20, help="how often each indication is repeated")
    options.add_argument("--capture", type=Path, help="take this capture and make none")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="oran-harness-") as folder:
        capture = given.capture
        if capture is None:
            capture = Path(folder) / "large.pcapng"
            make_capture(capture, given.megabytes, given.copies, given.indications)
        row = measure(capture, Path(folder) / "report.json")
    if given.json:
        print(json.dumps(row))
    else:
        print("\n".join(f"{name.replace('_', ' '):<20}{value:>14,}" for name, value in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
