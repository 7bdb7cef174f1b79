import random
from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.assembly import Budget, Fragment
from oran_harness.captures.chunks import FIRST, LAST, UNORDERED
from oran_harness.captures.reassembly import MOST_HELD, PATIENCE, Message, Reassembly
from tests.captures.packets import pieces

QUICK = settings(database=None, deadline=None, max_examples=120)
WRAP = 1 << 32
Numbered = tuple[int, Fragment]

MESSAGES = st.lists(
    st.tuples(
        st.integers(0, 2), st.booleans(), st.binary(min_size=1, max_size=6), st.lists(st.integers(1, 3), max_size=3)
    ),
    min_size=1,
    max_size=12,
)


def chunks_of(messages: Iterable[tuple[int, bool, bytes, list[int]]], tsn: int) -> list[list[Numbered]]:
    """The chunks of each message, as a sender numbers them."""
    sequences: Counter[int] = Counter()
    made = []
    for number, (stream, unordered, octets, sizes) in enumerate(messages):
        parts = pieces(octets, sizes)
        chunks = []
        for place, part in enumerate(parts):
            flags = (FIRST if place == 0 else 0) | (LAST if part is parts[-1] and place == len(parts) - 1 else 0)
            flags |= UNORDERED if unordered else 0
            sequence = 0 if unordered else sequences[stream] & 0xFFFF
            chunks.append((tsn % WRAP, Fragment(flags, stream, sequence, number, part, 1)))
            tsn += 1
        if not unordered:
            sequences[stream] += 1
        made.append(chunks)
    return made


def single(tsn: int, octets: bytes, stream: int = 0, sequence: int = 0, flags: int = FIRST | LAST) -> Numbered:
    return tsn % WRAP, Fragment(flags, stream, sequence, 70, octets, 1)


def feed(made: Reassembly, chunks: Iterable[Numbered], now: int = 0) -> list[bytes]:
    for tsn, fragment in chunks:
        made.receive(tsn, fragment, now)
    return taken(made)


def taken(made: Reassembly) -> list[bytes]:
    octets = [message.octets for message in made.ready]
    made.ready.clear()
    return octets


def started(tsn: int = 1) -> Reassembly:
    made = Reassembly(Budget())
    made.start(tsn)
    return made


def by_order(messages: Iterable[Message], unordered: set[int]) -> tuple[dict[int, list[int]], Counter[int]]:
    """Ordered messages by stream, unordered ones as a bag; messages are known by their PPID."""
    ordered: dict[int, list[int]] = {}
    loose: Counter[int] = Counter()
    for message in messages:
        if message.ppid in unordered:
            loose[message.ppid] += 1
        else:
            ordered.setdefault(message.stream, []).append(message.ppid)
    return ordered, loose


@QUICK
@given(MESSAGES, st.sampled_from([1, WRAP - 3, WRAP - 1]), st.randoms(use_true_random=False), st.data())
def test_shuffled_repeated_and_lost_chunks(
    messages: list[tuple[int, bool, bytes, list[int]]], tsn: int, order: random.Random, data: st.DataObject
) -> None:
    """Every message of which all chunks came is delivered once, whole, in the order of its stream; no other is."""
    chunks = chunks_of(messages, tsn)
    lost = data.draw(st.sets(st.sampled_from([each for whole in chunks for each, _ in whole]), max_size=3))
    sent = [chunk for whole in chunks for chunk in whole if chunk[0] not in lost]
    sent += data.draw(st.lists(st.sampled_from(sent), max_size=5)) if sent else []
    order.shuffle(sent)
    budget = Budget()
    made = Reassembly(budget)
    made.start(tsn)
    for number, fragment in sent:
        made.receive(number, fragment, 0)
    made.finish()
    expected = [
        Message(stream, number, octets, 1)
        for number, (stream, _, octets, _) in enumerate(messages)
        if not lost & {each for each, _ in chunks[number]}
    ]
    unordered = {number for number, message in enumerate(messages) if message[1]}
    assert by_order(made.ready, unordered) == by_order(expected, unordered)
    assert {message.ppid: message.octets for message in made.ready} == {each.ppid: each.octets for each in expected}
    assert budget.used == 0
    assert lost or not made.notes


