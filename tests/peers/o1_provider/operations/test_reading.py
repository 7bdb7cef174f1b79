"""get and get-config (RFC 6241 6, 7.1, 7.7, 8.9; RFC 6243)."""

import pytest
from lxml import etree

from tests.peers.o1_provider.chart import ELEMENT, MONITORING, STREAMS, SUPERVISION, Chart, edit, label, op

SOURCE = "<source><running/></source>"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"
WITH_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"


def filtered(name: str, inside: str, attributes: str = "") -> str:
    source = SOURCE if name == "get-config" else ""
    return op(name, f"{source}<filter {attributes}>{inside}</filter>")


def test_subtree() -> None:
    """Only what the filter selects comes back."""
    chart = Chart().up()
    chart.ok(edit("running", label("here")))
    asked = f'<managed-element xmlns="{ELEMENT}"><user-label/></managed-element>'
    for name in ("get", "get-config"):
        data = chart.data(filtered(name, asked))
        assert [each.text for each in data.iter("*") if each.text] == ["here"]


def test_xpath() -> None:
    """So it is with XPath, whose prefixes are those in scope."""
    chart = Chart().up()
    chart.ok(edit("running", label("here")))
    attributes = f'type="xpath" xmlns:m="{ELEMENT}" select="/m:managed-element/m:user-label"'
    for name in ("get", "get-config"):
        data = chart.data(filtered(name, "", attributes))
        assert [each.text for each in data.iter("*") if each.text] == ["here"]


@pytest.mark.parametrize(
    ("attributes", "error"),
    [
        ('type="xpath"', "protocol missing-attribute"),
        ('type="other"', "protocol bad-attribute"),
        ('type="xpath" select="///"', "protocol invalid-value"),
        ('type="xpath" select="/x:y"', "protocol invalid-value"),
        ('type="xpath" select="1+1"', "protocol invalid-value"),
    ],
)
def test_wrong_filters(attributes: str, error: str) -> None:
    """Each has its error-tag."""
    assert Chart().up().refused(filtered("get-config", "", attributes)) == error


def test_wrong_parameters() -> None:
    """Each has its error-tag."""
    chart = Chart().up()
    assert chart.refused(op("get-config")) == "protocol missing-element"
    assert chart.refused(op("get-config", "<source><other/></source>")) == "protocol bad-element"
    assert chart.refused(op("get-config", SOURCE + SOURCE)) == "protocol bad-element"
    assert chart.refused(op("get-config", SOURCE + "<more/>")) == "protocol unknown-element"
    assert chart.refused(op("get-config", SOURCE + '<more xmlns="urn:x"/>')) == "protocol unknown-namespace"
    assert chart.refused(op("get-config", "<source><url>a</url></source>")) == "protocol operation-not-supported"


def test_with_defaults() -> None:
    """Each mode that the hello names does what RFC 6243 says of it."""
    chart = Chart().up()
    config = f'<config><managed-element xmlns="{ELEMENT}"><location><latitude>1</latitude>'
    config += "<longitude>1</longitude><height>0</height></location></managed-element></config>"
    chart.ok(edit("running", config))
    height = f".//{{{ELEMENT}}}height"
    default = "{urn:ietf:params:xml:ns:netconf:default:1.0}default"

    def asked(mode: str) -> etree._Element:
        return chart.data(op("get-config", f'{SOURCE}<with-defaults xmlns="{WITH_DEFAULTS}">{mode}</with-defaults>'))

    assert asked("explicit").find(height) is not None
    assert asked("trim").find(height) is None
    assert asked("report-all").find(height).get(default) is None
    assert asked("report-all-tagged").find(height).get(default) == "true"
    interval = f".//{{{SUPERVISION}}}guard-timer-overhead"
    assert asked("report-all").find(interval) is not None
    wrong = op("get-config", f'{SOURCE}<with-defaults xmlns="{WITH_DEFAULTS}">some</with-defaults>')
    assert chart.refused(wrong) == "protocol invalid-value"


def test_state_is_not_configuration() -> None:
    """get-config tells no state, get does."""
    chart = Chart().up()
    state = [f"{{{MONITORING}}}netconf-state", f"{{{LIBRARY}}}yang-library", f"{{{STREAMS}}}netconf"]
    whole, config = chart.data(op("get")), chart.data(op("get-config", SOURCE))
    for tag in state:
        assert whole.find(tag) is not None
        assert config.find(tag) is None


def test_answers_after_an_edit() -> None:
    """The same question has another answer once something else is there."""
    chart = Chart().up()
    for text in ("a", "b"):
        chart.ok(edit("running", label(text)))
        assert chart.label() == text
        chart.ok(edit("candidate", label(text * 2)))
        assert chart.label("candidate") == text * 2
        chart.ok(op("discard-changes"))
        assert chart.label("candidate") == text


def test_rights() -> None:
    """What a user may not read is left out; another user's answer is another (RFC 8341 3.4.5)."""
    chart = Chart(groups={"nobody": ("swm",)}).up().up("2", "nobody")
    assert chart.data(op("get-config", SOURCE)).find(f"{{{ELEMENT}}}managed-element") is not None
    assert chart.data(op("get-config", SOURCE), "2").find(f"{{{ELEMENT}}}managed-element") is None
