"""Paths of access rules."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models, SchemaNode
from oran_harness.peers.o1_provider.datastore.rule_path import RulePath, rule_path
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from tests.peers.o1_provider.datastore.conftest import cell, du

ME = "urn:oran-harness:yang:managed-element"
NAME = "oran-harness-managed-element"


def path(models: Models, text: str) -> RulePath:
    element = etree.Element("path", nsmap={"m": ME})
    element.text = text
    return rule_path(element, models)


def node(models: Models, *names: str) -> SchemaNode:
    schema = models.schema[f"{{{ME}}}managed-element"]
    for name in names:
        schema = schema.children[f"{{{ME}}}{name}"]
    return schema


@pytest.mark.parametrize(
    "text",
    ["/m:managed-element/m:gnb-du", f"/{NAME}:managed-element/{NAME}:gnb-du", f"/{NAME}:managed-element/gnb-du",
     "  /m:managed-element/m:gnb-du  "],
)  # fmt: skip
def test_prefixes_are_declared_or_names_of_modules(text: str, models: Models) -> None:
    """RFC 8341, 3.3.4: prefixes are bound by the XML; names of modules, which JSON has, lead to the same node."""
    assert path(models, text) == path(models, "/m:managed-element/m:gnb-du")


def test_a_path_leads_to_its_node_and_all_below(models: Models) -> None:
    """RFC 8341, 3.4.5: a path matches its node and what is below, not what is above or beside."""
    found = path(models, "/m:managed-element/m:gnb-du")
    assert found.leads_to(node(models, "gnb-du", "nr-cell", "nr-pci"))
    assert not found.leads_to(node(models))
    assert not found.leads_to(node(models, "location"))


def test_a_module_that_is_not_there_leads_nowhere(models: Models) -> None:
    """RFC 8341, 3.3.4: a path with an unknown name matches nothing, and is no error."""
    assert not path(models, "/none:managed-element").leads_to(node(models))


@pytest.mark.parametrize(
    ("keys", "met"),
    [("[m:local-id='1']", [True, False]), ('[m:local-id="2"]', [False, True]), ("[local-id = '1']", [True, False]),
     ("", [True, True]), ("[m:local-id='1'][m:nr-pci='9']", [False, False])],
)  # fmt: skip
def test_keys_pick_entries(keys: str, met: list[bool], models: Models) -> None:
    """RFC 8341, 3.3.4: all keys that are given must fit; a key that is absent stands for any."""
    found = path(models, f"/m:managed-element/m:gnb-du/m:nr-cell{keys}")
    assert found.has_keys is bool(keys)
    pcis = tree_of(du(cell(1) + cell(2))).iter(f"{{{ME}}}nr-pci")
    assert [found.is_met(each) for each in pcis] == met


def test_signs_in_values_do_not_end_a_step(models: Models) -> None:
    """RFC 7950, 14 (instance-identifier): slashes and brackets between quotes are part of the value."""
    found = path(models, "/m:managed-element/m:tag[.='a/b]c']")
    assert found.steps[-1] == (f"{{{ME}}}tag", ((".", "a/b]c"),))
