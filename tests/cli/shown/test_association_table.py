"""Who spoke with whom."""

from oran_harness.checkers import AssociationSummary, EndSummary
from oran_harness.cli.shown.association_table import association_document, association_lines
from oran_harness.cli.shown.terminal import Terminal

KNOWN = AssociationSummary(
    "1",
    (EndSummary("e2-node", "10.0.0.1:40000", "gNB 001/01 0x1"), EndSummary("near-rt-ric", "10.0.0.2:36421", None)),
    "2.03",
    12,
    ("KPM 2.03", "RC 1.03"),
)
UNKNOWN = AssociationSummary("2", (EndSummary(None, "a\x1b", None), EndSummary(None, "b", None)), None, 1, ())


def test_one_row_an_end() -> None:
    """Association, messages, edition, role, address, identity, service models; unknown is said."""
    assert list(association_lines(Terminal(), [KNOWN, UNKNOWN])) == [
        "ASSOCIATIONS",
        "  assoc  messages  E2AP     role          address         identity        service models",
        "  1      12        2.03     e2-node       10.0.0.1:40000  gNB 001/01 0x1  KPM 2.03, RC 1.03",
        "                            near-rt-ric   10.0.0.2:36421  -",
        r"  2      1         unknown  role unknown  a\x1b           -",
        "                            role unknown  b               -",
    ]


def test_sessions_of_o1_have_the_columns_of_o1() -> None:
    """Nobody has an identity or service models there; a recording of both interfaces has all columns."""
    ends = (EndSummary("o1-manager", "m", None), EndSummary("o1-provider", "e", None))
    session = AssociationSummary("1", ends, "1.1", 58, (), "o1")
    assert list(association_lines(Terminal(), [session])) == [
        "ASSOCIATIONS",
        "  assoc  messages  NETCONF  role         address",
        "  1      58        1.1      o1-manager   m",
        "                            o1-provider  e",
    ]
    assert "version  role" in list(association_lines(Terminal(), [session, KNOWN]))[1]


def test_documents_are_those_of_the_contract() -> None:
    """Unknown is null."""
    assert association_document(KNOWN) == {
        "id": "1",
        "ends": [
            {"role": "e2-node", "address": "10.0.0.1:40000", "id": "gNB 001/01 0x1"},
            {"role": "near-rt-ric", "address": "10.0.0.2:36421", "id": None},
        ],
        "version": "2.03",
        "messages": 12,
    }
    assert association_document(UNKNOWN)["ends"][0]["role"] is None
    assert association_document(UNKNOWN)["version"] is None
