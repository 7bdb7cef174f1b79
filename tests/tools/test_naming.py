"""How names of the specifications become Python names."""

import keyword

import pytest
from naming import class_name, field_name

from tests.specs.schemas import E2AP, SERVICE_MODELS, parsed, schema_files, tables


@pytest.mark.parametrize(
    ("asn1", "python"),
    [
        ("ricRequestorID", "ric_requestor_id"),
        ("GlobalE2node-ID", "global_e2_node_id"),
        ("ranFunctionDefinition", "ran_function_definition"),
        ("gNB-DU-ID", "gnb_du_id"),
        ("pLMN-Identity", "plmn_identity"),
        ("TransactionID", "transaction_id"),
        ("fiveQI", "five_qi"),
        ("measName", "meas_name"),
        ("indicationMessage-Format1", "indication_message_format1"),
    ],
)
def test_words_are_those_of_the_specification(asn1: str, python: str) -> None:
    """A field is its member's name in snake case; acronyms that the specification glues together are words."""
    assert field_name(asn1) == python


def test_a_class_keeps_the_name_of_its_type() -> None:
    """A class is called as in ASN.1, with underscores for dashes."""
    assert class_name("E2SM-KPM-IndicationHeader") == "E2SM_KPM_IndicationHeader"


def test_every_name_of_every_edition_becomes_one_field() -> None:
    """Members of one type never share a field, and every field is a name that Python allows."""
    groups = [[row["name"] for row in rows] for edition in E2AP for rows in tables(edition)["ie_sets"].values()]
    for key, edition in [*(("e2ap", edition) for edition in E2AP), *SERVICE_MODELS]:
        for path in schema_files(key, edition):
            for module in parsed(path).values():
                groups += [
                    [member["name"] for member in definition["members"] if member]
                    for definition in module["types"].values()
                    if definition["type"] == "SEQUENCE"
                ]
    for names in groups:
        fields = [field_name(name) for name in names]
        assert len(set(fields)) == len(fields), names
        assert [name for name in fields if not name.isidentifier() or keyword.iskeyword(name)] == []
