"""What XPath filters may cost."""

import pytest

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Refusal
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from oran_harness.peers.o1_provider.datastore.xpath_filter import selected, work
from tests.peers.o1_provider.datastore.conftest import cell, du

SPACES = {"m": "urn:oran-harness:yang:managed-element"}
CELLS = "/m:managed-element/m:gnb-du/m:nr-cell"
TREE = du("".join(cell(number, pci=number % 1000) for number in range(400)))


@pytest.mark.parametrize(
    "expression",
    [
        "//*[count(//*[count(//*) > 0]) > 0]", "//*//*//*", "//*/following::*/preceding::*", "//*[. = //*[. = //*]]",
        "//*/../*/../*/../*/../*", "//*[(//*)[(//*)]]", "//*[/*[//*]//*]",
        "//*/descendant-or-self::node()/descendant::*",
        "//m:id" + " | //m:id" * 2000, f"//*[translate(string(/), '{'ab' * 3900}', '') = 'x']",
        "//*[translate(string(//m:nr-cell), string(/), '') = 'x']", "//*[translate(., ., '') = 'x']",
        f"//*[contains(string(/), '{'a' * 7800}')]",
    ],
)  # fmt: skip
def test_filters_that_take_too_long_are_refused(expression: str, models: Models) -> None:
    """RFC 6241, appendix A: what needs more than the element gives is resource-denied, before it is tried."""
    with pytest.raises(Refusal) as refusal:
        selected(tree_of(TREE), expression, SPACES, models.schema)
    assert [error.tag for error in refusal.value.errors] == ["resource-denied"]
    assert len(refusal.value.errors[0].message) < 200


@pytest.mark.parametrize(
    ("expression", "count"),
    [
        (CELLS, 400), (f"{CELLS}[m:local-id = 7]", 1), ("//m:nr-cell[m:nr-pci > 9][m:nr-pci < 12]", 2),
        (f"{CELLS}[1] | {CELLS}[last()]", 2), (f"{CELLS}[m:local-id = 7]/preceding-sibling::m:nr-cell", 7),
        ("//m:nr-pci[../m:local-id = 7 and /m:managed-element]", 1), ("//m:nr-cell[not(../m:nr-cell/m:nr-tac)]", 400),
        (f"{CELLS}[starts-with(m:local-id, '39')]", 11),
        (f"{CELLS}[translate(m:local-id, '0123456789', 'abcdefghij') = 'h']", 1), (f"{CELLS}[contains(., ',')]", 0),
    ],
)  # fmt: skip
def test_filters_in_use_are_done(expression: str, count: int, models: Models) -> None:
    """RFC 6241, 8.9: paths, keys, unions, siblings and conditions are done in a tree of usual size."""
    found = selected(tree_of(TREE), expression, SPACES, models.schema)
    assert len(list(found.iter("{*}nr-cell"))) == count


def test_work_is_told_by_how_expressions_nest() -> None:
    """What is in a predicate is done for each node before it; what stands beside is done once more."""
    assert work("//a", 100, 10) == 100
    assert work("//a[//b]", 100, 10) >= 10_000
    assert work("//a | //b and //c", 100, 10) == 300
    assert work("/a/b/c[d = 'x//y']", 100, 10) < 10
