"""Indications for load: written once, and then with a few octets changed."""

from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import HEAD
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICindication

REQUEST, ACTION, NUMBER, MESSAGE = 29, 15, 27, 26
"""The ids of the IEs that change from one indication to the next (E2AP 9.1.1.5)."""
LONG = 128
"""From here on a length takes two octets (X.691 11.9.3.7)."""
LONGEST = 16000
"""Messages of more octets are left to the codec: from 16,384 on there are fragments (11.9.3.8)."""


class IndicationTemplate:
    """An indication whose RIC Request ID, action, sequence number and message can be given anew.

    The octets are those that the edition's codec would write. Raises ``EncodeError`` if the indication does not fit
    the edition, or has no RIC Indication Message.
    """

    __slots__ = ("_action", "_before", "_behind", "_head", "_indication", "_message", "_number", "_request", "edition")

    def __init__(self, indication: RICindication, edition: str) -> None:
        reader = codec(edition)
        octets = reader.encode(indication)
        ies = {ie.id: ie for ie in reader.decode(octets).ies}
        if MESSAGE not in ies or len(octets) > LONGEST:
            raise EncodeError(
                indication.NAME, f"a template needs a RIC Indication Message, and at most {LONGEST} octets"
            )
        self.edition = edition
        self._indication = indication
        self._message = bytes(indication.ric_indication_message or b"")
        start = HEAD + (1 if octets[HEAD] < LONG else 2)
        last = ies[MESSAGE]
        # Up to the length of the message's IE, and from behind it.
        self._head = octets[:HEAD]
        self._before = octets[start : last.offset - len(_length(len(last.octets)))]
        self._behind = octets[last.offset + len(last.octets) :]
        # A RIC Request ID is an octet with the extension bit, and two numbers of two octets (9.2.7).
        self._request = ies[REQUEST].offset + 1 - start
        self._action = ies[ACTION].offset - start if ACTION in ies else None
        self._number = ies[NUMBER].offset - start if NUMBER in ies else None

    def written(
        self,
        *,
        request: RICrequestID | None = None,
        action: int | None = None,
        number: int | None = None,
        message: bytes | None = None,
    ) -> bytes:
        """The indication with these values, and the template's own where none is given.

        Raises ``EncodeError`` for a value that does not fit.
        """
        try:
            before = bytearray(self._before)
            # What has a length or octets of another kind, or is a number and something else besides, is no such value.
            if request is not None:
                requestor, instance = request.ric_requestor_id, request.ric_instance_id
                if type(request) is not RICrequestID or type(requestor) is not int or type(instance) is not int:
                    raise TypeError
                place = self._request
                before[place : place + 2] = requestor.to_bytes(2)
                before[place + 2 : place + 4] = instance.to_bytes(2)
            if action is not None:
                if type(action) is not int:
                    raise TypeError
                before[self._action] = action  # type: ignore[index]
            if number is not None:
                if type(number) is not int:
                    raise TypeError
                before[self._number : self._number + 2] = number.to_bytes(2)  # type: ignore[operator]
            payload = self._message if message is None else message
            if type(payload) is not bytes:
                raise TypeError
            size = len(payload)
            inner = _LENGTHS[size] + payload
            content = b"".join((before, _LENGTHS[len(inner)], inner, self._behind))
            return self._head + _LENGTHS[len(content)] + content
        except (AttributeError, IndexError, OverflowError, TypeError, ValueError):
            # Too long, out of range, or an IE that the template lacks: the codec writes it, or says what is wrong.
            return codec(self.edition).encode(self._changed(request, action, number, message))

    def _changed(self, request: Any, action: Any, number: Any, message: Any) -> RICindication:
        given = {
            "ric_request_id": request,
            "ric_action_id": action,
            "ric_indication_sn": number,
            "ric_indication_message": message,
        }
        return replace(self._indication, **{name: value for name, value in given.items() if value is not None})


def _length(size: int) -> bytes:
    return bytes((size,)) if size < LONG else (0x8000 | size).to_bytes(2)


_LENGTHS = tuple(map(_length, range(LONGEST)))
