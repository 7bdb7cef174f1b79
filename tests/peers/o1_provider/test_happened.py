"""What the element tells of itself (RFC 6470)."""

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import Snapshot
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from oran_harness.peers.o1_provider.happened import config_change, session_end
from tests.peers.o1_provider.chart import ELEMENT, EVENTS, MODELS, Chart

CELL = "<nr-cell><local-id>{0}</local-id><nr-pci>{0}</nr-pci><arfcn-dl>640000</arfcn-dl></nr-cell>"


def change(before: str, after: str) -> Element:
    """What is told when the element's data become others."""
    old, new = (
        Snapshot(MODELS, tree_of(f'<managed-element xmlns="{ELEMENT}">{inside}</managed-element>'))
        for inside in (before, after)
    )
    return config_change("running", old, new, MODELS, None)


def edits(event: Element) -> list[tuple[str, str]]:
    """The operation and the end of the target of each edit, without prefixes."""
    found = [(each.findtext("{*}operation"), each.findtext("{*}target")) for each in event.iter(f"{{{EVENTS}}}edit")]
    return [
        (operation, target.replace("oran-harness-managed-element:", "").rpartition("/")[2])
        for operation, target in found
    ]


def test_edits() -> None:
    """Each change is an edit with its target (RFC 6470 2.2), whose prefixes are bound."""
    event = change("<user-label>a</user-label><id>x</id>", "<user-label>b</user-label><tag>c</tag>")
    assert edits(event) == [("merge", "user-label"), ("create", "tag[.='c']"), ("delete", "id")]
    assert event.find("{*}changed-by/{*}server") is not None
    for target in event.iter(f"{{{EVENTS}}}target"):
        assert target.nsmap["oran-harness-managed-element"] == ELEMENT


def test_what_comes_with_another() -> None:
    """What is below a node that came or went is not named, at whatever depth; what is below others of its kind is."""
    first, second = CELL.format(1), CELL.format(2)
    assert edits(change("", f"<gnb-du>{first}</gnb-du>")) == [("create", "gnb-du")]
    assert edits(change(f"<gnb-du>{first}</gnb-du>", "")) == [("delete", "gnb-du")]
    labelled = second.replace("<nr-pci>", "<user-label>x</user-label><nr-pci>")
    found = edits(change(f"<gnb-du>{second}</gnb-du>", f"<gnb-du>{first}{labelled}</gnb-du>"))
    assert found == [("create", "nr-cell[local-id='1']"), ("create", "user-label")]


def test_very_many_edits() -> None:
    """The first hundred are told."""
    many = "".join(CELL.format(n) for n in range(1, 120))
    assert len(edits(change("<gnb-du/>", f"<gnb-du>{many}</gnb-du>"))) == 100


def test_end_of_a_session() -> None:
    """Who killed it is told just where somebody did, and so is the address just where it is known (RFC 6470 2.2)."""
    chart = Chart().up()
    session = chart.provider.managed.sessions[1]
    session.ends_by, session.remote = "timeout", ""
    assert session_end(session).find("{*}killed-by") is None
    assert session_end(session).find("{*}source-host") is None
    session.ends_by, session.killed_by, session.remote = "killed", 7, "192.0.2.9"
    event = session_end(session)
    assert event.findtext("{*}killed-by") == "7"
    assert event.findtext("{*}source-host") == "192.0.2.9"
    assert event.findtext("{*}termination-reason") == "killed"
