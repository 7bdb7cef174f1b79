"""A short run of O1 against two sample elements: ``python tools/sample_elements.py``, which ``make run`` runs.

The same few cases meet the reference managed element and foxtrot, which has a planted flaw; it says what each came to,
whose fault the failures are, and whether that is what the vendors' READMEs promise.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
ELEMENTS = ("oran-harness-element", "foxtrot")
CASES = ("O1-HELLO-101", "O1-FRAME-103", "O1-EDIT-101", "O1-EDIT-136", "O1-EDIT-138", "O1-LOCK-102", "O1-NOTIF-102")
"""One of each kind: hello, frames, edits done and refused, locks, notifications."""
FOUND = {("foxtrot", "O1-EDIT-136"), ("foxtrot", "O1-EDIT-138")}
"""What has to fail, with blame for the element; all else has to pass."""
Result = Mapping[str, Any]


def differences(found: Mapping[str, Sequence[Result]]) -> list[str]:
    """Where verdicts are not what they have to be, in sentences."""
    wrong = []
    for element in ELEMENTS:
        lines = {line["id"]: line for line in found.get(element, ())}
        for id in CASES:
            line = lines.pop(id, None)
            wanted = ("fail", "o1-provider") if (element, id) in FOUND else ("pass", None)
            if line is None:
                wrong.append(f"{id} of {element} has no verdict")
            elif (line["verdict"], line["blame"]) != wanted:
                why = line["reason"] or line["actual"]
                wrong.append(f"{id} of {element} is {line['verdict']}, blame {line['blame'] or 'nobody'}: {why}")
        wrong += [f"{element}: {line['id']}: {line['actual']}" for line in lines.values()]
    return wrong


def play(element: str, out: Path, cases: Sequence[str] = CASES) -> Sequence[Result]:
    """What the cases come to with one element; nothing if it cannot be run, which has been told then."""
    command = (sys.executable, "-m", "oran_harness", "run", "--sut", element, *cases)
    folders = ("--vendors", str(ROOT / "vendors"), "--out", str(out / element), "--json")
    done = subprocess.run((*command, *folders), stdout=subprocess.PIPE, check=False)
    try:
        lines: Sequence[Result] = json.loads(done.stdout)["cases"]
    except (ValueError, KeyError):
        return ()
    return lines


def show(found: Mapping[str, Sequence[Result]]) -> None:
    """A table of verdicts, and below it each failure in words."""
    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for element in ELEMENTS:
        table.add_column(element, min_width=len(element))
    table.add_column("O1: case", no_wrap=True, overflow="ellipsis")
    lines = {(element, line["id"]): line for element in ELEMENTS for line in found[element]}
    for id in CASES:
        titles = [line["title"] for (_, each), line in lines.items() if each == id]
        verdicts = [lines[element, id]["verdict"] if (element, id) in lines else "-" for element in ELEMENTS]
        table.add_row(*verdicts, f"{id}  {titles[0] if titles else ''}")
    console.print(table)
    for (element, id), line in lines.items():
        if line["verdict"] == "fail":
            console.print(f"  {element}, {id}: {line['actual']}; expected {line['expected']}; blame {line['blame']}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Play it, and say whether all is as it has to be; 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=Path("results/samples"), help="where the results go")
    given = parser.parse_args(arguments)
    found = {element: play(element, given.out) for element in ELEMENTS}
    if not all(found.values()):
        return 1
    show(found)
    wrong = differences(found)
    if wrong:
        print("\nThat is not what the sample elements are to come to:", *wrong, sep="\n  ")
        return 1
    print("\nThat is meant: foxtrot, a managed element, has a planted flaw, which vendors/foxtrot/README.md tells.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
