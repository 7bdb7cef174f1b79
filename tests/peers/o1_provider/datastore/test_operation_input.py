"""The input of operations is checked by its schema."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import input_errors, input_value

SUPERVISION = "urn:oran-harness:yang:supervision"
INTERVAL = "supervision-notification-interval"


@pytest.mark.parametrize(
    ("module", "name", "body", "tags"),
    [
        ("supervision", "supervision-watchdog-reset", "", []),
        ("supervision", "supervision-watchdog-reset", f"<{INTERVAL}>5</{INTERVAL}>", []),
        ("supervision", "supervision-watchdog-reset", f"<{INTERVAL}>0</{INTERVAL}>", ["invalid-value"]),
        ("supervision", "supervision-watchdog-reset", f"<{INTERVAL}>x</{INTERVAL}>", ["invalid-value"]),
        ("supervision", "supervision-watchdog-reset", "<foo/>", ["unknown-element"]),
        ("supervision", "supervision-watchdog-reset", '<foo xmlns="urn:none"/>', ["unknown-namespace"]),
        ("supervision", "supervision-watchdog-reset", f"<{INTERVAL}>5</{INTERVAL}>" * 2, ["bad-element"]),
        ("managed-element", "reset", "<reset-command>soft</reset-command>", ["invalid-value"]),
        ("managed-element", "reset", "<unit-to-reset></unit-to-reset>", ["invalid-value"]),
        ("software", "software-install", "<slot-name>a</slot-name>", ["missing-element"]),
        ("alarms", "acknowledge-alarms", "<user>u</user><alarm><fault-id>1</fault-id></alarm>", ["missing-element"]),
    ],
)
def test_input_is_checked(module: str, name: str, body: str, tags: list[str], models: Models) -> None:
    """RFC 7950, 8.3.1: what does not belong there, is missing or no value has its error-tag."""
    space = f"urn:oran-harness:yang:{module}"
    operation = etree.fromstring(f'<{name} xmlns="{space}">{body}</{name}>')
    errors = input_errors(operation, models.schema[f"{{{space}}}{name}"], models)
    assert [error.tag for error in errors] == tags


def test_defaults_of_input(models: Models) -> None:
    """A leaf that is not given has its default."""
    schema = models.schema[f"{{{SUPERVISION}}}supervision-watchdog-reset"]
    given = etree.fromstring(f'<x xmlns="{SUPERVISION}"><{INTERVAL}>7</{INTERVAL}></x>')
    assert input_value(given, schema, INTERVAL) == "7"
    assert input_value(given, schema, "guard-timer-overhead") == "10"
    assert input_value(given, schema, "none") is None