@QUICK
@given(st.lists(st.tuples(st.integers(0, WRAP - 1), st.integers(0, 15), st.integers(0, 2), st.booleans()), max_size=60))
def test_any_chunks_raise_nothing(chunks: list[tuple[int, int, int, bool]]) -> None:
    """Whatever TSNs, flags and kinds a peer sends: no exception, and nothing is held in the end."""
    budget = Budget()
    made = Reassembly(budget)
    for place, (tsn, flags, stream, interleaved) in enumerate(chunks):
        near = tsn % 40 if place % 3 else tsn
        if flags & 8:
            made.acknowledge(near, place)
        elif place % 11 == 10:
            made.forward(near)
        made.receive(near, Fragment(flags & 7, stream, tsn % 5, 0, b"x" if tsn % 7 else None, 1, interleaved), place)
    made.finish()
    made.relieve()
    assert budget.used == 0


def test_ordered_messages_do_not_overtake() -> None:
    """On one stream a message waits for the one before it; another stream and unordered ones do not."""
    made = started()
    assert feed(made, [single(2, b"late", sequence=1)]) == []
    assert feed(made, [single(3, b"other", stream=5)]) == [b"other"]
    assert feed(made, [single(4, b"loose", flags=FIRST | LAST | UNORDERED)]) == [b"loose"]
    assert feed(made, [single(1, b"first")]) == [b"first", b"late"]
    assert feed(made, [single(5, b"next", sequence=2)]) == [b"next"]


def test_whole_fragments_overtake_a_gap_of_another_stream() -> None:
    """A message in several chunks is delivered behind a gap once it is whole, if its stream allows it."""
    made = started()
    chunks = [
        (tsn, Fragment(flags, 3, 0, 70, octets, tsn)) for tsn, flags, octets in ((2, FIRST, b"a"), (3, LAST, b"b"))
    ]
    assert feed(made, chunks) == [b"ab"]
    assert feed(made, [single(1, b"first")]) == [b"first"]
    assert not made.busy


def test_retransmissions_are_delivered_once() -> None:
    """A TSN counts once, before and after its turn; repetitions are counted."""
    made = started()
    assert feed(made, [single(1, b"a"), single(1, b"a"), single(3, b"c", sequence=2), single(3, b"c", sequence=2)]) == [
        b"a"
    ]
    assert feed(made, [single(2, b"b", sequence=1), single(2, b"b", sequence=1)]) == [b"b", b"c"]
    assert made.duplicates == 3


def test_acknowledged_gaps_are_passed_over() -> None:
    """What the receiver acknowledged and the capture lacks holds nothing up, and is said once."""
    made = started()
    assert feed(made, [single(3, b"c", sequence=2)]) == []
    made.acknowledge(1, 0)
    assert taken(made) == []
    made.acknowledge(3, 0)
    assert taken(made) == [b"c"]
    assert [note.split(":")[0] for note in made.notes] == ["missing", "missing"]
    assert feed(made, [single(4, b"d", sequence=3)]) == [b"d"]


def test_an_acknowledged_end_is_missing() -> None:
    """Chunks that were acknowledged and never seen are reported at the end, also without any behind them."""
    made = started()
    feed(made, [single(1, b"a")])
    made.acknowledge(3, 0)
    assert made.notes == []
    made.finish()
    assert made.notes == [
        "missing: 2 DATA chunks from TSN 2: the receiver acknowledged them, but they are not in the capture"
    ]
    made.finish()
    assert len(made.notes) == 1


def test_gaps_end_with_patience() -> None:
    """Without acknowledgements a gap is passed over after ten seconds of capture time."""
    made = started()
    assert feed(made, [single(2, b"b", sequence=1)]) == []
    assert feed(made, [single(3, b"c", sequence=2)], now=PATIENCE) == []
    assert feed(made, [single(4, b"d", sequence=3)], now=PATIENCE + 1) == [b"b", b"c", b"d"]
    assert made.notes == ["missing: 1 DATA chunk from TSN 1: they are not in the capture"]


def test_gaps_end_with_bounds() -> None:
    """However much follows a gap, only so many chunks and octets wait."""
    budget = Budget()
    made = Reassembly(budget)
    made.start(1)
    assert len(feed(made, [single(tsn, b"x", sequence=tsn) for tsn in range(2, MOST_HELD + 3)])) == MOST_HELD + 1
    assert budget.used == 0
    tsn = MOST_HELD + 4
    assert len(feed(made, [single(tsn + n, bytes(60_000), sequence=tsn + n) for n in range(80)])) == 80
    assert budget.used == 0


