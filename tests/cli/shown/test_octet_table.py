"""Rows of a tree beside their octets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.shown.message_tree import MessageTree
from oran_harness.cli.shown.octet_table import complaint_text, table
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.tree_row import TreeRow
from oran_harness.model import Complaint, ComplaintKind
from oran_harness.protocols.e2ap.codec import codec
from tests.cli.messages import DELETE, SETUP, SUBSCRIPTION

PLAIN = Terminal()


def test_octets_stand_beside_the_values() -> None:
    """Offset in decimal, octets in hexadecimal, and the value at its depth."""
    assert list(table(PLAIN, list(MessageTree(DELETE).rows(codec("2.03").trace(DELETE))))) == [
        "  octet  octets                   message",
        "      0  00 09 00 12 00           RICsubscriptionDeleteRequest  initiatingMessage, procedure 9, reject",
        "      4  00 00 02                   protocolIEs  2 elements",
        "      7  00 1d 00 05 00               RICrequestID  IE 29, reject",
        "     11  00 03 fd                       ricRequestorID  1021",
        "     14  00 00                          ricInstanceID  0",
        "     16  00 05 00 02 00 93            RANfunctionID  IE 5, reject: 147",
    ]


def test_long_values_are_cut_unless_all_is_asked_for() -> None:
    """More than four lines of octets are three lines and how many are left."""
    row = TreeRow(bytes(range(100)), 0, 0, 800, 0, "long")
    short, whole = list(table(PLAIN, [row])), list(table(PLAIN, [row], every_octet=True))
    assert (len(short), short[-1].strip()) == (5, "... 76 more octets")
    assert len(whole) == 1 + 13
    assert "more octets" not in "\n".join(whole)


def test_complaints_stand_below_their_row() -> None:
    """Each with an exclamation mark, what was expected and what was found, in red where there is colour."""
    complaint = Complaint(ComplaintKind.OUT_OF_RANGE, "a.b", 0, 0, "out of range", "0..7", "9")
    row = TreeRow(b"\x09", 0, 0, 8, 1, "label", "9", [complaint])
    assert list(table(PLAIN, [row]))[-1].strip() == "! out of range (expected 0..7, found 9)"
    assert "\x1b[31m! out" in list(table(Terminal(colour=True), [row]))[-1]
    assert complaint_text(Complaint(ComplaintKind.MALFORMED, "", 0, 0, "bad \x1b")) == r"bad \x1b"


def test_nothing_that_a_peer_wrote_steers_the_terminal() -> None:
    """Labels and texts are made printable."""
    assert "\x1b" not in "".join(table(PLAIN, [TreeRow(b"\x00", 0, 0, 8, 0, "a\x1b[2J", "b\x1b[2J")]))


@settings(max_examples=60, database=None, deadline=None)
@given(st.sampled_from([DELETE, SETUP, SUBSCRIPTION]), st.integers(0, 300), st.integers(0, 255))
def test_every_octet_is_in_the_table(message: bytes, at: int, put: int) -> None:
    """Whatever the octets are, all of them are shown, padding and lengths between values too."""
    octets = bytearray(message)
    octets[at % len(octets)] = put
    tree = MessageTree(bytes(octets))
    rows = list(tree.rows(codec("2.03").trace(bytes(octets))))
    behind = tree.behind(rows)
    shown: dict[int, int] = {}
    for line in list(table(PLAIN, rows if behind is None else [*rows, behind], every_octet=True))[1:]:
        offset, digits = line[:7].strip(), line[9:32].split()
        shown |= {int(offset) + n: int(pair, 16) for n, pair in enumerate(digits)} if digits else {}
    assert bytes(shown[n] for n in range(len(octets))) == bytes(octets)
