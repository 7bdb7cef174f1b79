"""How long the suite of O1 takes against our managed element over SSH: ``python benchmarks/o1_suite.py``.

Waits that a case declares (a silence that it listens to, a pause) are told apart, by the times of its history; cases
that wait as long as a clause demands (tag ``slow``) are left out unless ``--slow`` is given.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.o1_provider import PASSWORD, VARIABLE
from benchmarks.served_process import ServedProcess

WANTED_S = 15
_WAIT = re.compile(r"(?:expect .* for|pause) ([0-9.]+) s$")


def waited(history: Path) -> float:
    """Seconds of the waits that a case declares, as long as they really were."""
    events: list[dict[str, Any]] = [json.loads(line) for line in history.read_text("utf-8").splitlines()]
    # What comes meanwhile ends no wait: the next step does, or the note of what came of it all.
    marks = [event for event in events if event.get("kind") in ("step", "note")]
    found = 0.0
    for event, following in pairwise(marks):
        declared = _WAIT.search(event.get("message") or "") if event["kind"] == "step" else None
        if declared is not None:
            found += min(float(declared[1]), following["t"] - event["t"])
    return found


def run(uri: str, folder: Path, slow: bool) -> float:
    """Run the suite; seconds of the harness's processor. Raises ``RuntimeError`` unless it passes."""
    command = [sys.executable, "-m", "oran_harness", "run", "--role", "o1-provider", "--connect", uri]
    command += ["--out", str(folder), *([] if slow else ["--tag", "!slow"])]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"run ended with exit code {process.returncode}: {told.decode(errors='replace')[-500:]}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Read the options, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slow", action="store_true", help="with the cases that wait as long as a clause demands")
    options = parser.parse_args()
    os.environ[VARIABLE] = PASSWORD
    query = f"?password=env:{VARIABLE}"
    load = os.getloadavg()[0]
    with (
        TemporaryDirectory() as folder,
        ServedProcess("o1-provider", "--listen", f"netconf+ssh://admin@127.0.0.1:0{query}") as served,
    ):
        uri = served.ready() + query
        before, began = served.processor_seconds, time.perf_counter()
        harness = run(uri, Path(folder), options.slow)
        took, element = time.perf_counter() - began, served.processor_seconds - before
        results = json.loads((Path(folder) / "results.json").read_text("utf-8"))
        waits = sum(waited(path) for path in (Path(folder) / "history").glob("*.jsonl"))
        print(f"{len(results['cases'])} cases, load before {load:.1f}")
        print(f"clock: {took:.1f} s from start to end, {results['run']['duration_s']:.1f} s of it the run")
        print(f"declared waits: {waits:.1f} s; without them {took - waits:.1f} s (wanted: {WANTED_S})")
        print(f"processor: harness {harness:.1f} s, element {element:.1f} s")
        for case in sorted(results["cases"], key=lambda case: -case["duration_s"])[:5]:
            print(f"  {case['id']:<18}{case['duration_s']:6.2f} s  {case['title']}")


if __name__ == "__main__":
    main()
