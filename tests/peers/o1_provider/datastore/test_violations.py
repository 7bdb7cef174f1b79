"""Each refusal has the error that RFC 6241 appendix A and RFC 7950, 8.3 and 15 name, and changes nothing."""

import pytest

from oran_harness.peers.o1_provider.datastore import Datastores
from tests.peers.o1_provider.datastore.conftest import cell, du, element

ME = "/oran-harness-managed-element:managed-element"
P = "oran-harness-managed-element:"
CELL = f"{ME}/{P}gnb-du/{P}nr-cell[{P}local-id='1']"
CARRIERS = '<user-plane-configuration xmlns="urn:oran-harness:yang:carriers">{}</user-plane-configuration>'
OP = "nc:operation"

CASES = {
    "unknown element": (element("<foo/>"), "unknown-element", "", ME, {"bad-element": "foo"}),
    "unknown namespace": (
        '<x xmlns="urn:none"/>', "unknown-namespace", "", "", {"bad-element": "x", "bad-namespace": "urn:none"},
    ),
    "state data": (element("<vendor-name>x</vendor-name>"), "unknown-element", "", ME, {"bad-element": "vendor-name"}),
    "unknown attribute": (
        element('<id foo="1">x</id>'), "unknown-attribute", "", ME, {"bad-attribute": "foo", "bad-element": "id"},
    ),
    "bad operation": (
        element(f'<id {OP}="zap">x</id>'), "bad-attribute", "", ME,
        {"bad-attribute": "operation", "bad-element": "id"},
    ),
    "insert where the system orders": (
        element('<tag yang:insert="first">a</tag>'), "unknown-attribute", "", ME,
        {"bad-attribute": "insert", "bad-element": "tag"},
    ),
    "insert without an anchor": (
        element('<managed-by yang:insert="after">a</managed-by>'), "missing-attribute", "", ME,
        {"bad-attribute": "value", "bad-element": "managed-by"},
    ),
    "insert beside nothing": (
        element('<managed-by yang:insert="after" yang:value="z">a</managed-by>'), "bad-attribute", "missing-instance",
        f"{ME}/{P}managed-by[.='a']", {"bad-attribute": "value", "bad-element": "managed-by"},
    ),
    "insert nowhere": (
        element('<managed-by yang:insert="up">a</managed-by>'), "bad-attribute", "", ME,
        {"bad-attribute": "insert", "bad-element": "managed-by"},
    ),
    "anchor of no key": (
        du(cell(1, '<barred/><neighbour yang:insert="before" yang:key="[x=1]"><cell>2</cell></neighbour>')),
        "bad-attribute", "", CELL, {"bad-attribute": "key", "bad-element": "neighbour"},
    ),
    "value": (element("<management-address><port>99999</port></management-address>"), "invalid-value", "",
              f"{ME}/{P}management-address/{P}port", {}),
    "pattern with an app-tag": (element("<tag>X</tag>"), "invalid-value", "bad-tag", f"{ME}/{P}tag", {}),
    "range with an app-tag": (
        du(cell(1, "<arfcn-ul>3</arfcn-ul><nr-tac>99999999</nr-tac>")), "invalid-value", "tac-range",
        f"{CELL}/{P}nr-tac", {},
    ),
    "identity": (du(cell(1, "<arfcn-ul>3</arfcn-ul><band>zz</band>")), "invalid-value", "", f"{CELL}/{P}band", {}),
    "missing key": (du("<nr-cell><nr-pci>1</nr-pci></nr-cell>"), "missing-element", "",
                    f"{ME}/{P}gnb-du/{P}nr-cell", {"bad-element": "local-id"}),
    "two cases": (du(cell(1, "<arfcn-ul>3</arfcn-ul><tdd-pattern/>")), "bad-element", "", CELL,
                  {"bad-element": "tdd-pattern"}),
    "a leaf twice": (element("<id>a</id><id>b</id>"), "bad-element", "", ME, {"bad-element": "id"}),
    "text and no elements": ("text", "bad-element", "", "", {"bad-element": "config"}),
    "text beside elements": (element("text<id>a</id>"), "bad-element", "", "", {"bad-element": "managed-element"}),
    "mandatory leaf": (du("<nr-cell><local-id>1</local-id><nr-pci>1</nr-pci><arfcn-ul>3</arfcn-ul></nr-cell>"),
                       "data-missing", "", CELL, {}),
    "mandatory choice": (du(cell(1, "")), "data-missing", "missing-choice", CELL, {"missing-choice": "duplex"}),
    "must": (du(cell(1, "<arfcn-ul>3</arfcn-ul><power><wanted>50</wanted></power>")), "operation-failed",
             "must-violation", f"{CELL}/{P}power/{P}wanted", {}),
    "must with an app-tag": (du(cell(1, "<tdd-pattern><downlink-slots>9</downlink-slots></tdd-pattern>")),
                             "operation-failed", "pattern-too-long", f"{CELL}/{P}tdd-pattern", {}),
    "when": (du(cell(1, "<arfcn-ul>3</arfcn-ul><subcarrier-spacing>60</subcarrier-spacing>")), "unknown-element", "",
             f"{CELL}/{P}subcarrier-spacing", {"bad-element": "subcarrier-spacing"}),
    "unique": (du(cell(1) + cell(2, pci=1)), "operation-failed", "data-not-unique", "",
               {"non-unique": f"{CELL}/{P}nr-pci"}),
    "too many": (element("".join(f"<tag>a{n}</tag>" for n in range(9))), "operation-failed", "too-many-elements",
                 f"{ME}/{P}tag", {}),
    "too few": (
        du(cell(1) + "<cell-group><name>a</name><member>1</member><master>1</master></cell-group>"),
        "operation-failed", "too-few-elements", f"{ME}/{P}gnb-du/{P}cell-group[{P}name='a']/{P}member", {},
    ),
    "leafref": (du(cell(1, "<arfcn-ul>3</arfcn-ul><serves>x</serves>")), "data-missing", "instance-required",
                f"{CELL}/{P}serves[.='x']", {}),
    "instance-identifier": (
        du(cell(1, '<arfcn-ul>3</arfcn-ul><sector xmlns:c="urn:oran-harness:yang:carriers">'
                   '/c:user-plane-configuration/c:tx-array-carriers[c:name="x"]</sector>')),
        "data-missing", "instance-required", f"{CELL}/{P}sector", {},
    ),
    "delete of nothing": (element(f'<id {OP}="delete"/>'), "data-missing", "", f"{ME}/{P}id", {}),
    "delete of no entry": (
        du(f'<nr-cell {OP}="delete"><local-id>1</local-id></nr-cell>'), "data-missing", "", CELL, {},
    ),
    "not the default": (
        element('<administrative-state wd:default="true">locked</administrative-state>'), "invalid-value", "",
        f"{ME}/{P}administrative-state", {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_refusal_has_its_error(name: str, edit, stores: Datastores) -> None:
    """The first error has the tag, app-tag, path and info of the RFC, with its prefixes bound; running is untouched."""
    xml, tag, app_tag, path, info = CASES[name]
    before = stores.running
    error = edit(xml).errors[0]
    assert (error.tag, error.app_tag, error.path) == (tag, app_tag, path)
    assert error.message
    found = {each.tag.rpartition("}")[2]: each.text for each in reversed(error.info)}
    assert {key: found.get(key) for key in info} == info
    assert not path or error.prefixes["oran-harness-managed-element"] == "urn:oran-harness:yang:managed-element"
    assert stores.running is before


def test_create_of_what_exists_is_data_exists(edit, stores: Datastores) -> None:
    """RFC 6241, 7.2: create of an existing node is refused with data-exists and the node's path."""
    assert not edit(du(cell(1))).errors
    before = stores.running.xml
    error = edit(du(cell(1, attributes='nc:operation="create"'))).errors[0]
    assert (error.type, error.tag, error.path) == ("application", "data-exists", CELL)
    assert stores.running.xml == before


def test_operation_none_demands_what_it_names(edit) -> None:
    """RFC 6241, 7.2: with default-operation none, a node that is not there is data-missing."""
    error = edit(du("<nr-cell><local-id>1</local-id></nr-cell>"), default_operation="none").errors[0]
    assert (error.tag, error.path) == ("data-missing", CELL)


def test_constraints_of_the_candidate_wait_for_the_commit(edit, stores: Datastores) -> None:
    """RFC 7950, 8.3.3: the candidate may be incomplete; validate and commit refuse it, and nothing is lost."""
    assert not edit(du(cell(1, "")), "candidate").errors
    assert [error.app_tag for error in stores.validate("candidate")] == ["missing-choice"]
    running = stores.running
    assert [error.app_tag for error in stores.commit().errors] == ["missing-choice"]
    assert stores.running is running
    assert stores.modified
    assert not edit(du(cell(1)), "candidate").errors
    assert not stores.commit().errors
    assert "nr-cell" in stores.running.xml


def test_test_then_set_validates_the_candidate_too(edit, stores: Datastores) -> None:
    """RFC 6241, 7.2: test-then-set and test-only validate first; test-only sets nothing."""
    assert edit(du(cell(1, "")), "candidate", test_option="test-then-set").errors
    assert not stores.modified
    assert not edit(du(cell(1)), "candidate", test_option="test-only").errors
    assert not stores.modified
