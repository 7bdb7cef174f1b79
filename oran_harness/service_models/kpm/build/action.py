"""KPM action definitions (KPM 7.4, 8.2.1.2)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import CGI, UEID
from oran_harness.service_models.kpm.build.conditions import Condition, matching
from oran_harness.service_models.kpm.build.labels import label_list, no_label
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_ActionDefinition_Format2,
    E2SM_KPM_ActionDefinition_Format3,
    E2SM_KPM_ActionDefinition_Format4,
    E2SM_KPM_ActionDefinition_Format5,
    MatchingUeCondPerSubItem,
    MatchingUEidPerSubItem,
    MeasurementCondItem,
    MeasurementInfoItem,
    MeasurementLabel,
    TestCondInfo,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

Asked = str | int | tuple[str | int, Sequence[MeasurementLabel]]
"""A measurement by name or ID, alone or with labels of its own."""

DEFAULT = ("DRB.UEThpDl",)


def action_definition(
    style: int,
    *,
    edition: str,
    measurements: Sequence[Asked | MeasurementInfoItem] = DEFAULT,
    granularity_ms: int = 1000,
    labels: Sequence[MeasurementLabel] = (),
    cell: CGI | None = None,
    ues: Sequence[UEID] = (),
    conditions: Sequence[Condition] = (),
) -> bytes:
    """The action definition of a report style, 1 to 5.

    ``labels`` hold for all measurements that have none of their own, noLabel without any. Ready items have reporting
    conditions perhaps; style 3 takes none. ``ues`` is the one UE of
    style 2, or the two or more of style 5. ``conditions``, all of which have to hold, are the tests of style 4, or the
    labels and tests that each measurement of style 3 has. Raises ``UsageError`` for another style, or if what the
    style needs is missing; ``EncodeError`` if a value does not fit.
    """
    value: Any = _format(style, tuple(measurements), granularity_ms, tuple(labels), cell, tuple(ues), tuple(conditions))
    content = E2SM_KPM_ActionDefinition(style, (f"actionDefinition-Format{style}", value))  # type: ignore[arg-type]
    return KPM.encode(PayloadKind.ACTION_DEFINITION, content, edition)


def _format(
    style: int,
    measurements: tuple[Any, ...],
    granularity_ms: int,
    labels: tuple[MeasurementLabel, ...],
    cell: CGI | None,
    ues: tuple[UEID, ...],
    conditions: tuple[Condition, ...],
) -> Any:
    """What the format that has the number of the style holds."""
    if style == 3:
        matched = matching(conditions or (no_label(),))
        items = tuple(MeasurementCondItem(measurement_type(_name(each)), matched) for each in measurements)
        return E2SM_KPM_ActionDefinition_Format3(items, granularity_ms, cell)
    plain = E2SM_KPM_ActionDefinition_Format1(measurement_list(measurements, labels), granularity_ms, cell)
    if style == 1:
        return plain
    if style == 2 and len(ues) == 1:
        return E2SM_KPM_ActionDefinition_Format2(ues[0], plain)
    tests = tuple(MatchingUeCondPerSubItem(each) for each in conditions if isinstance(each, TestCondInfo))
    if style == 4 and len(tests) == len(conditions) > 0:
        return E2SM_KPM_ActionDefinition_Format4(tests, plain)
    if style == 5 and ues:
        return E2SM_KPM_ActionDefinition_Format5(tuple(MatchingUEidPerSubItem(ue) for ue in ues), plain)
    needed = _NEEDS.get(style, "choose a style from 1 to 5")
    raise UsageError(f"An action definition of KPM report style {style} cannot be made of that; {needed}.")


_NEEDS = {2: "give the one UE in ues", 4: "give tests in conditions", 5: "give two or more UEs in ues"}


def measurement_type(asked: str | int) -> Any:
    """A measurement by name, or by ID."""
    return ("measName", asked) if isinstance(asked, str) else ("measID", asked)


def measurement_list(
    measurements: Sequence[Asked | MeasurementInfoItem], labels: Sequence[MeasurementLabel] = ()
) -> tuple[MeasurementInfoItem, ...]:
    """A measurement list; ``labels`` as in ``action_definition``. Items stay as they are."""
    usual = tuple(labels) or (no_label(),)
    return tuple(each if isinstance(each, MeasurementInfoItem) else _item(each, usual) for each in measurements)


def _item(asked: Asked, usual: Sequence[MeasurementLabel]) -> MeasurementInfoItem:
    labels = asked[1] if isinstance(asked, tuple) else usual
    return MeasurementInfoItem(measurement_type(_name(asked)), label_list(labels))


def _name(asked: Asked) -> str | int:
    return asked[0] if isinstance(asked, tuple) else asked
