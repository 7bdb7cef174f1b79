"""RC control requests and their outcomes (RC 7.6, 9.2.1.6 to 9.2.1.8)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.parameters import Parameters, Plain, element, plain_value
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service, style

Values = Sequence[tuple[int, Plain]]
"""RAN parameters of an outcome: IDs and plain values."""


def control(
    style: int, action: int, ue: UEID, parameters: Parameters, edition: str, *, decision: str | None = None
) -> tuple[bytes, bytes]:
    """Header and message of a control request, both of format 1, for one action on one UE.

    ``decision`` (``accept``, ``reject``) belongs only into the answer to an INSERT, beside its call process ID.
    """
    decided: Any = decision
    header = rc.E2SM_RC_ControlHeader_Format1(ue, style, action, decided)
    return _header(1, header, edition), _message(1, _format_1(parameters), edition)


def multiple_control(
    actions: Sequence[tuple[int, int, Parameters]], edition: str, *, ue: UEID | None = None, decision: str | None = None
) -> tuple[bytes, bytes]:
    """Header and message of a control request of style 255: several actions by style and ID, all or nothing."""
    decided: Any = decision
    styles = tuple(
        rc.E2SM_RC_ControlMessage_Format2_Style_Item(
            number, (rc.E2SM_RC_ControlMessage_Format2_ControlAction_Item(action, _format_1(parameters)),)
        )
        for number, action, parameters in actions
    )
    header = rc.E2SM_RC_ControlHeader_Format2(ue, decided)
    return _header(2, header, edition), _message(2, rc.E2SM_RC_ControlMessage_Format2(styles), edition)


def control_outcome(number: int, parameters: Values, edition: str) -> bytes:
    """The outcome of a control request of a style: format 1 for styles 1 to 7 and unknown ones, 3 for 8 and 9."""
    row = style(Service.CONTROL, number)
    content: Any
    if row is not None and row.outcomes and 1 not in row.outcomes:
        items = tuple(rc.E2SM_RC_ControlOutcome_Format3_Item(key, element(value)) for key, value in parameters)
        content = ("controlOutcome-Format3", rc.E2SM_RC_ControlOutcome_Format3(items))
    else:
        plain = tuple(rc.E2SM_RC_ControlOutcome_Format1_Item(key, plain_value(value)) for key, value in parameters)
        content = ("controlOutcome-Format1", rc.E2SM_RC_ControlOutcome_Format1(plain))
    return RC.encode(PayloadKind.CONTROL_OUTCOME, rc.E2SM_RC_ControlOutcome(content), edition)


def multiple_outcome(outcomes: Sequence[tuple[int, int, Values]], edition: str) -> bytes:
    """The outcome of a control request of style 255, format 2: parameters by style and action."""
    styles = tuple(
        rc.E2SM_RC_ControlOutcome_Format2_Style_Item(
            number,
            (
                rc.E2SM_RC_ControlOutcome_Format2_ControlOutcome_Item(
                    action,
                    tuple(rc.E2SM_RC_ControlOutcome_Format2_RANP_Item(key, plain_value(v)) for key, v in parameters),
                ),
            ),
        )
        for number, action, parameters in outcomes
    )
    value = rc.E2SM_RC_ControlOutcome(("controlOutcome-Format2", rc.E2SM_RC_ControlOutcome_Format2(styles)))
    return RC.encode(PayloadKind.CONTROL_OUTCOME, value, edition)


def _format_1(parameters: Parameters) -> rc.E2SM_RC_ControlMessage_Format1:
    items = tuple(rc.E2SM_RC_ControlMessage_Format1_Item(*each) for each in parameters)
    return rc.E2SM_RC_ControlMessage_Format1(items)


def _header(number: int, content: Any, edition: str) -> bytes:
    value = rc.E2SM_RC_ControlHeader((f"controlHeader-Format{number}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.CONTROL_HEADER, value, edition)


def _message(number: int, content: Any, edition: str) -> bytes:
    value = rc.E2SM_RC_ControlMessage((f"controlMessage-Format{number}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.CONTROL_MESSAGE, value, edition)
