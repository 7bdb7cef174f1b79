"""Messages a second: ours, plain asn1tools and pycrate side by side, on messages of real stacks."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.peers import asn1tools_codec, asn1tools_schema, pycrate_pdu
from benchmarks.samples import EDITION, Sample, samples
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models import PayloadKind, service_model

DECODERS: dict[str, Callable[[bytes], Any]] = {
    "ours": lambda octets: codec(EDITION).decode(octets),
    "asn1tools": lambda octets: asn1tools_codec(EDITION).decode(octets),
    "pycrate": lambda octets: pycrate_pdu().from_aper(octets),
}
# The ids of the two IEs that hold a service model's octets in an indication.
ID_HEADER, ID_MESSAGE = 25, 26
SAMPLES = pytest.mark.parametrize("sample", samples(), ids=str)


@SAMPLES
@pytest.mark.parametrize("library", DECODERS)
def test_decode(benchmark: BenchmarkFixture, sample: Sample, library: str) -> None:
    """E2AP alone: octets to a message with every IE read."""
    benchmark.group = f"decode {sample}"
    benchmark(DECODERS[library], sample.octets)


@SAMPLES
@pytest.mark.parametrize("library", ["ours", "asn1tools"])
def test_encode(benchmark: BenchmarkFixture, sample: Sample, library: str) -> None:
    """E2AP alone: a message to octets. pycrate's encoder is left out: it writes other octets."""
    benchmark.group = f"encode {sample}"
    if library == "ours":
        message = codec(EDITION).read(sample.octets)
        octets = benchmark(codec(EDITION).encode, message)
        assert len(octets) == len(sample.octets)
    else:
        outcome, name, fields = asn1tools_codec(EDITION).decode(sample.octets)
        benchmark(asn1tools_codec(EDITION).encode, outcome, name, fields)


INDICATION = next(sample for sample in samples() if sample.name == "RICindication")
KPM = service_model("kpm")
HEADER, MESSAGE = PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE


def read_whole(octets: bytes) -> tuple[RICindication, Any, Any]:
    """An indication and what its service model says in it."""
    indication = codec(EDITION).read(octets)
    assert isinstance(indication, RICindication)
    header = KPM.decode(HEADER, indication.ric_indication_header or b"", EDITION)
    message = KPM.decode(MESSAGE, indication.ric_indication_message or b"", EDITION)
    return indication, header.value, message.value


def write_whole(indication: RICindication, header: Any, message: Any) -> bytes:
    """The octets of an indication, its payloads written anew."""
    return codec(EDITION).encode(
        dataclasses.replace(
            indication,
            ric_indication_header=KPM.encode(HEADER, header, EDITION),
            ric_indication_message=KPM.encode(MESSAGE, message, EDITION),
        )
    )


def read_whole_with_asn1tools(octets: bytes) -> Any:
    """The same with asn1tools alone, by one edition of the service model and without a look at what is wrong."""
    _, _, fields = asn1tools_codec(EDITION).decode(octets)
    payloads = {number: value for number, _, value in fields}
    schema = asn1tools_schema("kpm", EDITION)
    header = schema.decode(KPM.types[HEADER], payloads[ID_HEADER])
    return fields, header, schema.decode(KPM.types[MESSAGE], payloads[ID_MESSAGE])


@pytest.mark.parametrize("read", [read_whole, read_whole_with_asn1tools], ids=["ours", "asn1tools"])
def test_decode_with_payload(benchmark: BenchmarkFixture, read: Callable[[bytes], Any]) -> None:
    """E2AP and KPM: octets to a message, its indication header and message read too."""
    benchmark.group = f"decode {INDICATION}, and the E2SM-KPM header and message in it"
    benchmark(read, INDICATION.octets)


def test_encode_with_payload(benchmark: BenchmarkFixture) -> None:
    """E2AP and KPM: values of all three to octets."""
    benchmark.group = f"encode {INDICATION}, and the E2SM-KPM header and message in it"
    whole = read_whole(INDICATION.octets)
    assert read_whole(benchmark(write_whole, *whole))[1:] == whole[1:]
