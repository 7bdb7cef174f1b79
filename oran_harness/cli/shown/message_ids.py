"""The ids of a message that tell what it belongs to, in a few words."""

from collections.abc import Iterator
from typing import Any


def message_ids(message: Any) -> Iterator[str]:
    """Transaction, request, function and action of a message, as far as it has them."""
    transaction = getattr(message, "transaction_id", None)
    if transaction is not None:
        yield f"transaction {transaction}"
    request = getattr(message, "ric_request_id", None)
    if request is not None:
        yield f"request {request.ric_requestor_id}/{request.ric_instance_id}"
    for name, field in (("function", "ran_function_id"), ("action", "ric_action_id"), ("SN", "ric_indication_sn")):
        number = getattr(message, field, None)
        if isinstance(number, int):
            yield f"{name} {number}"
