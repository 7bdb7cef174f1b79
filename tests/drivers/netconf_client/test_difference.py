"""In what two configurations differ, and the edits between them: without a schema, and with ours."""

import random

import pytest
from lxml import etree

from oran_harness.codec.xml import parse
from oran_harness.codec.yang import Models, SchemaNode
from oran_harness.drivers.netconf_client.difference import content_of, misordered, parts
from oran_harness.peers.o1_provider.config import RUNNING
from oran_harness.peers.o1_provider.datastore import Datastores, Edit, Snapshot
from oran_harness.peers.o1_provider.datastore.trees import schema_of
from tests.conformance.o1.performing import models, stored

NC = "urn:ietf:params:xml:ns:netconf:base:1.0"
DATA = '<data xmlns="{}">{}</data>'


def tree(content: str) -> etree._Element:
    return parse(DATA.format(NC, content).encode())


def told(wanted: str, there: str) -> list[str]:
    """The differences as sentences."""
    return [str(each) for part in parts(tree(wanted), tree(there)) for each in part.differences]


@pytest.mark.parametrize(
    ("wanted", "there", "sentences"),
    [
        ("<a xmlns='u'><b>1</b></a>", "<a xmlns='u'><b>2</b></a>", ["/a/b holds '2' instead of '1'"]),
        ("<a xmlns='u'><b>1</b></a>", "", ["/a is missing"]),
        ("", "<a xmlns='u'><b>1</b></a>", ["/a is too much"]),
        (
            "<a xmlns='u'><e><n>1</n></e><e><n>2</n></e></a>",
            "<a xmlns='u'><e><n>2</n></e><e><n>3</n></e></a>",
            ["/a/e[n='1'] is missing", "/a/e[n='3'] is too much"],
        ),
        ("<a xmlns='u'><v>1</v><v>2</v></a>", "<a xmlns='u'><v>2</v></a>", ["/a/v[.='1'] is missing"]),
        # The prefix of a value is bound by a declaration that may be another one next time.
        ("<a xmlns='u' xmlns:p='x'>p:y</a>", "<a xmlns='u' xmlns:q='x'>q:y</a>", []),
        ("<a xmlns='u' xmlns:p='x'>/p:y/p:z</a>", "<a xmlns='u' xmlns:q='x'>/q:y/q:z</a>", []),
        ("<a xmlns='u'><e><n>1</n></e><e><n>2</n></e></a>", "<a xmlns='u'><e><n>2</n></e><e><n>1</n></e></a>", []),
    ],
)
def test_what_is_told(wanted: str, there: str, sentences: list[str]) -> None:
    """Paths for people, and what is so there."""
    assert told(wanted, there) == sentences


def test_the_order_of_entries() -> None:
    """It is told apart, for it may mean nothing; the edit puts each entry last, one after the other."""
    wanted, there = "<a xmlns='u'><v>1</v><v>2</v></a>", "<a xmlns='u'><v>2</v><v>1</v></a>"
    assert misordered(tree(wanted), tree(wanted)) == []
    (part,) = misordered(tree(wanted), tree(there))
    assert str(part.differences[0]) == "/a/v has its entries in another order"
    assert part.edit.count(b'insert="last"') == 2


def test_what_is_there_and_the_same_is_not_touched() -> None:
    """Only what differs is written: what our user may not read stays as it is."""
    common = "<secretive xmlns='u'><x>1</x><y><z>2</z></y></secretive>"
    (part,) = parts(tree(f"{common}<a xmlns='u'><b>1</b></a>"), tree(f"{common}<a xmlns='u'><b>2</b></a>"))
    assert b"secretive" not in part.edit
    assert b"replace" not in part.edit


def mutated(root: etree._Element, seed: int, known: dict[str, SchemaNode]) -> etree._Element:
    """A configuration with some nodes gone, keys aside."""
    draw, made = random.Random(seed), parse(etree.tostring(root))
    for _ in range(4):
        nodes = [each for each in made.iter("{*}*") if (schema := schema_of(each, known)) and not schema.is_key()]
        chosen = draw.choice(nodes)
        chosen.getparent().remove(chosen)
    return made


@pytest.mark.parametrize("seed", range(5))
def test_edits_lead_back(seed: int) -> None:
    """On a real edit engine: whatever went, and whatever came, some edits of differences make the one the other."""
    known: Models = models()
    whole = Snapshot.read(known, stored()[RUNNING]).root
    lesser = mutated(whole, seed, known.schema)
    for wanted, there in ((whole, lesser), (lesser, whole)):
        stores = Datastores(known, Snapshot(known, parse(etree.tostring(there))))
        for _ in range(5):
            found = parts(wanted, stores.candidate.root)
            if not found:
                break
            edit = tree(b"".join(part.edit for part in found).decode())
            outcome = stores.edit("candidate", Edit(edit))
            assert [error.message for error in outcome.errors] == []
        assert content_of(pruned(stores.candidate.root)) == content_of(pruned(wanted))


def pruned(root: etree._Element) -> etree._Element:
    """Without containers that hold nothing: the engine does not keep them."""
    made = parse(etree.tostring(root))
    for each in [*made.iter("{*}*")][::-1]:
        above = each.getparent()
        if above is not None and not len(each) and not (each.text or "").strip():
            above.remove(each)
    return made
