from oran_harness.captures.assembly import LARGEST_MESSAGE, Assembly, Budget, Fragment
from oran_harness.captures.chunks import FIRST, LAST, UNORDERED


def fragment(
    flags: int, octets: bytes | None, frame: int = 1, number: int = 0, interleaved: bool = False, sequence: int = 0
) -> Fragment:
    return Fragment(flags, 0, sequence, number if interleaved else 70, octets, frame, interleaved)


def assembly() -> tuple[Assembly, list[str], Budget]:
    notes: list[str] = []
    budget = Budget()
    return Assembly(budget, notes), notes, budget


def test_a_whole_chunk_is_a_message() -> None:
    """A chunk that is first and last is given back as it is."""
    made, notes, _ = assembly()
    whole = fragment(FIRST | LAST, b"one")
    assert made.take(whole) is whole
    assert made.idle
    assert notes == []


def test_fragments_are_joined() -> None:
    """Octets in order, PPID of the first, frame of the latest; what was held is free again."""
    made, _, budget = assembly()
    assert made.take(fragment(FIRST, b"a", 7)) is None
    assert not made.idle
    assert made.take(fragment(0, b"b", 9)) is None
    assert budget.used > 0
    whole = made.take(fragment(LAST, b"c", 8))
    assert whole is not None
    assert (whole.octets, whole.frame, whole.ppid) == (b"abc", 9, 70)
    assert budget.used == 0


def test_interleaved_messages() -> None:
    """I-DATA of several messages side by side is told apart by message identifier (RFC 8260)."""
    made, notes, _ = assembly()
    made.take(fragment(FIRST, b"a", sequence=1, interleaved=True))
    made.take(fragment(FIRST, b"x", sequence=2, interleaved=True))
    made.take(fragment(0, b"b", number=1, sequence=1, interleaved=True))
    two = made.take(fragment(LAST, b"y", number=1, sequence=2, interleaved=True))
    one = made.take(fragment(LAST, b"c", number=2, sequence=1, interleaved=True))
    assert two is not None
    assert one is not None
    assert (one.octets, two.octets, notes) == (b"abc", b"xy", [])


def test_an_interleaved_message_with_a_hole_is_lost() -> None:
    """A fragment sequence number that does not follow loses the message, and its rest stays silent."""
    made, notes, _ = assembly()
    made.take(fragment(FIRST, b"a", interleaved=True))
    assert made.take(fragment(0, b"c", number=2, interleaved=True)) is None
    assert made.take(fragment(LAST, b"d", number=3, interleaved=True)) is None
    assert len(notes) == 1
    assert made.idle


def test_a_message_that_is_not_continued() -> None:
    """A new beginning before the end loses the message before it, and says so."""
    made, notes, _ = assembly()
    made.take(fragment(FIRST, b"a", 3))
    assert made.take(fragment(FIRST | LAST, b"b", 4)) is not None
    assert notes == ["incomplete: the message seen first in frame 3 is not continued"]


def test_a_message_of_another_stream_does_not_continue_it() -> None:
    """A fragment with other flags, stream or sequence number ends the message."""
    made, notes, _ = assembly()
    made.take(fragment(FIRST, b"a"))
    assert made.take(fragment(UNORDERED, b"b")) is None
    assert made.headless
    assert made.take(fragment(LAST, b"c")) is None
    assert len(notes) == 1
    assert made.idle


def test_no_beginning() -> None:
    """A message without a beginning is reported once and passed over to its end."""
    made, notes, _ = assembly()
    assert [made.take(fragment(flags, b"a")) for flags in (0, 0, LAST)] == [None] * 3
    assert len(notes) == 1
    assert made.take(fragment(FIRST | LAST, b"b")) is not None


def test_truncated_fragments_lose_their_message() -> None:
    """A fragment that was not captured whole loses its message; a whole one comes back without octets."""
    made, _, budget = assembly()
    made.take(fragment(FIRST, b"a"))
    made.take(fragment(0, None))
    assert made.take(fragment(LAST, b"c")) is None
    assert budget.used == 0
    whole = made.take(fragment(FIRST | LAST, None))
    assert whole is not None
    assert whole.octets is None


def test_messages_are_bounded() -> None:
    """A message beyond 16 MiB is given up, not kept."""
    made, notes, budget = assembly()
    made.take(fragment(FIRST, b"a"))
    piece = bytes(60_000)
    for _ in range(LARGEST_MESSAGE // 60_000 + 2):
        made.take(fragment(0, piece))
    assert budget.used == 0
    assert notes == ["incomplete: the message seen first in frame 1 is longer than 16 MiB"]


def test_open_messages_are_bounded() -> None:
    """However many interleaved messages never end, only some are kept."""
    made, notes, budget = assembly()
    for number in range(1000):
        made.take(fragment(FIRST, bytes(100), sequence=number, interleaved=True))
    assert budget.used < 65 * 300
    assert all(note.startswith("given up") for note in notes)


def test_a_gap_interrupts() -> None:
    """Behind a gap nothing is joined before the next beginning."""
    made, notes, budget = assembly()
    made.take(fragment(FIRST, b"a"))
    made.interrupt()
    assert made.take(fragment(LAST, b"b")) is None
    assert (budget.used, notes) == (0, [])
    assert made.idle
