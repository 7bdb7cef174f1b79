"""specs/ against the facts of the reference folder, member by member."""

from pathlib import Path
from typing import Any

import pytest

from tests.specs.schemas import E2AP, SERVICE_MODELS, differing, facts, parsed, schema_files, tables

SIDES = ("initiating", "successful", "unsuccessful")

# Types that only our flattened schemas have, because asn1tools knows no information objects.
FLATTENED = {"Criticality", "ProcedureCode", "ProtocolIE-ID"}
# A stand-in for what E2SM-RC 7.00 names and defines nowhere.
STAND_INS = {("rc", "7.00"): {"CauseRICrequest"}}


def e2ap(reference: Path, edition: str) -> dict[str, Any]:
    """The facts of an E2AP edition."""
    return facts(reference, f"e2ap-{edition}")


@pytest.mark.parametrize("edition", E2AP)
class TestE2ap:
    def test_procedures(self, reference: Path, edition: str) -> None:
        """Each procedure code has the messages and the criticality that the edition gives it, and no code is ours."""
        ours = {
            str(row["code"]): {**{side: row[side] for side in SIDES}, "criticality": row["criticality"]}
            for row in tables(edition)["procedures"]
        }
        assert ours == e2ap(reference, edition)["procedures"]

    def test_ie_sets(self, reference: Path, edition: str) -> None:
        """Each IE set has the edition's IE ids, each with its type, criticality and presence."""
        ours = {
            name: {str(row["id"]): {key: row[key] for key in ("type", "criticality", "presence")} for row in rows}
            for name, rows in tables(edition)["ie_sets"].items()
        }
        assert ours == e2ap(reference, edition)["ie_sets"]

    def test_ie_order(self, reference: Path, edition: str) -> None:
        """The IEs of a set stand in the order in which a message has to carry them."""
        ours = {name: [row["id"] for row in rows] for name, rows in tables(edition)["ie_sets"].items() if len(rows) > 1}
        assert ours == facts(reference, "e2ap-ie-order")[edition]

    def test_ids_and_codes_are_named_as_in_the_edition(self, reference: Path, edition: str) -> None:
        """The name of an IE or procedure is that of the constant with its number."""
        constants = e2ap(reference, edition)["constants"]
        named = [(row["name"], row["id"]) for rows in tables(edition)["ie_sets"].values() for row in rows]
        named += [(row["name"], row["code"]) for row in tables(edition)["procedures"]]
        assert [pair for pair in named if constants.get(f"id-{pair[0]}") != pair[1]] == []

    def test_bounds(self, reference: Path, edition: str) -> None:
        """Each bound of the schema has the edition's value."""
        values = parsed(*schema_files("e2ap", edition))["E2AP"]["values"]
        constants = e2ap(reference, edition)["constants"]
        assert {name: value["value"] for name, value in values.items()} == {name: constants[name] for name in values}

    def test_types(self, reference: Path, edition: str) -> None:
        """Each type has the edition's members in order, with their types, bounds, presence and extension markers."""
        ours = parsed(*schema_files("e2ap", edition))["E2AP"]["types"]
        theirs = e2ap(reference, edition)["types"]
        assert differing(ours, theirs) == {}
        extra = {name for name in set(ours) - set(theirs) if not name.endswith("-Field")}
        assert extra <= FLATTENED


# E2SM-NI is older than E2SM common, and takes nothing from it.
WITHOUT_COMMON = {"ni"}


@pytest.mark.parametrize(("key", "edition"), SERVICE_MODELS)
class TestServiceModels:
    def test_types(self, reference: Path, key: str, edition: str) -> None:
        """Each type of the service model has the edition's members in order, with bounds and extension markers."""
        ours, theirs = self.modules(reference, key, edition)
        assert differing(ours["types"], theirs["types"]) == {}
        assert set(ours["types"]) - set(theirs["types"]) == STAND_INS.get((key, edition), set())

    def test_bounds(self, reference: Path, key: str, edition: str) -> None:
        """Each bound of the service model has the edition's value."""
        ours, theirs = self.modules(reference, key, edition)
        assert differing(theirs["values"], ours["values"]) == {}

    def test_imports(self, reference: Path, key: str, edition: str) -> None:
        """The service model takes from E2SM common what the edition takes from it."""
        ours, theirs = self.modules(reference, key, edition)
        assert {module: set(names) for module, names in ours["imports"].items()} == {
            module: set(names) for module, names in theirs.get("imports", {}).items()
        }

    def test_common(self, reference: Path, key: str, edition: str) -> None:
        """Each type of E2SM common is that of the common edition which the service model's document builds on."""
        name = "E2SM-COMMON-IEs"
        if key in WITHOUT_COMMON:
            assert [name in parsed(path) for path in schema_files(key, edition)] == [False]
            return
        ours = next(tree[name] for tree in map(parsed, schema_files(key, edition)) if name in tree)
        theirs = facts(reference, f"e2sm-{key}-{edition}").get(name) or facts(reference, "e2sm-common-5.00")[name]
        assert differing(ours["types"], theirs["types"]) == {}
        assert set(ours["types"]) == set(theirs["types"])
        assert differing(theirs["values"], ours["values"]) == {}

    @staticmethod
    def modules(reference: Path, key: str, edition: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The service model's own module: ours, and the reference's."""
        name = f"E2SM-{key.upper()}-IEs"
        ours = next(tree[name] for tree in map(parsed, schema_files(key, edition)) if name in tree)
        return ours, facts(reference, f"e2sm-{key}-{edition}")[name]


def test_common_7_is_common_5(reference: Path) -> None:
    """E2SM common 7.00 defines what 5.00 defines, so one file serves both."""
    assert facts(reference, "e2sm-common-7.00") == facts(reference, "e2sm-common-5.00")
