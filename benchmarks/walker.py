"""How many values a second are made by chance: ``python benchmarks/walker.py``.

Encoding is not counted. Types differ in how large their values are, so the figure to compare is that of messages with
thirty leaves: as many leaves of whatever values, in processor time, the least of several rounds.
"""

import argparse
import dataclasses
import json
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from oran_harness.codec.asn1 import Asn1Codec
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.service_models import service_model

LEAVES = 30


def subjects() -> list[tuple[str, Asn1Codec, str]]:
    """Name, schema and type of what is made."""
    e2ap, kpm, rc = codec("7.00").schema, service_model("kpm").codec("6.00"), service_model("rc").codec("7.00")
    return [
        ("E2AP 7.00", e2ap, "E2AP-PDU"),
        ("E2AP 7.00", e2ap, "E2setupRequest"),
        ("E2AP 7.00", e2ap, "RICsubscriptionRequest"),
        ("KPM 6.00", kpm, "E2SM-KPM-IndicationMessage"),
        ("KPM 6.00", kpm, "E2SM-KPM-ActionDefinition"),
        ("RC 7.00", rc, "E2SM-RC-ControlMessage"),
        ("RC 7.00", rc, "E2SM-RC-IndicationMessage"),
    ]


def leaves(value: Any) -> int:
    """How many values there are that hold no others; empty lists and records count as one."""
    if dataclasses.is_dataclass(value):
        parts = [getattr(value, each.name) for each in dataclasses.fields(value)]
        return sum(leaves(part) for part in parts if part is not None) or 1
    if isinstance(value, dict):
        return sum(map(leaves, value.values())) or 1
    if type(value) is tuple:
        # An alternative is its content.
        content = value[1:] if len(value) == 2 and isinstance(value[0], str) else value
        return sum(map(leaves, content)) or 1
    return 1


def measure(schema: Asn1Codec, type_name: str, values: int, rounds: int) -> dict[str, float]:
    """Values a second, how large they are, and how many of thirty leaves that would be."""
    make = schema.maker(type_name)
    fastest = 0.0
    mean = 0.0
    for _ in range(rounds):
        chooser = RandomChooser(Random(1))
        begun = time.process_time()
        made = [make(chooser) for _ in range(values)]
        spent = time.process_time() - begun
        fastest = max(fastest, values / spent)
        mean = sum(map(leaves, made)) / values
    return {"a_second": round(fastest), "leaves": round(mean, 1), "of_thirty": round(fastest * mean / LEAVES)}


def main() -> int:
    """Measure, print a table or JSON; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--values", type=int, default=2000, help="values of each type in a round")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--json", action="store_true", help="print one JSON document")
    given = options.parse_args()
    load = round(os.getloadavg()[0], 1)
    rows = {
        f"{name} {type_name}": measure(schema, type_name, given.values, given.rounds)
        for name, schema, type_name in subjects()
    }
    if given.json:
        print(json.dumps({"rows": rows, "load_before": load}))
        return 0
    print(f"{'':<40}{'a second':>10}{'leaves':>10}{'of thirty leaves a second':>28}")
    for name, row in rows.items():
        print(f"{name:<40}{row['a_second']:>10,}{row['leaves']:>10}{row['of_thirty']:>28,}")
    print(f"load before {load}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
