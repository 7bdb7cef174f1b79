"""Data trees, and copies that keep what values mean."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import (
    Datastores,
    Edit,
    Filter,
    Rights,
    Snapshot,
    WithDefaults,
    element_models,
    read,
)
from oran_harness.peers.o1_provider.datastore.trees import Instances, copy_to, instance_path, quoted, tree_of, xml_of
from tests.peers.o1_provider.datastore.conftest import USERS, cell, config, du, element

ME = "urn:oran-harness:yang:managed-element"
BESIDE = """
module beside { yang-version 1.1; namespace "urn:beside"; prefix b;
  import oran-harness-managed-element { prefix me; }
  augment "/me:managed-element" {
    leaf kind { type identityref { base me:band; } } leaf to { type instance-identifier { require-instance false; } }
    list item { key id; ordered-by user; leaf id { type identityref { base me:band; } } } anyxml any; } }
"""
OWN = f'xmlns="urn:beside" xmlns:q="{ME}"'
KIND = f"<kind {OWN}>q:{{}}</kind>"
ITEM = f"<item {OWN} {{}}><id>q:{{}}</id></item>"
ALL = KIND + f"<to {OWN}>/q:managed-element/q:id</to>" + ITEM.format("", "fr1") + f'<any {OWN}><x q:y="1">q:z</x></any>'


@pytest.mark.parametrize(
    ("above", "inner"),
    [
        ('<o xmlns:p="urn:two"/>', '<p:i xmlns:p="urn:one" xmlns:q="urn:two" q:x="1">q:v</p:i>'),
        ('<o xmlns="urn:two"/>', '<i xmlns="urn:one" xmlns:q="urn:two" q:x="1"><j>q:v</j>t</i>'),
        ('<o xmlns="urn:two"/>', '<i xmlns="urn:two" xmlns:q="urn:two">q:v</i>'),
        ('<o xmlns:q="urn:other"/>', '<i xmlns="urn:two" xmlns:q="urn:two">q:v</i>'),
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_copies_keep_declarations(above: str, inner: str, before: bool) -> None:
    """XML names, 6: a prefix in a value or of an attribute means the same namespace after a copy as before it."""
    top, source = etree.fromstring(above), etree.fromstring(inner)
    sibling = copy_to(top, source)
    copy_to(top, source, sibling if before else None)
    again = etree.fromstring(etree.tostring(top))
    assert len(again) == 2
    for made in again:
        assert etree.QName(made).text == source.tag
        assert list(made.attrib.items()) == list(source.attrib.items())
        assert "".join(made.itertext()) == "".join(source.itertext())
        holder = next(each for each in made.iter() if each.text == "q:v")
        assert holder.nsmap["q"] == "urn:two"


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Models:
    folder: Path = tmp_path_factory.mktemp("yang")
    (folder / "beside.yang").write_text(BESIDE)
    return element_models([folder])


def strays(tree: etree._Element) -> list[str]:
    """The values whose prefix does not mean our module."""
    texts = [each for each in tree.iter("{urn:beside}*") if each.text and ":" in each.text]
    assert texts
    return [each.text for each in texts if each.nsmap.get(each.text.strip("/").partition(":")[0]) != ME]


@pytest.mark.parametrize(
    "edits",
    [
        [element(ALL.format("fr2"))],
        [element("<id>x</id>"), element(ALL.format("fr2"))],
        [element(ALL.format("n78")), element(ALL.format("fr2"))],
        [element(ALL.format("n78")), element(ALL.format("fr2")).replace(" xmlns", ' nc:operation="replace" xmlns', 1)],
        [element(ALL.format("fr2")), element(ITEM.format('yang:insert="first"', "fr2"))],
        [
            element(ALL.format("fr2") + ITEM.format("", "fr2")),
            element(ITEM.format("""yang:insert="before" yang:key="[b:id='q:fr1']" xmlns:b="urn:beside\"""", "fr2")),
        ],
    ],
)
def test_prefixes_of_values_survive_edits_and_reading(edits: list[str], beside: Models) -> None:
    """RFC 7950, 9.10.3 and 9.13.2: values of a module that augments another keep their prefixes, however they come."""
    for permit in (None, lambda access, schema, node: True):
        stores = Datastores(beside, Snapshot(beside, tree_of(USERS)))
        for xml in edits:
            assert not stores.edit("running", Edit(config(xml)), permit).errors
        assert strays(stores.running.root) == []
        assert not Snapshot.read(beside, stores.running.octets()).violations
        for mode in WithDefaults:
            assert strays(read(stores.running, beside, mode=mode, rights=Rights((), True))) == []
        for wanted in (
            Filter(subtree=etree.fromstring("<filter><managed-element><kind/><to/><item/></managed-element></filter>")),
            Filter(xpath="//b:kind|//b:to|//b:item", namespaces={"b": "urn:beside"}),
        ):
            state = tree_of(element("<vendor-name>v</vendor-name>"))
            assert strays(read(stores.running, beside, wanted=wanted, state=state)) == []
        assert [each.text for each in stores.running.root.iter("{urn:beside}id")][-1] == "ohme:fr1"


def test_an_instance_has_a_path(models: Models) -> None:
    """RFC 7950, 9.13: keys and values of leaf-lists tell instances apart; the root has no path."""
    tree = tree_of(du(cell(7, "<serves>it's</serves>")))
    name = "oran-harness-managed-element"
    way = f"/{name}:managed-element/{name}:gnb-du/{name}:nr-cell[{name}:local-id='7']"
    assert instance_path(next(tree.iter("{*}serves")), models.schema) == f'{way}/{name}:serves[.="it\'s"]'
    assert instance_path(tree, models.schema) is None


@given(st.text(st.characters(exclude_characters='"', codec="utf-8"), max_size=20))
def test_quoted_values_are_read_back(value: str) -> None:
    """XPath 1.0, 3.7: a literal gives back the value that it was made of."""
    try:
        holder = etree.Element("x", {"a": value})
    except ValueError:
        return
    assert holder.get("a") == etree.XPath(f"string({quoted(value)})")(holder)


def test_instances_are_found_after_they_come_go_and_are_built_anew(models: Models) -> None:
    """The table of instances follows the tree."""
    tree = tree_of(du(cell(1) + cell(2)))
    du_element = next(tree.iter("{*}gnb-du"))
    schema = models.schema[f"{{{ME}}}managed-element"].children[du_element.tag].children[f"{{{ME}}}nr-cell"]
    instances = Instances()
    first, second = du_element
    assert instances.find(du_element, schema, ("2",)) is second
    instances.remove(du_element, schema, second)
    du_element.remove(second)
    assert instances.find(du_element, schema, ("2",)) is None
    made = copy_to(du_element, tree_of(du(cell(2)))[0][0][0])
    instances.add(du_element, schema, made, ("2",))
    assert instances.find(du_element, schema, ("2",)) is made
    du_element.remove(first)
    instances.forget(du_element)
    assert instances.find(du_element, schema, ("1",)) is None
    assert xml_of(tree).count("<nr-cell>") == 1
