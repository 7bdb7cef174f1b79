"""Where an entry is to be put, as its attributes say."""

import pytest

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore.anchors import Insertion, insertion_of
from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from tests.peers.o1_provider.datastore.conftest import config, du

ME = "urn:oran-harness:yang:managed-element"


def insertion(models: Models, attributes: str) -> Insertion:
    entry = f"<nr-cell><local-id>1</local-id><neighbour {attributes}><cell>2</cell></neighbour></nr-cell>"
    given = next(config(du(entry)).iter(f"{{{ME}}}neighbour"))
    schema = models.schema[f"{{{ME}}}managed-element"]
    for name in ("gnb-du", "nr-cell", "neighbour"):
        schema = schema.children[f"{{{ME}}}{name}"]
    return insertion_of(given, schema, models, None)


@pytest.mark.parametrize(
    "key", ["[m:cell='7']", '[m:cell="07"]', "[cell='7']", " [ m:cell = '+7' ] "]
)  # fmt: skip
def test_keys_in_any_form(key: str, models: Models) -> None:
    """RFC 7950, 7.8.6: either quotes, spaces, the list's own prefix or none; the value is taken canonically."""
    quote = "'" if '"' in key else '"'
    found = insertion(models, f'xmlns:m="{ME}" yang:insert="after" yang:key={quote}{key}{quote}')
    assert found == Insertion("after", ("7",))


@pytest.mark.parametrize(
    "key", ["", "7", "[m:cell='7'", "[m:cell='7'][m:cell='x']]", "[x:cell='7']", "[m:offset='7']", "[m:cell='x']"]
)
def test_keys_that_name_no_entry(key: str, models: Models) -> None:
    """RFC 7950, 7.8.6: what is no key predicate of the list, or has no value of it, is a bad attribute."""
    with pytest.raises(Refusal) as refusal:
        insertion(models, f'xmlns:m="{ME}" yang:insert="before" yang:key="{key}"')
    assert [error.tag for error in refusal.value.errors] == ["bad-attribute"]


def test_ends_need_no_anchor(models: Models) -> None:
    """RFC 7950, 7.8.6: first and last name no other entry."""
    assert [insertion(models, f'yang:insert="{each}"') for each in ("first", "last")] == [
        Insertion("first"),
        Insertion("last"),
    ]
