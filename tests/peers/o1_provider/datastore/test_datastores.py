"""Whatever is edited: a datastore is valid after each edit, and as it was after each refusal."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Datastores, Edit, Filter, Snapshot, plausible_data, read
from tests.peers.o1_provider.datastore.conftest import config, du, element

OPERATION = st.sampled_from(["", *(f'nc:operation="{o}"' for o in ("merge", "replace", "create", "delete", "remove"))])
INSERT = st.sampled_from(
    ["", 'yang:insert="first"', 'yang:insert="last"', 'yang:insert="before" yang:value="b"', 'yang:insert="up"']
)
TEXT = st.one_of(
    st.sampled_from(["1", "2", "unlocked", "n78", "fr2", "", "x", "-7", "a&amp;b", "é", "']"]),
    st.integers(-5, 2000).map(str),
)
LEAVES = st.sampled_from(
    ["local-id", "nr-pci", "arfcn-dl", "nr-tac", "band", "bandwidth", "subcarrier-spacing", "serves", "barred",
     "arfcn-ul", "administrative-state", "operational-state", "sector", "capability", "foo"]
)  # fmt: skip


def leaf() -> st.SearchStrategy[str]:
    return st.builds(lambda name, operation, text: f"<{name} {operation}>{text}</{name}>", LEAVES, OPERATION, TEXT)


def cells() -> st.SearchStrategy[str]:
    more = st.lists(
        st.one_of(
            leaf(),
            st.just("<tdd-pattern/>"),
            st.builds(lambda o, t: f"<neighbour {o}><cell>{t}</cell></neighbour>", OPERATION, TEXT),
            st.builds(lambda o, t: f"<power {o}><wanted>{t}</wanted></power>", OPERATION, TEXT),
        ),
        max_size=4,
    ).map("".join)
    key = st.one_of(st.integers(0, 4).map(lambda n: f"<local-id>{n}</local-id>"), st.just(""))
    whole = st.builds(lambda n: f"<nr-pci>{n}</nr-pci><arfcn-dl>{n}</arfcn-dl>", st.integers(0, 1200))
    return st.builds(
        lambda operation, key, whole, more: f"<nr-cell {operation}>{key}{whole}{more}</nr-cell>",
        OPERATION, key, st.one_of(whole, st.just("")), more,
    )  # fmt: skip


def edits() -> st.SearchStrategy[str]:
    managers = st.builds(
        lambda o, i, t: f"<managed-by {o} {i}>{t}</managed-by>", OPERATION, INSERT, st.sampled_from(["a", "b", "c", ""])
    )
    of_element = st.lists(st.one_of(managers, leaf()), max_size=4).map("".join).map(element)
    return st.one_of(st.lists(cells(), min_size=1, max_size=3).map("".join).map(du), of_element)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 3),
    changes=st.lists(
        st.tuples(
            edits(),
            st.sampled_from(["running", "candidate"]),
            st.sampled_from(["merge", "replace", "none"]),
            st.sampled_from(["stop-on-error", "rollback-on-error", "continue-on-error"]),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_a_datastore_stays_whole(seed: int, changes: list[tuple[str, str, str, str]], models: Models) -> None:
    """Running is valid after each edit and commit; an edit that is refused changes no octet."""
    start = Snapshot(models, plausible_data(models, seed))
    stores = Datastores(models, start)
    for xml, target, operation, on_error in changes:
        before = {name: stores.holds(name).xml for name in ("running", "candidate")}
        edit = Edit(config(xml), default_operation=operation, error_option=on_error)
        outcome = stores.edit(target, edit)
        assert all(error.tag and error.message for error in outcome.errors)
        if outcome.errors and on_error != "continue-on-error":
            assert stores.holds(target).xml == before[target]
        if target == "candidate":
            assert stores.running.xml == before["running"]
            if stores.validate("candidate"):
                assert stores.commit().errors
                assert stores.running.xml == before["running"]
            else:
                assert not stores.commit().errors
        assert not Snapshot(models, stores.running.root).violations
        assert Snapshot.read(models, stores.running.octets()).xml == stores.running.xml


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**20), other=st.integers(0, 2**20))
def test_what_is_put_is_what_is_got(seed: int, other: int, models: Models) -> None:
    """A whole configuration that takes the place of another is read back node for node."""
    first, second = (plausible_data(models, each) for each in (seed, other))
    stores = Datastores(models, Snapshot(models, first))
    given_config = etree.Element("{urn:ietf:params:xml:ns:netconf:base:1.0}config")
    given_config.extend(etree.fromstring(etree.tostring(child)) for child in second)
    assert not stores.edit("running", Edit(given_config, default_operation="replace")).errors
    found = {etree.tostring(child, method="c14n2") for child in read(stores.running, models)}
    assert found == {etree.tostring(child, method="c14n2") for child in second}
    for child in second:
        wanted = etree.Element("filter")
        etree.SubElement(wanted, child.tag)
        part = read(stores.running, models, wanted=Filter(subtree=wanted))
        assert [etree.tostring(each, method="c14n2") for each in part] == [etree.tostring(child, method="c14n2")]
