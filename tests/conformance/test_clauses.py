"""Citations name clauses, and clauses are listed once."""

import pytest

from oran_harness import conformance
from oran_harness.conformance.clauses import Clause, cited, clauses, covers, editions
from oran_harness.model import Role

E2AP, S1AP = "O-RAN.WG3.E2AP", "3GPP TS 36.413"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("O-RAN.WG3.E2AP 8.3.1.2", [(E2AP, "8.3.1.2")]),
        ("O-RAN.WG3.E2AP 8.2.2A.2, 9.2.7", [(E2AP, "8.2.2A.2"), (E2AP, "9.2.7")]),
        ("O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.1", [(E2AP, "10"), (S1AP, "10.3.4.1")]),
        ("O-RAN.WG3.E2AP 9.3 and change history (1.01 and 2.00 on are incompatible)", [(E2AP, "9.3")]),
        ("O-RAN.WG3.E2SM-KPM 7.4, table 7.8-2", [("O-RAN.WG3.E2SM-KPM", "7.4")]),
        ("O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-10", [("O-RAN.WG10 O1", "6.1.2"), ("O-RAN.WG10 O1", "REQ-GNC-FUN-10")]),
        ("RFC 6241 7.2, appendix A", [("RFC 6241", "7.2"), ("RFC 6241", "A")]),
        ("RFC 9260 3.3", []),
        ("", []),
    ],
)
def test_what_a_citation_names(text: str, named: list[tuple[str, str]]) -> None:
    """A number stands for the document before it; remarks in brackets, tables and foreign documents name nothing."""
    assert list(cited(text)) == named


def test_a_clause_covers_what_lies_within() -> None:
    """8.3.1 holds 8.3.1.2 and not 8.3.11, and no clause of another document."""
    clause = Clause(E2AP, "8.3.1", "E2 Setup", Role.ends_of("e2"))
    assert [covers(clause, E2AP, number) for number in ("8.3.1", "8.3.1.2", "8.3.11", "8.3")] == [
        True,
        True,
        False,
        False,
    ]
    assert not covers(clause, S1AP, "8.3.1")


def test_the_list_is_whole() -> None:
    """Each clause once, of a document with an edition; every case of E2 cites a document that is listed."""
    listed = [(clause.document, clause.number) for clause in clauses()]
    assert len(set(listed)) == len(listed)
    assert {document for document, _ in listed} == set(editions())
    said = [case.description for case in conformance.load() if case.description.interface == "e2"]
    assert [each.id for each in said if not list(cited(each.clause))] == []