def test_a_chunk_after_its_gap_was_passed_over() -> None:
    """It comes late, out of order, but it comes: once."""
    made = started()
    feed(made, [single(3, b"c", sequence=2)])
    made.acknowledge(3, 0)
    assert taken(made) == [b"c"]
    assert feed(made, [single(1, b"a"), single(2, b"b", sequence=1), single(1, b"a")]) == [b"a", b"b"]
    assert made.duplicates == 1


def test_starts_in_the_middle() -> None:
    """Without a handshake the first chunk sets the TSN; those just before it may still come."""
    made = Reassembly(Budget())
    assert feed(
        made, [single(100, b"b", sequence=9), single(99, b"a", sequence=8), single(101, b"c", sequence=10)]
    ) == [
        b"b",
        b"a",
        b"c",
    ]
    assert made.notes == []


def test_starts_within_a_message() -> None:
    """The rest of a message that began before the capture is passed over and reported."""
    made = Reassembly(Budget())
    chunks = [single(7, b"x", flags=0), single(8, b"y", flags=LAST), single(9, b"z", sequence=1)]
    assert feed(made, chunks) == [b"z"]
    assert made.notes == ["incomplete: a message began before the capture did, only its end is here"]


def test_forward_tsn() -> None:
    """What the sender gave up is not waited for, and what is whole among it is delivered."""
    made = started()
    assert feed(made, [single(3, b"c", sequence=2), single(6, b"f", sequence=5)]) == []
    made.forward(4)
    assert taken(made) == [b"c"]
    assert feed(made, [single(5, b"e", sequence=4)]) == [b"e", b"f"]
    assert made.notes == ["abandoned: the sender gave up everything up to TSN 4 (FORWARD TSN)"]
    made.forward(4)
    assert len(made.notes) == 1


def test_one_wild_tsn_changes_nothing() -> None:
    """A TSN far from all others waits for one that follows it; meanwhile the rest goes on."""
    made = started()
    assert feed(made, [single(1, b"a"), single(1 << 30, b"wild"), single(2, b"b", sequence=1)]) == [b"a", b"b"]
    assert made.notes[0].startswith("out of window: TSN 1073741824")
    made.finish()
    assert taken(made) == [b"wild"]


def test_two_wild_tsns_in_a_row_are_believed() -> None:
    """Behind a long hole in the capture two consecutive chunks set the TSN anew."""
    made = started()
    far = 1 << 30
    chunks = [
        single(1, b"a"),
        single(far, b"x", sequence=7),
        single(far + 1, b"y", sequence=8),
        single(far + 2, b"z", sequence=9),
    ]
    assert feed(made, chunks) == [b"a", b"x", b"y", b"z"]
    assert any(note.startswith("missing: the TSN jumps") for note in made.notes)


def test_truncated_chunks_take_their_turn() -> None:
    """A chunk whose end was not captured delivers nothing, and holds nothing up."""
    made = started()
    chunks = [(1, Fragment(FIRST | LAST, 0, 0, 70, None, 1)), single(2, b"b", sequence=1)]
    assert feed(made, chunks) == [b"b"]


def test_a_later_handshake_changes_nothing() -> None:
    """Once chunks were received, a repeated INIT does not reset the TSN."""
    made = started()
    feed(made, [single(1, b"a")])
    made.start(500)
    assert feed(made, [single(2, b"b", sequence=1)]) == [b"b"]


def test_passed_on_messages_count() -> None:
    """Messages that the caller delivers itself move TSN and sequence number on."""
    made = started(WRAP - 1)
    made.receive(WRAP - 1, single(WRAP - 1, b"a")[1], 0)
    assert not made.busy
    made.pass_on(0, 1, 0)
    assert feed(made, [single(2, b"d", sequence=3), single(1, b"c", sequence=2)]) == [b"a", b"c", b"d"]


def test_many_streams_cost_little() -> None:
    """Sequence numbers are remembered for so many streams only; messages come all the same."""
    made = started()
    assert len(feed(made, [single(tsn, b"x", stream=tsn) for tsn in range(1, 2001)])) == 2000
    assert len(made.sequences) <= 64


def test_memory_can_be_relieved() -> None:
    """On demand everything that waits is delivered or given up."""
    budget = Budget()
    made = Reassembly(budget)
    made.start(1)
    feed(made, [single(1, b"a", flags=FIRST), single(3, b"c", sequence=5), single(1 << 31, b"wild")])
    made.relieve()
    assert (taken(made), budget.used) == ([b"c"], 0)
    assert len(made.notes) >= 2
