"""One E2AP message, for people and as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.cli.shown.message_tree import MessageTree, place
from oran_harness.cli.shown.octet_table import table
from oran_harness.cli.shown.payloads import ReadPayload, find_payloads, read_payloads
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.codec.asn1 import TraceNode
from oran_harness.protocols.e2ap.causes import cause_words, read_causes
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.document import to_document
from oran_harness.protocols.e2ap.speaker import Sighting, best_reading
from oran_harness.service_models.registry import service_model


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message in one edition, the editions that accept it, and the payloads inside."""

    decoded: DecodedMessage
    accepting: tuple[str, ...]
    trace: TraceNode
    payloads: tuple[ReadPayload, ...]
    asked: bool
    """Whether the edition was asked for; if not, it is the one that fits best."""

    @classmethod
    def of(cls, octets: bytes, edition: str | None = None, model: str | None = None) -> "MessageView":
        """Read a message; raises ``UsageError`` if there is no such edition or model."""
        wanted = None if model is None else service_model(model)
        reader = None if edition is None else codec(edition)
        sighting = best_reading(octets)
        decoded = sighting.decoded if reader is None else reader.decode(octets)
        trace = codec(decoded.edition).trace(octets)
        payloads = tuple(read_payloads(find_payloads(trace), wanted))
        return cls(decoded, sighting.accepting, trace, payloads, edition is not None)

    @property
    def accepted(self) -> bool:
        """Whether the edition asked for accepts the octets, or any at all."""
        return self.decoded.conforms if self.asked else bool(self.accepting)

    def document(self) -> dict[str, Any]:
        """The message as JSON, with its payloads."""
        document = to_document(self.decoded, self.accepting)
        document["payloads"] = [payload.document() for payload in self.payloads]
        return document

    def lines(self, screen: Terminal, every_octet: bool = False) -> Iterator[str]:
        """The message for people: what accepts it, then the tree beside the octets."""
        yield from self._heading(screen)
        yield ""
        expansions = {
            payload.payload.end_bit: expansion for payload in self.payloads if (expansion := payload.expansion())
        }
        tree = MessageTree(self.decoded.octets, expansions=expansions)
        rows = list(tree.rows(self.trace))
        behind = tree.behind(rows)
        if behind is not None:
            rows.append(behind)
        inner = [each for payload in self.payloads if payload.decoded for each in payload.decoded.complaints]
        complaints = [*self.decoded.complaints, *inner]
        place(rows, complaints)
        yield from table(screen, rows, every_octet)
        yield ""
        yield _closing(screen, len(complaints))

    def _heading(self, screen: Terminal) -> Iterator[str]:
        count = len(self.decoded.octets)
        name = screen.paint(self.decoded.label, "bold")
        yield f"{name}, {count} octet{'' if count == 1 else 's'}, read as E2AP {self.decoded.edition}"
        if self.accepting:
            yield f"Accepted by E2AP {screen.paint(', '.join(self.accepting), 'green')}."
            sighting = Sighting(self.decoded, self.accepting)
            if not self.asked and len(read_causes(sighting)) > 1:
                yield f"The cause is {cause_words(sighting)}."
        else:
            yield screen.paint("No edition of E2AP accepts these octets.", "red", "bold")
        for payload in self.payloads:
            yield f"{payload.payload.name} at octet {payload.payload.octet}: {payload_text(screen, payload)}"


def payload_text(screen: Terminal, read: ReadPayload) -> str:
    """Which model a payload is of, and which revisions of it accept it."""
    if read.model is None or read.decoded is None:
        return screen.paint(f"not read: {read.reason}.", "yellow")
    if read.decoded.accepting:
        return f"accepted by {read.model.title} {screen.paint(', '.join(read.decoded.accepting), 'green')}."
    refused = screen.paint(f"no revision of {read.model.title} accepts it", "red")
    return f"{refused}; shown as {read.decoded.edition or 'octets'} ({read.reason})."


def _closing(screen: Terminal, complaints: int) -> str:
    if not complaints:
        return "Nothing is wrong with it."
    return screen.paint(f"{complaints} complaint{'' if complaints == 1 else 's'}, marked ! above.", "red")
