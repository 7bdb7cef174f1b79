"""E2AP: functions. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements.types import (
        Cause,
        RANfunctionDefinition,
        RANfunctionID,
        RANfunctionOID,
        RANfunctionRevision,
    )


@dataclass(frozen=True, slots=True)
class RANfunction_Item:
    """RANfunction-Item. All editions."""

    ran_function_id: RANfunctionID
    ran_function_definition: RANfunctionDefinition
    ran_function_revision: RANfunctionRevision
    ran_function_oid: RANfunctionOID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ranFunctionDefinition", "ran_function_definition"),
        ("ranFunctionRevision", "ran_function_revision"),
        ("ranFunctionOID", "ran_function_oid"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionID_Item:
    """RANfunctionID-Item. All editions."""

    ran_function_id: RANfunctionID
    ran_function_revision: RANfunctionRevision

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ranFunctionRevision", "ran_function_revision"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionIDcause_Item:
    """RANfunctionIDcause-Item. All editions."""

    ran_function_id: RANfunctionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICloadInformation:
    """RICloadInformation. Edition 7.00 only."""

    load_status: Literal["overload", "notoverload"] | None = None
    load_estimate: int | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("loadStatus", "load_status"),
        ("loadEstimate", "load_estimate"),
    )


@dataclass(frozen=True, slots=True)
class RICrequestID:
    """RICrequestID. All editions."""

    ric_requestor_id: int
    ric_instance_id: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestorID", "ric_requestor_id"),
        ("ricInstanceID", "ric_instance_id"),
    )
