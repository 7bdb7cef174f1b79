"""What a datastore holds at one time."""

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Snapshot, WithDefaults
from oran_harness.peers.o1_provider.datastore.trees import tree_of, xml_of
from tests.peers.o1_provider.datastore.conftest import USERS, cell, du, element


def test_it_is_checked_once_and_only_if_asked(models: Models) -> None:
    """Whoever only reads or keeps a snapshot pays for no check, and two who ask pay for one."""
    asked: list[str] = []

    class Counting:
        schema = models.schema

        @staticmethod
        def check(xml: str) -> object:
            asked.append(xml)
            return models.check(xml)

    snapshot = Snapshot(Counting(), tree_of(USERS))  # type: ignore[arg-type]
    assert snapshot.octets() == USERS.encode()
    assert asked == []
    assert not snapshot.violations
    assert snapshot.tree(WithDefaults.REPORT_ALL) is snapshot.tree(WithDefaults.REPORT_ALL)
    assert len(asked) == 1


def test_modes_leave_the_configuration_alone(models: Models) -> None:
    """RFC 6243, 2: a mode changes what is told, not what is held."""
    snapshot = Snapshot(models, tree_of(USERS + element("<administrative-state>unlocked</administrative-state>")))
    before = snapshot.xml
    for mode in WithDefaults:
        snapshot.tree(mode)
    assert xml_of(snapshot.root) == before


def test_trim_leaves_no_empty_container(models: Models) -> None:
    """RFC 6243, 2.2: trim tells of no default, nor of a container that held only defaults, unless it has presence."""
    port = "<management-address><port>830</port></management-address>"
    told = xml_of(Snapshot(models, tree_of(USERS + element(port))).tree(WithDefaults.TRIM))
    assert "management-address" not in told
    pattern = "<tdd-pattern><period>10</period></tdd-pattern>"
    told = xml_of(Snapshot(models, tree_of(USERS + du(cell(1, pattern)))).tree(WithDefaults.TRIM))
    assert "<tdd-pattern/>" in told
