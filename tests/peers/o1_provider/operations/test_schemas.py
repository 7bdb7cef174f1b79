"""get-schema (RFC 6022 3.1)."""

import pytest

from oran_harness.protocols.netconf import Side
from tests.peers.o1_provider.chart import MODELS, MONITORING, Chart, op


def schema(inside: str) -> str:
    return op("get-schema", inside, MONITORING)


def test_every_announced_module() -> None:
    """Each module and submodule that netconf-state lists can be had, and is what it is called."""
    chart = Chart().up()
    listed = chart.data(op("get", f'<filter><netconf-state xmlns="{MONITORING}"><schemas/></netconf-state></filter>'))
    found = [
        (each.findtext("{*}identifier"), each.findtext("{*}version")) for each in listed.iter(f"{{{MONITORING}}}schema")
    ]
    assert {name for name, _ in found} >= {module.name for module in MODELS.modules}
    for name, version in found:
        text = chart.data(schema(f"<identifier>{name}</identifier><version>{version}</version>")).text
        assert text is not None
        assert f"module {name} {{" in text


def test_capabilities() -> None:
    """Each module of the hello is one that can be had."""
    chart = Chart().up()
    said = chart.conversations["1"].hello(Side.SERVER)
    assert said is not None
    for each in said.capabilities.modules:
        chart.data(schema(f"<identifier>{each.module}</identifier><version>{each.revision}</version>"))


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ("", "protocol missing-element"),
        ("<identifier>nothing</identifier>", "application invalid-value"),
        ("<identifier>ietf-netconf</identifier><version>1999-01-01</version>", "application invalid-value"),
        ("<identifier>ietf-netconf</identifier><format>yin</format>", "protocol invalid-value"),
    ],
)
def test_refusals(inside: str, error: str) -> None:
    """Each has its error-tag."""
    assert Chart().up().refused(schema(inside)) == error
