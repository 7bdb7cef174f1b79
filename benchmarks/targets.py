"""How many times faster than asn1tools and pycrate the codec is: ``python benchmarks/targets.py``.

Made messages, values typed, all libraries in one run and taking turns, processor time, the least of many; each value
is first checked to be the same on both ways.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.peers import asn1tools_codec, asn1tools_schema, pycrate_pdu
from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import (
    E2nodeComponentConfigAddition_Item,
    E2nodeComponentConfiguration,
    E2nodeComponentInterfaceNG,
    GlobalE2node_gNB_ID,
    GlobalgNB_ID,
    RANfunction_Item,
    RICrequestID,
)
from oran_harness.protocols.e2ap.messages import E2setupRequest, RICindication
from oran_harness.protocols.e2ap.template import IndicationTemplate
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm.build.indication import (
    indication_header,
    indication_message,
    ue_indication_message,
)

EDITION = "2.03"
KPM = service_model("kpm")
HEADER, MESSAGE = PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE
NAMES = [f"DRB.UEThpDl.{number}" for number in range(8)]
RECORDS = [[17, 0.5, None, 100000, 3, 250, 1.25, 4]]


@dataclass(frozen=True)
class Task:
    """One thing to do, by library, and how many times as fast as each of the others it is to be."""

    name: str
    ways: dict[str, Callable[[], Any]]
    wanted: dict[str, int]


def indication(payload: bytes) -> RICindication:
    """A report with this message in it."""
    return RICindication(
        ric_request_id=RICrequestID(ric_requestor_id=1021, ric_instance_id=4),
        ran_function_id=147,
        ric_action_id=1,
        ric_indication_sn=39,
        ric_indication_type="report",
        ric_indication_header=indication_header(1_700_000_000, EDITION, sender_name="gnb", vendor_name="some"),
        ric_indication_message=payload,
    )


def setup(functions: int) -> E2setupRequest:
    """The first message of a gNB with so many functions."""
    return E2setupRequest(
        transaction_id=1,
        global_e2_node_id=(
            "gNB",
            GlobalE2node_gNB_ID(
                global_gnb_id=GlobalgNB_ID(plmn_id=b"\x00\xf1\x10", gnb_id=("gnb-ID", BitString(b"\0\0\x19\xb0", 28)))
            ),
        ),
        ran_functions_added=tuple(
            RANfunction_Item(
                ran_function_id=number,
                ran_function_definition=bytes(range(100)),
                ran_function_revision=1,
                ran_function_oid="1.3.6.1.4.1.53148.1.2.2.2",
            )
            for number in range(functions)
        ),
        e2_node_component_config_addition=(
            E2nodeComponentConfigAddition_Item(
                e2_node_component_interface_type="ng",
                e2_node_component_id=("e2nodeComponentInterfaceTypeNG", E2nodeComponentInterfaceNG(amf_name="amf")),
                e2_node_component_configuration=E2nodeComponentConfiguration(
                    e2_node_component_request_part=b"request", e2_node_component_response_part=b"response"
                ),
            ),
        ),
    )


def tasks() -> list[Task]:
    """All of them."""
    found: list[Task] = []
    content = bytes(range(200))
    for name, message, wanted in (
        ("RICindication", indication(content), {"asn1tools": 8, "pycrate": 12}),
        ("E2setupRequest, 8 functions", setup(8), {"asn1tools": 15}),
    ):
        found += _of_e2ap(name, message, wanted)
    report = ue_indication_message(
        [(ue_id("gnb", number), RECORDS) for number in range(4)], EDITION, measurements=NAMES, granularity_ms=1000
    )
    single = indication_message(RECORDS, EDITION, measurements=NAMES, granularity_ms=1000)
    found += _of_kpm("KPM message format 1, 8 measurements", single, 7)
    found += _of_kpm("KPM message format 3, 4 UEs", report, 5)
    return found + _whole(codec(EDITION).encode(indication(single)))


def _of_e2ap(name: str, message: Any, wanted: dict[str, int]) -> list[Task]:
    ours, plain, other = codec(EDITION), asn1tools_codec(EDITION), pycrate_pdu()
    octets = ours.encode(message)
    outcome, label, fields = plain.decode(octets)
    assert plain.encode(outcome, label, fields) == octets
    assert ours.decode(octets).message == message
    other.from_aper(octets)
    value = other.get_val()

    def written() -> bytes:
        other.set_val(value)
        return bytes(other.to_aper())

    return [
        Task(
            f"decode {name}, {len(octets)} octets",
            {
                "ours": lambda: ours.decode(octets),
                "asn1tools": lambda: plain.decode(octets),
                "pycrate": lambda: other.from_aper(octets),
            },
            wanted,
        ),
        Task(
            f"encode {name}, {len(octets)} octets",
            {
                "ours": lambda: ours.encode(message),
                "asn1tools": lambda: plain.encode(outcome, label, fields),
                "pycrate": written,
            },
            wanted,
        ),
    ]


def _of_kpm(name: str, octets: bytes, wanted: int) -> list[Task]:
    ours, plain, type_name = KPM.codec(EDITION), asn1tools_schema("kpm", EDITION), KPM.types[MESSAGE]
    value, theirs = ours.decode(type_name, octets), plain.decode(type_name, octets)
    assert ours.encode(type_name, value) == plain.encode(type_name, theirs) == octets
    return [
        Task(
            f"decode {name}, {len(octets)} octets",
            {
                "ours": lambda: ours.decode(type_name, octets),
                "asn1tools": lambda: plain.decode(type_name, octets),
            },
            {"asn1tools": wanted},
        ),
        Task(
            f"encode {name}, {len(octets)} octets",
            {
                "ours": lambda: ours.encode(type_name, value),
                "asn1tools": lambda: plain.encode(type_name, theirs),
            },
            {"asn1tools": wanted},
        ),
    ]


def _whole(octets: bytes) -> list[Task]:
    """An indication with all that is in it, and without its payload."""
    ours = codec(EDITION)
    schema = KPM.codec(EDITION)

    def whole() -> Any:
        message: Any = ours.decode(octets).message
        header = schema.decode(KPM.types[HEADER], message.ric_indication_header)
        return message, header, schema.decode(KPM.types[MESSAGE], message.ric_indication_message)

    def every_edition() -> Any:
        message: Any = ours.decode(octets).message
        header = KPM.decode(HEADER, message.ric_indication_header, EDITION)
        return message, header, KPM.decode(MESSAGE, message.ric_indication_message, EDITION)

    message: Any = ours.decode(octets).message
    changed = replace(message, ric_indication_sn=40)
    template = IndicationTemplate(message, EDITION)
    payload = message.ric_indication_message + b"\0"
    return [
        Task("decode RICindication with KPM header and message", {"ours": whole}, {}),
        Task("the same, held against every edition of KPM", {"ours": every_edition}, {}),
        Task("decode RICindication, payload left as octets", {"ours": lambda: ours.decode(octets)}, {}),
        Task("encode RICindication, payload given as octets", {"ours": lambda: ours.encode(changed)}, {}),
        Task("write RICindication from a template, another number", {"ours": lambda: template.written(number=40)}, {}),
        Task(
            "the same, another number and message",
            {"ours": lambda: template.written(number=40, message=payload)},
            {},
        ),
    ]


def least(ways: Sequence[Callable[[], Any]], rounds: int) -> list[float]:
    """The shortest processor time of each way in microseconds."""
    counts = []
    for way in ways:
        begun = time.process_time()
        for _ in range(5):
            way()
        counts.append(max(int(0.02 / max((time.process_time() - begun) / 5, 1e-7)), 1))
    found = [float("inf")] * len(ways)
    for _ in range(rounds):
        for place, way in enumerate(ways):
            begun = time.process_time()
            for _ in range(counts[place]):
                way()
            found[place] = min(found[place], (time.process_time() - begun) / counts[place] * 1e6)
    return found


def main() -> int:
    """Measure, print a table or JSON; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=15, help="rounds of some 20 ms of each library")
    options.add_argument("--json", action="store_true", help="print one JSON document")
    arguments = options.parse_args()
    rows = []
    for task in tasks():
        times = dict(zip(task.ways, least(list(task.ways.values()), arguments.rounds), strict=True))
        rows.append({"task": task.name, "us": times, "wanted": task.wanted})
        if not arguments.json:
            others = "".join(
                f"  {name} {each:.1f} ({each / times['ours']:.1f} times"
                f"{f', wanted {task.wanted[name]}' if name in task.wanted else ''})"
                for name, each in times.items()
                if name != "ours"
            )
            print(f"{task.name}: {times['ours']:.1f} us, {1e6 / times['ours']:,.0f} a second{others}", flush=True)
    if arguments.json:
        print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
