"""Subtree filters, rule by rule."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore.subtree_filter import subtree
from oran_harness.peers.o1_provider.datastore.trees import tree_of, xml_of
from tests.peers.o1_provider.datastore.conftest import USERS, element

ONE = "<slice><name>a</name><sst>1</sst><sd>AAAAAA</sd></slice>"
TWO = "<slice><name>b</name><sst>1</sst></slice>"
THREE = "<slice><name>c</name><sst>2</sst></slice>"
TAGS = "<tag>x</tag><tag>y</tag>"
TREE = USERS + element(f"<id>i</id>{TAGS}<gnb-du>{ONE}{TWO}{THREE}</gnb-du>")


def slices(xml: str) -> str:
    return element(f"<gnb-du>{xml}</gnb-du>")


KEY = "<slice><name>{}</name></slice>"
CASES = {
    "6.2.1 a namespace alone matches nothing": ('<x xmlns="urn:oran-harness:yang:managed-element"/>', ""),
    "6.2.1 any prefix is right": (
        '<p:managed-element xmlns:p="urn:oran-harness:yang:managed-element"><p:id/></p:managed-element>',
        element("<id>i</id>"),
    ),
    "6.2.1 no namespace below one is any": (
        element('<id xmlns=""/>'), element("<id>i</id>"),
    ),
    "6.2.3 a container is there only for what matches in it": (slices("<slice><sd>BBBBBB</sd></slice>"), ""),
    "6.2.3 a containment node that leads nowhere is nothing": (element("<gnb-du><none/></gnb-du>"), ""),
    "6.2.3 a leaf contains nothing": (element("<id><x/></id>"), ""),
    "6.2.4 a selection of all entries": (slices("<slice><sd/></slice>"), slices(
        KEY.format("a").replace("</slice>", "<sd>AAAAAA</sd></slice>"))),
    "6.2.4 a selection with space and comments": (element("<id> <!-- x --> </id>"), element("<id>i</id>")),
    "6.2.5 only content matches select all of the node": (slices("<slice><sst>1</sst></slice>"), slices(ONE + TWO)),
    "6.2.5 content matches are a conjunction": (
        slices("<slice><sst>1</sst><sd>AAAAAA</sd></slice>"), slices(ONE),
    ),
    "6.2.5 a match that fails takes its siblings along": (
        slices("<slice><name>b</name><sst>2</sst><sd/></slice>"), "",
    ),
    "6.2.5 matches come with what is selected": (
        slices("<slice><sst>2</sst><name/></slice>"), slices(THREE),
    ),
    "6.2.5 a match that leads past a failing containment stays": (
        slices("<slice><sst>2</sst><none><x/></none></slice>"), slices(THREE),
    ),
    "6.2.5 a leaf-list is matched value by value": (element("<tag>y</tag><id/>"), element("<id>i</id><tag>y</tag>")),
    "6.4.2 an empty filter": ("", ""),
    "6.4.3 a whole subtree": ('<users xmlns="urn:oran-harness:yang:users"/>', USERS),
    "6.4.4 one leaf of every entry": (slices("<slice><name/></slice>"), slices("".join(map(KEY.format, "abc")))),
    "6.4.7 several entries by several subtrees": (
        slices("<slice><name>a</name></slice><slice><name>c</name><sst/></slice>"), slices(ONE + THREE),
    ),
    "6.4.8 attributes must be there": (element('<id xml:lang="en"/>'), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rules_of_subtree_filters(name: str, models: Models) -> None:
    """RFC 6241, 6.2 to 6.4: each rule, by its clause."""
    given, expected = CASES[name]
    found = subtree(tree_of(TREE), etree.fromstring(f"<filter>{given}</filter>"), models.schema)
    assert sorted(xml_of(found)) == sorted(expected)
    assert [each.tag for each in found.iter()] == [each.tag for each in tree_of(expected).iter()]


def test_attributes_are_matched_by_name_and_value(models: Models) -> None:
    """RFC 6241, 6.2.2: all attributes of the filter, with their values; the data may have more."""
    tree = tree_of(element('<id xmlns:n="urn:n" n:a="1" n:b="2">i</id>'))
    for attributes, there in (('n:a="1"', True), ('n:a="2"', False), ('a="1"', False), ('n:a="1" n:b="2"', True)):
        given = f'<filter xmlns:n="urn:n">{element(f"<id {attributes}/>")}</filter>'
        assert (len(subtree(tree, etree.fromstring(given), models.schema)) == 1) is there
