"""The actions of RC's styles (RC 7.4 to 7.7): their IDs and names."""

from collections.abc import Mapping

from oran_harness.service_models.rc.styles import Service

_BEARER = {
    1: "DRB QoS configuration",
    2: "QoS flow mapping configuration",
    3: "Logical channel configuration",
    4: "Radio admission",
    5: "DRB termination",
    6: "DRB split ratio",
    7: "PDCP duplication",
}
_RESOURCES = {
    1: "DRX parameters",
    2: "SR periodicity",
    3: "SPS parameters",
    4: "Configured grant",
    5: "CSI reports",
    6: "Slice-level PRB quota",
}
_RESOURCES_SINCE_7 = {7: "DMRS downlink", 8: "SRS", 9: "CSI resources"}
_MOBILITY = {1: "Handover", 2: "Conditional handover", 3: "DAPS handover"}
_ACCESS = {1: "UE admission", 2: "RACH backoff", 3: "Access barring", 4: "RRC connection release", 5: "RRC reject"}
_DUAL = {1: "SN addition", 2: "SN modification and release", 3: "PSCell change", 4: "SN change"}
_CARRIER = {1: "SCell addition", 2: "SCell modification and release"}
_IDLE = {1: "Cell reselection priority"}
_IDENTIFICATION = {1: "UE to explicit UE list assignment", 2: "UE information", 3: "UE identification"}
_REPORTING = {
    1: "Add measurement reporting configuration",
    2: "Modify measurement reporting configuration",
    3: "Delete measurement reporting configuration",
}
_BEAMS = {1: "Non-GoB beamforming mode", 2: "GoB beamforming"}

ACTIONS: Mapping[tuple[Service, int], Mapping[int, str]] = {
    **{
        (service, number): actions
        for service in (Service.INSERT, Service.CONTROL, Service.POLICY)
        for number, actions in enumerate((_BEARER, _RESOURCES, _MOBILITY, _ACCESS, _DUAL, _CARRIER, _IDLE), 1)
    },
    (Service.CONTROL, 2): _RESOURCES | _RESOURCES_SINCE_7,
    (Service.INSERT, 5): _DUAL | {5: "DRB termination"},
    (Service.CONTROL, 8): _IDENTIFICATION,
    (Service.POLICY, 8): _REPORTING,
    (Service.CONTROL, 9): _REPORTING,
    (Service.POLICY, 9): _BEAMS,
    (Service.CONTROL, 10): _BEAMS,
}
"""Action ID to name, by service and style; in INSERT the ID is the Insert Indication ID.

Style 255 has the actions of other styles.
"""

GROUP_ACTIONS: frozenset[tuple[int, int]] = frozenset({(1, 1), (1, 3), (1, 7), (9, 1), (9, 2), (9, 3)})
"""CONTROL style and action that may address a group of UEs with header format 3 (RC 7.6.2, 7.6.11)."""

ANSWERS_ONLY: frozenset[tuple[int, int]] = frozenset({(1, 4), (4, 1)})
"""CONTROL style and action that must not be sent without an INSERT before (RC 7.6.2, 7.6.5)."""


def action_name(service: Service, style: int, action: int) -> str | None:
    """The name of an action, None if the style has none of that ID."""
    return ACTIONS.get((service, style), {}).get(action)
