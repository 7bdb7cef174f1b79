"""Does the suite say the same, whatever the circumstances? ``python tools/steadiness.py --out DIR``.

A product is tested again and again: in the declared order, reversed and shuffled, each case many times, while all
processors are busy, over a link that delays and loses messages. The verdicts of each run are held against those of the
first, which has no hardships. A case whose verdict differs is a mistake of the harness; the exit status is then 1.

On request (``--circumstance netem``) loopback itself delays and loses packets. That needs root and slows everything on
the machine down, so do it in a kernel of its own: ``tools/kernel_sctp/run -t 3600 python tools/steadiness.py ...``.

DIR gets the results of each run, and with ``--page FILE`` the comparison is written down as a table.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PRODUCTS = ("oran-harness-ric", "oran-harness-node")
_BUSY = "while True: pass"
_NICENESS = 10
_NETEM = ("dev", "lo", "root", "netem", "delay", "50ms", "loss", "1%")
_SYSTEM = "/usr/sbin:/sbin"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What a run has to bear: options of ``oran-harness run``, busy loops on so many processors, a slow loopback.

    ``asked`` tells that it is left out unless it is asked for.
    """

    id: str
    what: str
    options: tuple[str, ...] = ()
    busy: int = 0
    slow: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """What one run came to; ``differences`` has a sentence for each verdict that is another than in the first."""

    product: str
    circumstance: Circumstance
    cases: int
    seconds: float
    differences: tuple[str, ...]


def circumstances(repeat: int, processors: int) -> tuple[Circumstance, ...]:
    """All of them; the first is what the others are held against."""
    return (
        Circumstance("calm", "declared order"),
        Circumstance("reversed", "reversed order", ("--order", "reversed")),
        *(
            Circumstance(f"random-{seed}", f"random order, seed {seed}", ("--order", "random", "--seed", f"{seed}"))
            for seed in (1, 2, 3)
        ),
        Circumstance("repeat", f"each case {repeat} times", ("--repeat", f"{repeat}")),
        Circumstance("busy", f"{processors} busy loops (nice {_NICENESS})", busy=processors),
        Circumstance("slow-link", "50 ms delay, 1 % loss", ("--fault", "delay=50ms", "--fault", "loss=1%")),
        Circumstance("netem", "50 ms delay, 1 % loss of packets by netem", slow=True, asked=True),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; returns the process's exit code."""
    options = _options().parse_args(arguments)
    every = circumstances(options.repeat, os.cpu_count() or 1)
    first, *others = every
    asked = options.circumstance or [each.id for each in others if not each.asked]
    chosen = [first, *(each for each in others if each.id in asked)]
    held: list[Held] = []
    for product in options.product or PRODUCTS:
        calm: dict[str, str] = {}
        for circumstance in chosen:
            document = perform(product, circumstance, options.out / product / circumstance.id, options.rest)
            calm = calm or verdicts(document)
            each = hold(product, circumstance, document, calm)
            held.append(each)
            print(_line(each), *each.differences, sep="\n  ", flush=True)
    if options.page is not None:
        options.page.write_text(as_markdown(held), encoding="utf-8")
    return 1 if any(each.differences for each in held) else 0


def perform(product: str, circumstance: Circumstance, folder: Path, more: Sequence[str]) -> dict[str, Any]:
    """Test a product under a circumstance; what ``results.json`` says. ``more`` are options for each run."""
    options = ("--sut", product, "--out", str(folder), *circumstance.options, *more)
    command = [sys.executable, "-m", "oran_harness", "run", *options]
    with busy(circumstance.busy), slow_loopback(circumstance.slow):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    document: dict[str, Any] = json.loads((folder / "results.json").read_text("utf-8"))
    return document


@contextmanager
def busy(processors: int) -> Iterator[None]:
    """While the body runs, so many processors are kept busy by loops of low priority."""
    command = ["nice", "-n", str(_NICENESS), sys.executable, "-c", _BUSY]
    loops = [subprocess.Popen(command) for _ in range(processors)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


@contextmanager
def slow_loopback(wanted: bool) -> Iterator[None]:
    """While the body runs, packets on loopback are late, and one in a hundred is lost; nothing where not ``wanted``."""
    if not wanted:
        yield
        return
    path = {**os.environ, "PATH": f"{os.environ.get('PATH', '')}:{_SYSTEM}"}
    subprocess.run(["tc", "qdisc", "add", *_NETEM], check=True, env=path)
    try:
        yield
    finally:
        subprocess.run(["tc", "qdisc", "delete", *_NETEM[:3]], check=True, env=path)


def verdicts(document: Mapping[str, Any]) -> dict[str, str]:
    """The verdict of each case of a run, lines of rules included."""
    return {case["id"]: case["verdict"] for case in document["cases"]}


def hold(product: str, circumstance: Circumstance, document: Mapping[str, Any], calm: Mapping[str, str]) -> Held:
    """Hold a run against the verdicts of the first."""
    found = verdicts(document)
    reasons = {case["id"]: case.get("reason") or case.get("actual") or "" for case in document["cases"]}
    differences = [
        f"{case}: {found.get(case, 'absent')} instead of {calm.get(case, 'absent')}. {reasons.get(case, '')}".rstrip()
        for case in sorted({*found, *calm})
        if found.get(case) != calm.get(case)
    ]
    return Held(product, circumstance, len(found), document["run"]["duration_s"], tuple(differences))


def as_markdown(held: Sequence[Held]) -> str:
    """The comparison as a table, and below it what differs."""
    lines = ["| product | circumstance | cases | seconds | other verdicts |", "|---|---|---|---|---|"]
    for each in held:
        cells = (each.product, each.circumstance.what, each.cases, f"{each.seconds:.0f}", len(each.differences))
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines += [f"* {each.product}, {each.circumstance.what}: {what}" for each in held for what in each.differences]
    return "\n".join(lines) + "\n"


def _line(held: Held) -> str:
    return (
        f"{held.product}, {held.circumstance.what}: {held.cases} cases in {held.seconds:.0f} s, "
        f"{len(held.differences)} other verdicts"
    )


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, required=True, help="where the results of the runs go")
    parser.add_argument("--product", action="append", help="a vendor to be tested; both samples unless told")
    parser.add_argument("--circumstance", action="append", help="an id like busy or random-1; all unless told")
    parser.add_argument("--repeat", type=int, default=20, help="how often each case is performed where it is repeated")
    parser.add_argument("--page", type=Path, help="a file for the table")
    parser.add_argument("rest", nargs="*", help="options for each run, behind --")
    return parser


if __name__ == "__main__":
    sys.exit(main())
