"""What an edit wants, checked and noted."""

import pytest

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore.payload import Payload, read_payload
from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.datastore.trees import xml_of
from tests.peers.o1_provider.datastore.conftest import cell, config, du, element


def payload(models: Models, xml: str) -> Payload:
    return read_payload(config(xml), models, {module.name: module.namespace for module in models.modules})


def test_what_has_no_operation_is_taken_whole(models: Models) -> None:
    """An edit without operations notes none but the root's, whether or not attributes were there to be looked at."""
    for xml in (du(cell(1)), du(cell(1)).replace("<nr-cell ", '<nr-cell xml:lang="en" ')):
        found = payload(models, xml)
        assert list(found.instructions) == ["0"]
        assert not found.busy
        assert "mark" not in xml_of(found.root)


def test_operations_are_noted_where_they_stand(models: Models) -> None:
    """RFC 6241, 7.2: the operation of an element is that element's; what leads to it is busy, what is beside is not."""
    found = payload(models, du(cell(1, attributes='nc:operation="create"') + cell(2)))
    assert [each.operation for each in found.instructions.values()] == [None, "create"]
    busy = [each.tag.rpartition("}")[2] for each in found.root.iter() if each in found.busy]
    assert busy == ["data", "managed-element", "gnb-du", "nr-cell"]


def test_values_of_what_goes_do_not_count(models: Models) -> None:
    """RFC 6241, 7.2: a delete names a node; neither its value nor what is in it is looked at."""
    xml = element(
        '<management-address><port nc:operation="delete">x</port></management-address>'
        '<location nc:operation="remove"><latitude>nowhere</latitude></location>'
    )
    found = payload(models, xml)
    going = [(schema.name, operation) for each in found.instructions.values() for schema, operation in each.going]
    assert sorted(going) == [("location", "remove"), ("port", "delete")]
    assert "nowhere" not in xml_of(found.root)


def test_an_entry_that_goes_needs_its_keys(models: Models) -> None:
    """RFC 7950, 7.8.5: an entry is told by its keys, also where it is deleted."""
    with pytest.raises(Refusal) as refusal:
        payload(models, du('<nr-cell nc:operation="delete"><nr-pci>1</nr-pci></nr-cell>'))
    assert [error.tag for error in refusal.value.errors] == ["missing-element"]


def test_all_errors_of_form_are_told_at_once(models: Models) -> None:
    """RFC 6241, 4.3: a reply may hold several errors; each that is found is there, in order."""
    with pytest.raises(Refusal) as refusal:
        payload(models, element('<foo/><id nc:operation="zap">a</id><id x="1">b</id>'))
    assert [error.tag for error in refusal.value.errors] == [
        "unknown-element", "bad-attribute", "bad-element", "unknown-attribute",
    ]  # fmt: skip


def test_the_callers_element_is_left_alone(models: Models) -> None:
    """What was received is as it was after it has been read."""
    given = config(du(cell(1, attributes='nc:operation="merge"')))
    before = xml_of(given)
    read_payload(given, models, {})
    assert xml_of(given) == before
