"""How long ``oran-harness --help`` takes above a bare interpreter: ``python benchmarks/startup.py``.

Prints milliseconds, the median of several runs of each command; they take turns, so that a change of load meets all.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

BARE = (sys.executable, "-c", "pass")
COMMANDS = {
    "--help": ("--help",),
    "check --help": ("check", "--help"),
    "list rules": ("list", "rules", "--json"),
}


def main() -> int:
    """Measure, print a table or JSON; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15, help="runs of each command")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    arguments = options.parse_args()
    script = Path(sys.executable).parent / "oran-harness"
    commands = {"bare interpreter": BARE, **{name: (str(script), *rest) for name, rest in COMMANDS.items()}}
    for command in commands.values():
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(arguments.runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(values) * 1000 for name, values in times.items()}
    bare = medians["bare interpreter"]
    rows = {name: {"ms": round(each, 1), "above_bare_ms": round(each - bare, 1)} for name, each in medians.items()}
    if arguments.json:
        print(json.dumps({"python": platform.python_version(), "runs": arguments.runs, "commands": rows}))
    else:
        print(f"Python {platform.python_version()}, median of {arguments.runs} runs, milliseconds")
        for name, row in rows.items():
            print(f"  {name:<18}{row['ms']:>8.1f}   {row['above_bare_ms']:>7.1f} above bare")
    return 0


def seconds(command: tuple[str, ...]) -> float:
    """How long a command takes from start to end; raises ``CalledProcessError`` if it fails."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main())
