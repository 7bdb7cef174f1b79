"""What is read out of a message for its association and for what follows."""

from collections.abc import Hashable

from oran_harness.checkers.association import Association, End
from oran_harness.model import Complaint, ComplaintKind, Event, Role
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.speaker import Sighting


def note_stream(association: Association, event: Event, sighting: Sighting) -> None:
    """Remember that a procedure of the interface, or a RIC service, travelled on the stream of a message."""
    procedure = PROCEDURES.get(-1 if sighting.decoded.procedure_code is None else sighting.decoded.procedure_code)
    # Error Indication travels on the stream of what it is about (8.3.3.1).
    if event.stream is None or procedure is None or procedure.name == "ErrorIndication" or not sighting.accepting:
        return
    (association.service_streams if procedure.service else association.support_streams).add(event.stream)


def last_stream(association: Association, sighting: Sighting) -> int | None:
    """The stream of the indication before this one of the same subscription; None for the first, and for others."""
    message = sighting.decoded.message
    if not isinstance(message, RICindication) or message.ric_request_id is None:
        return None
    return association.indication_streams.get(message.ric_request_id)


def last_sn(association: Association, sighting: Sighting) -> int | None:
    """The number of the indication before this one of the same action; None for the first, and for others."""
    message = sighting.decoded.message
    if not isinstance(message, RICindication) or message.ric_request_id is None:
        return None
    return association.sequence_numbers.get(message.ric_request_id, {}).get(message.ric_action_id)


def note_indication(association: Association, event: Event, sender: End, sighting: Sighting) -> None:
    """Remember what the next indication of the same subscription is compared with."""
    message = sighting.decoded.message
    request_id = getattr(message, "ric_request_id", None)
    if isinstance(message, RICindication) and request_id is not None:
        if event.stream is not None:
            association.indication_streams[request_id] = event.stream
        if message.ric_indication_sn is not None:
            numbers = association.sequence_numbers.get(request_id, {})
            numbers[message.ric_action_id] = message.ric_indication_sn
            association.sequence_numbers[request_id] = numbers
    elif request_id is not None and sender.role is Role.NEAR_RT_RIC:
        # The RIC may bind a subscription to another stream, and starts it anew under the same id.
        association.indication_streams.pop(request_id, None)
        association.sequence_numbers.pop(request_id, None)


def is_empty(message: Message) -> bool:
    """Whether a message holds no more than its Transaction ID."""
    return all(getattr(message, field, None) is None for _, field in message.IES if field != "transaction_id")


def complaints_of(sighting: Sighting) -> tuple[Complaint, ...]:
    """The complaints of the best reading, without criticalities that another fitting edition fixes as they are."""
    complaints = sighting.decoded.complaints
    if not complaints or not sighting.accepting:
        return complaints
    again = {each.path for each in sighting.read_by(sighting.accepting[-1]).complaints}
    return tuple(each for each in complaints if each.kind is not ComplaintKind.CRITICALITY or each.path in again)


def hashable(identity: object) -> Hashable:
    """An identity as it was decoded, if it can be a key: what could not be read whole may not be."""
    try:
        hash(identity)
    except TypeError:
        return None
    return identity
