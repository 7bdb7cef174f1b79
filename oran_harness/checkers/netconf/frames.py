"""Frames: where a message begins and ends (RFC 6242 4)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.model import Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

no_chunk = departure(
    Kind.NO_CHUNK,
    "A chunk begins where one has to",
    "Behind the octets that a chunk announced stands the next chunk, or the end of chunks, and nothing else.",
    "The octets are more than the chunk's size says, or a ]]>]]> stands behind chunks. Count octets, not characters: "
    "text beyond ASCII takes several octets each in UTF-8.",
)
bad_chunk_header = departure(
    Kind.BAD_CHUNK_HEADER,
    "A chunk's header is a line feed, #, a size and a line feed",
    "The header of a chunk is LF # and a decimal size LF; the end of chunks is LF ## LF.",
    "Write the size in decimal digits, and line feeds alone: a text stream that turns LF into CR LF breaks each frame.",
)
chunk_size_over_limit = departure(
    Kind.CHUNK_SIZE_OVER_LIMIT,
    "A chunk has at most 4294967295 octets",
    "The size of a chunk is at most 4294967295.",
    "Spread a long message over several chunks; a size above the limit usually is a number that was negative.",
)
chunk_size_zero = departure(
    Kind.CHUNK_SIZE_ZERO,
    "A chunk has octets",
    "The size of a chunk is at least 1.",
    "Leave out chunks without octets, for instance when a buffer is flushed twice; LF ## LF alone ends a message.",
)
chunk_size_leading_zero = departure(
    Kind.CHUNK_SIZE_LEADING_ZERO,
    "A chunk's size does not begin with a zero",
    "The first digit of a chunk's size is 1 to 9.",
    "Write the size as a plain decimal number, not padded to a fixed width.",
    scope=Scope.RUN,
)
no_octets = departure(
    Kind.NO_OCTETS,
    "A chunked message has a chunk",
    "Before the end of chunks stands at least one chunk.",
    "Do not send the end of chunks on its own, to keep a session alive for instance.",
)
stray_octets = departure(
    Kind.STRAY_OCTETS,
    "Nothing stands between chunks",
    "Between two chunked messages, and between two chunks, there is nothing, not even white space.",
    "Remove the line feed that is written behind each message: the frame has its own.",
    scope=Scope.RUN,
)
oversize = departure(
    Kind.OVERSIZE,
    "A message is larger than what is read",
    "No RFC sets a limit; what is larger than this harness reads is told, and not judged.",
    "Nobody is to blame. From here on nothing of that side is judged: look at the message by other means, or ask for "
    "less at once.",
)
cut_off = departure(
    Kind.CUT_OFF,
    "A session ends between two messages",
    "Whether a session may end within a message is nowhere said; it is told because the message is lost.",
    "Check who ended the session, and why: a crash, a timeout, a lost end of the message or a chunk announced larger "
    "than it is.",
)
hello_in_chunks = departure(
    Kind.HELLO_IN_CHUNKS,
    "A hello ends with ]]>]]>",
    "Each hello is sent with end-of-message framing, whatever is agreed in it.",
    "Switch to chunks behind the hello, and only if both hellos name base:1.1.",
    scope=Scope.RUN,
)
not_in_chunks = departure(
    Kind.NOT_IN_CHUNKS,
    "Chunks are used where both hellos name base:1.1",
    "If both sides name base:1.1, every message behind the hellos is in chunks.",
    "Look for base:1.1 in both hellos, not for base:1.0 in the other one, to choose the framing.",
    scope=Scope.RUN,
)
chunks_not_agreed = departure(
    Kind.CHUNKS_NOT_AGREED,
    "Chunks are used only where both hellos name base:1.1",
    "If not both sides name base:1.1, every message ends with ]]>]]>.",
    "Choose the framing by what both hellos name: naming base:1.1 oneself is not enough.",
    scope=Scope.RUN,
)
