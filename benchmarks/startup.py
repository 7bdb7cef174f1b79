"""How long commands, and a first decoded message, take above a bare interpreter: ``python benchmarks/startup.py``.

Prints milliseconds, the median of several runs of each command; they take turns, so that a change of load meets all.
A message is decoded with the user's cache as a first run leaves it (warm), and with an empty one (cold).
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

BARE = (sys.executable, "-c", "pass")
COMMANDS = {
    "--help": ("--help",),
    "check --help": ("check", "--help"),
    "list rules": ("list", "rules", "--json"),
}
E2AP = """
from oran_harness.protocols.e2ap.codec import codec
decoded = codec("7.00").decode(bytes.fromhex({octets!r}))
assert decoded.conforms
"""
KPM = (
    E2AP
    + """
from oran_harness.service_models import PayloadKind, service_model
model = service_model("kpm")
for kind, octets in (
    (PayloadKind.INDICATION_HEADER, decoded.message.ric_indication_header),
    (PayloadKind.INDICATION_MESSAGE, decoded.message.ric_indication_message),
):
    assert model.decode(kind, octets, "2.03").conforms
"""
)
MESSAGES = {"decode RICindication": E2AP, "the same with KPM": KPM}


def main() -> int:
    """Measure, print a table or JSON; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15, help="runs of each command")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    options.add_argument("--processor", action="store_true", help="seconds of the processor, where others keep it busy")
    arguments = options.parse_args()
    script = Path(sys.executable).parent / "oran-harness"
    commands = {"bare interpreter": BARE, **{name: (str(script), *rest) for name, rest in COMMANDS.items()}}
    octets = made_indication().hex()
    first = {name: (sys.executable, "-c", text.format(octets=octets)) for name, text in MESSAGES.items()}
    with tempfile.TemporaryDirectory() as warm:
        for command in (*commands.values(), *first.values()):
            seconds(command, warm, arguments.processor)
        names = [*commands, *(f"{name}, {state}" for name in first for state in ("warm", "cold"))]
        times: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(arguments.runs):
            for name, command in commands.items():
                times[name].append(seconds(command, warm, arguments.processor))
            for name, command in first.items():
                times[f"{name}, warm"].append(seconds(command, warm, arguments.processor))
                with tempfile.TemporaryDirectory() as cold:
                    times[f"{name}, cold"].append(seconds(command, cold, arguments.processor))
    medians = {name: statistics.median(values) * 1000 for name, values in times.items()}
    bare = medians["bare interpreter"]
    rows = {name: {"ms": round(each, 1), "above_bare_ms": round(each - bare, 1)} for name, each in medians.items()}
    if arguments.json:
        print(json.dumps({"python": platform.python_version(), "runs": arguments.runs, "commands": rows}))
    else:
        print(f"Python {platform.python_version()}, median of {arguments.runs} runs, milliseconds")
        for name, row in rows.items():
            print(f"  {name:<30}{row['ms']:>8.1f}   {row['above_bare_ms']:>7.1f} above bare")
    return 0


def made_indication() -> bytes:
    """An indication with a KPM message of format 1."""
    from benchmarks.targets import EDITION, NAMES, RECORDS, indication
    from oran_harness.protocols.e2ap.codec import codec
    from oran_harness.service_models.kpm.build.indication import indication_message

    payload = indication_message(RECORDS, EDITION, measurements=NAMES, granularity_ms=1000)
    return codec(EDITION).encode(indication(payload))


def seconds(command: tuple[str, ...], caches: str, processor: bool) -> float:
    """How long a command takes from start to end with its caches there; raises ``CalledProcessError`` if it fails."""
    environment = {**os.environ, "XDG_CACHE_HOME": caches}
    clock = of_children if processor else time.perf_counter
    begun = clock()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return clock() - begun


def of_children() -> float:
    """Seconds of the processor that commands have taken so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
