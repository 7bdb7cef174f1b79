"""E2 nodes that misbehave in what E2 Setup says (E2AP 8.3.1)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Heard, Say
from oran_harness.peers.flaws.alteration import within, without
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_saying import Reshaping, Rewriting, Scribbling
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest

NODE = Role.E2_NODE
_TRANSACTION_ID = 49
_FIRST_EDITION = "1.01"
_LOWEST = 2
_PLMN_TEXT = b"747"
_OID_OF_KPM_1 = "1.3.6.1.4.1.53148.1.1.2.2"
_ARC, _MISSPELT_ARC = b"1.3.6.1.4.1", b"1_3_6_1_4_1"


class _OffersFunctionZero(FlawedActor):
    """Numbers its RAN functions from 0: the one that the reference node numbers lowest has the id 0."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Take 0 for that function."""
        return self._told(heard, decoded, now) if decoded.conforms and decoded.message is not None else None

    def _told(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        changed = self._renumbered(decoded.message, 0, _LOWEST)
        if changed == decoded.message:
            return None
        told = self.say(heard.association, changed)
        return self.pass_on(replace(heard, octets=told[0].octets), now) if told else None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say 0 for that function."""
        if decoded.message is None or not decoded.conforms:
            return (say,)
        return self.say(say.association, self._renumbered(decoded.message, _LOWEST, 0)) or (say,)

    @staticmethod
    def _renumbered(message: Message | None, old: int, new: int) -> Any:
        return within(message, ("ran_function_id",), lambda number: new if number == old else number)


class _SpeaksTheFirstEdition(FlawedActor):
    """Writes E2 SETUP REQUEST as E2AP 1.01 has it: without TransactionID and components."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Write it so."""
        request = decoded.message
        if not isinstance(request, E2setupRequest):
            return (say,)
        old = replace(request, transaction_id=None, e2_node_component_config_addition=None)
        try:
            return (replace(say, octets=codec(_FIRST_EDITION).encode(old)),)
        except EncodeError:
            return (say,)


class _ItemCriticality(FlawedActor):
    """Gives each RANfunction-Item criticality reject, where ignore is fixed."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Write it so."""
        request = decoded.message
        if not isinstance(request, E2setupRequest):
            return (say,)
        count = len(request.ran_functions_added or ())
        items = {f"E2setupRequest.RANfunctionsAdded[{place}].RANfunction-Item": "reject" for place in range(count)}
        return self.say(say.association, request, criticalities=items)


def _with_functions(request: Any, change: Any) -> Any:
    return replace(request, ran_functions_added=tuple(change(request.ran_functions_added or ())) or None)


def _offers_one_twice(request: Any) -> Any:
    return _with_functions(request, lambda functions: (*functions, *functions[-1:]))


def _renames_kpm(request: Any) -> Any:
    def renamed(functions: Any) -> Any:
        return (replace(functions[0], ran_function_oid=_OID_OF_KPM_1), *functions[1:])

    return _with_functions(request, renamed)


def _writes_the_plmn_as_text(request: Any) -> Any:
    return within(request, ("plmn_id", "plmn_identity"), lambda _: _PLMN_TEXT)


FLAWS = (
    Flaw(
        "node-transaction-id-missing",
        "Sends E2 SETUP REQUEST without TransactionID",
        NODE,
        "F17",
        lambda actor: Reshaping(actor, E2setupRequest, without(_TRANSACTION_ID)),
        ("E2AP-IE-MISSING",),
    ),
    Flaw(
        "node-function-zero",
        "Numbers its RAN functions from 0",
        NODE,
        "F15",
        _OffersFunctionZero,
        ("E2AP-SETUP-201", "E2AP-FUNCTION-ID-ZERO"),
    ),
    Flaw(
        "node-function-twice",
        "Offers one RAN Function ID twice",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2setupRequest, _offers_one_twice),
        ("E2AP-SETUP-201", "E2AP-FUNCTION-TWICE"),
    ),
    Flaw(
        "node-plmn-text",
        "Writes its PLMN Identity as text",
        NODE,
        "F34",
        lambda actor: Rewriting(actor, E2setupRequest, _writes_the_plmn_as_text),
        ("E2AP-PLMN-TEXT",),
    ),
    Flaw(
        "node-oid-outside-alphabet",
        "Writes OIDs with characters that PrintableString does not have",
        NODE,
        "F18",
        lambda actor: Scribbling(actor, of(E2setupRequest), lambda octets: octets.replace(_ARC, _MISSPELT_ARC)),
        ("E2AP-STRING-ALPHABET",),
    ),
    Flaw(
        "node-oid-changed",
        "Offers its first function under the OID of an older service model than its definition names",
        NODE,
        "F33",
        lambda actor: Rewriting(actor, E2setupRequest, _renames_kpm),
        ("E2SM-OID-DIFFERS",),
    ),
    Flaw(
        "node-item-criticality",
        "Gives each RANfunction-Item criticality reject",
        NODE,
        None,
        _ItemCriticality,
        ("E2AP-IE-CRITICALITY",),
    ),
    Flaw(
        "node-setup-of-first-edition",
        "Writes E2 SETUP REQUEST by E2AP 1.01 to a near-RT RIC of a later edition",
        NODE,
        "F16",
        _SpeaksTheFirstEdition,
        ("E2AP-SETUP-201",),
    ),
)
"""One flaw each."""
