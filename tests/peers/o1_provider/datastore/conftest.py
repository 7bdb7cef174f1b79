"""An element with our modules, and short ways to edit it."""

from collections.abc import Callable

import pytest
from lxml import etree

pytest.importorskip("oopt_gnpy_libyang")

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Datastores, Edit, Outcome, Snapshot, element_models
from oran_harness.peers.o1_provider.datastore.trees import tree_of

USERS = '<users xmlns="urn:oran-harness:yang:users"><user><name>admin</name></user></users>'


@pytest.fixture(scope="session")
def models() -> Models:
    return element_models()


@pytest.fixture
def stores(models: Models) -> Datastores:
    start = Snapshot(models, tree_of(USERS))
    return Datastores(models, start, startup=start)


def config(xml: str) -> etree._Element:
    return etree.fromstring(
        '<nc:config xmlns:nc="urn:ietf:params:xml:ns:netconf:base:1.0" xmlns:yang="urn:ietf:params:xml:ns:yang:1" '
        f'xmlns:wd="urn:ietf:params:xml:ns:netconf:default:1.0">{xml}</nc:config>'
    )


def element(xml: str) -> str:
    return f'<managed-element xmlns="urn:oran-harness:yang:managed-element">{xml}</managed-element>'


def du(xml: str) -> str:
    return element(f"<gnb-du>{xml}</gnb-du>")


def cell(number: int, more: str = "<arfcn-ul>3</arfcn-ul>", *, pci: int | None = None, attributes: str = "") -> str:
    return (
        f"<nr-cell {attributes}><local-id>{number}</local-id><nr-pci>{number if pci is None else pci}</nr-pci>"
        f"<arfcn-dl>640000</arfcn-dl>{more}</nr-cell>"
    )


@pytest.fixture
def edit(stores: Datastores) -> Callable[..., Outcome]:
    def edited(xml: str, target: str = "running", **options: object) -> Outcome:
        return stores.edit(target, Edit(config(xml), **options))  # type: ignore[arg-type]

    return edited
