"""The procedure and IE tables of each E2AP edition, held against its own schema. Needs no reference."""

import pytest

from tests.specs.schemas import E2AP, parsed, schema_files, tables

SIDES = ("initiating", "successful", "unsuccessful")
CRITICALITIES = {"reject", "ignore", "notify"}
PRESENCES = {"mandatory", "optional", "conditional"}


@pytest.mark.parametrize("edition", E2AP)
class TestTables:
    def test_the_file_says_which_edition_it_is(self, edition: str) -> None:
        """A table file carries the interface and edition under which editions.toml lists it."""
        assert (tables(edition)["interface"], tables(edition)["edition"]) == ("E2AP", edition)

    def test_every_message_has_an_ie_set(self, edition: str) -> None:
        """Each message of each procedure names an IE set of the edition, and no other message does."""
        rows = tables(edition)["procedures"]
        messages = {row[side] for row in rows for side in SIDES if row[side] is not None}
        assert set(tables(edition)["messages"]) == messages
        assert set(tables(edition)["messages"].values()) <= set(tables(edition)["ie_sets"])

    def test_every_message_is_a_type_of_the_schema(self, edition: str) -> None:
        """Each message's type holds protocolIEs, a list of the fields of its IE set, and may be extended behind it."""
        types = parsed(*schema_files("e2ap", edition))["E2AP"]["types"]
        for message, ie_set in tables(edition)["messages"].items():
            container, marker = types[message]["members"]
            assert container["name"] == "protocolIEs"
            assert container["element"]["type"] == f"{ie_set}-Field"
            assert marker is None

    def test_every_ie_type_exists(self, edition: str) -> None:
        """Each row of an IE set names a type of the schema, or one that ASN.1 brings."""
        types = parsed(*schema_files("e2ap", edition))["E2AP"]["types"]
        named = {row["type"] for rows in tables(edition)["ie_sets"].values() for row in rows}
        assert named - set(types) == set()

    def test_every_ie_set_has_a_field(self, edition: str) -> None:
        """Each IE set has its ...-Field of id, criticality and open type in the schema, and no field is left over."""
        types = parsed(*schema_files("e2ap", edition))["E2AP"]["types"]
        fields = {name.removesuffix("-Field") for name in types if name.endswith("-Field")}
        assert fields == set(tables(edition)["ie_sets"])
        shapes = {str(types[f"{name}-Field"]) for name in fields}
        assert len(shapes) == 1
        assert [member["name"] for member in types[f"{fields.pop()}-Field"]["members"]] == [
            "id",
            "criticality",
            "value",
        ]

    def test_numbers_are_given_once(self, edition: str) -> None:
        """A procedure code stands for one procedure, an IE id once in a set, and always for the same name."""
        codes = [row["code"] for row in tables(edition)["procedures"]]
        assert len(codes) == len(set(codes))
        names: dict[int, set[str]] = {}
        for rows in tables(edition)["ie_sets"].values():
            assert len({row["id"] for row in rows}) == len(rows)
            for row in rows:
                names.setdefault(row["id"], set()).add(row["name"])
        assert {number: several for number, several in names.items() if len(several) > 1} == {}

    def test_criticality_and_presence_are_of_their_kind(self, edition: str) -> None:
        """Criticality is reject, ignore or notify; presence is mandatory, optional or conditional."""
        rows = [row for rows in tables(edition)["ie_sets"].values() for row in rows]
        assert {row["criticality"] for row in [*rows, *tables(edition)["procedures"]]} <= CRITICALITIES
        assert {row["presence"] for row in rows} <= PRESENCES


def test_a_later_edition_keeps_what_a_number_means() -> None:
    """A procedure code is never given to another procedure, nor an IE id to another IE: decoding may try editions."""
    codes: dict[int, set[str]] = {}
    for edition in E2AP:
        for row in tables(edition)["procedures"]:
            codes.setdefault(row["code"], set()).add(row["name"].lower())
    assert {code: names for code, names in codes.items() if len(names) > 1} == {}
