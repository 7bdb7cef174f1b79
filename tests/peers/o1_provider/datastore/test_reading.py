"""Filters (RFC 6241, 6 and 8.9), defaults (RFC 6243) and state in what is read."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Datastores, Filter, Refusal, Snapshot, WithDefaults, read
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from oran_harness.peers.o1_provider.datastore.xpath_filter import from_root
from tests.peers.o1_provider.datastore.conftest import USERS, cell, du, element

SPACES = {"m": "urn:oran-harness:yang:managed-element"}
DEFAULT = "{urn:ietf:params:xml:ns:netconf:default:1.0}default"


@pytest.fixture
def filled(models: Models) -> Snapshot:
    data = "<id>a</id><administrative-state>unlocked</administrative-state><gnb-du>"
    data += cell(1) + cell(2, "<tdd-pattern/>") + cell(3, "<arfcn-ul>4</arfcn-ul><nr-tac>5</nr-tac>") + "</gnb-du>"
    return Snapshot(models, tree_of(USERS + element(data)))


def subtree(models: Models, snapshot: Snapshot, xml: str) -> str:
    return inner(read(snapshot, models, wanted=Filter(subtree=etree.fromstring(f"<filter>{xml}</filter>"))))


def xpath(models: Models, snapshot: Snapshot, expression: str) -> str:
    return inner(read(snapshot, models, wanted=Filter(xpath=expression, namespaces=SPACES)))


def inner(tree: etree._Element) -> str:
    text = "".join(etree.tostring(each, encoding="unicode") for each in tree)
    return text.replace(' xmlns="urn:oran-harness:yang:managed-element"', "").replace(
        ' xmlns="urn:oran-harness:yang:users"', ""
    )


ID = "<managed-element><id>a</id></managed-element>"
CELL = "<nr-cell><local-id>{0}</local-id><nr-pci>{0}</nr-pci></nr-cell>"
PCI = f"<managed-element><gnb-du>{CELL}</gnb-du></managed-element>"
BOTH = ID.replace("</id>", "</id><administrative-state>unlocked</administrative-state>")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        (element("<id/>"), ID),
        (element("<id>a</id><administrative-state/>"), BOTH),
        (element("<id>b</id><administrative-state/>"), ""),
        ("<managed-element><id/></managed-element>", ID),
        ('<managed-element xmlns="urn:other"><id/></managed-element>', ""),
        (du("<nr-cell><local-id>1</local-id><nr-pci/></nr-cell>"), PCI.format(1)),
        (du("<nr-cell><local-id> 1 </local-id><nr-pci/></nr-cell>"), PCI.format(1)),
        (du("<nr-cell><local-id>9</local-id></nr-cell>"), ""),
        (
            du("<nr-cell><nr-tac>5</nr-tac><nr-pci/></nr-cell>"),
            PCI.format(3).replace("</nr-pci>", "</nr-pci><nr-tac>5</nr-tac>"),
        ),
        (element('<id x="1"/>'), ""),
    ],
)  # fmt: skip
def test_subtree_filters(given: str, expected: str, models: Models, filled: Snapshot) -> None:
    """RFC 6241, 6.2: namespaces, attributes, containment, selection and content match, each as it says."""
    found = subtree(models, filled, given)
    assert found == expected


def test_subtree_filters_are_a_union(models: Models, filled: Snapshot) -> None:
    """RFC 6241, 6.3: what any of several subtrees selects comes once."""
    both = du("<nr-cell><local-id>1</local-id></nr-cell><nr-cell><local-id>3</local-id></nr-cell>")
    found = subtree(
        models, filled, both + element("<gnb-du><nr-cell><local-id>1</local-id><nr-pci/></nr-cell></gnb-du>")
    )
    assert found.count("<nr-cell>") == 2
    assert found.count("<managed-element>") == 1
    assert "<local-id>2<" not in found
    assert "<nr-tac>5<" in found


def test_xpath_filters(models: Models, filled: Snapshot) -> None:
    """RFC 6241, 8.9: what the expression selects comes with the way to it, and the keys on that way."""
    for expression in (
        "/m:managed-element/m:gnb-du/m:nr-cell[m:local-id=1]/m:nr-pci",
        "//m:nr-cell[m:local-id = '1']/m:nr-pci",
        "m:managed-element/m:gnb-du/m:nr-cell[1]/m:nr-pci/text()",
        "//m:nr-pci[../m:local-id = 1 and /m:managed-element/m:id = 'a']",
    ):
        assert xpath(models, filled, expression) == PCI.format(1)
    assert "admin" in xpath(models, filled, "/")
    assert xpath(models, filled, "/managed-element") == ""
    assert xpath(models, filled, "/m:managed-element/m:id | //m:none") == ID


@pytest.mark.parametrize("expression", ["count(//*)", "q:x", "///", "", "//m:id["])
def test_xpath_filters_that_are_none(expression: str, models: Models, filled: Snapshot) -> None:
    """RFC 6241, 8.9: what is no node-set, or no expression, is refused with invalid-value."""
    with pytest.raises(Refusal) as refusal:
        xpath(models, filled, expression)
    assert refusal.value.errors[0].tag == "invalid-value"


def test_absolute_paths_begin_at_the_root_of_the_data() -> None:
    """Only a slash that begins a path is one; division and literals stay."""
    assert from_root("/a/b[/c = '/d']|//e") == "$root/a/b[$root/c = '/d']|$root//e"
    assert from_root("a div /b * /c and (/) or div/mod") == "a div $root/b * $root/c and ($root) or div/mod"


def test_with_defaults(models: Models, filled: Snapshot) -> None:
    """RFC 6243, 3: each mode tells of default values as it says."""
    port, state = "port", "administrative-state"
    told = {
        mode: [etree.QName(each).localname for each in read(filled, models, mode=mode).iter("{*}port", "{*}" + state)]
        for mode in WithDefaults
    }
    assert told[WithDefaults.EXPLICIT] == [state]
    assert told[WithDefaults.TRIM] == []
    assert told[WithDefaults.REPORT_ALL].count(port) == 1
    assert told[WithDefaults.REPORT_ALL].count(state) == 4
    tagged = read(filled, models, mode=WithDefaults.REPORT_ALL_TAGGED)
    assert {each.get(DEFAULT) for each in tagged.iter("{*}port", "{*}" + state)} == {"true"}
    assert all(each.get(DEFAULT) is None for each in tagged.iter("{*}id", "{*}local-id"))
    assert all(not each.attrib for each in read(filled, models, mode=WithDefaults.REPORT_ALL).iter())
    assert "tdd-pattern" in inner(read(filled, models, mode=WithDefaults.TRIM))


def test_what_is_read_is_the_callers_own(models: Models, filled: Snapshot) -> None:
    """Whoever changes what he read changes nothing of the datastore."""
    before = filled.xml
    for mode in WithDefaults:
        read(filled, models, mode=mode).clear()
    assert len(read(filled, models, mode=WithDefaults.REPORT_ALL)) > 1
    assert Snapshot(models, filled.root).xml == before


def test_state_joins_configuration(models: Models, filled: Snapshot) -> None:
    """State data go to the entries that they are of, by key; configuration keeps its values."""
    state = tree_of(element(
        "<id>other</id><vendor-name>v</vendor-name><gnb-du><nr-cell><local-id>2</local-id>"
        "<counters><prb-used>9</prb-used></counters></nr-cell></gnb-du>"
    ))  # fmt: skip
    found = read(filled, models, state=state)
    assert found.findtext(".//{*}managed-element/{*}id") == "a"
    assert found.findtext(".//{*}vendor-name") == "v"
    assert [
        each.findtext("{*}local-id") for each in found.iter("{*}nr-cell") if each.find("{*}counters") is not None
    ] == ["2"]


def test_a_candidate_that_is_not_valid_can_be_read(edit, stores: Datastores, models: Models) -> None:
    """Defaults of what is not valid are not known; what was set is told."""
    edit(du(cell(1, "")), "candidate")
    assert "nr-pci" in inner(read(stores.candidate, models, mode=WithDefaults.REPORT_ALL))
