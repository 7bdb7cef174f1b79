"""E2AP: load and state. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements.functions import RICloadInformation, RICrequestID
    from oran_harness.protocols.e2ap.elements.types import (
        RANfunctionID,
        RICactionID,
        RICactionLoad_List,
        RICactionLoadConfirm_List,
        RICactionLoadRequest_List,
        RICloadConfirm,
        RICloadRequest,
        RICsubscriptionLoad_List,
        RICsubscriptionLoadConfirm_List,
        RICsubscriptionLoadRequest_List,
        RICsubscriptionResumed_List,
        RICsubscriptionSuspended_List,
        RICsubscriptionToBeResumed_List,
        RICsubscriptionToBeSuspended_List,
    )


@dataclass(frozen=True, slots=True)
class RANfunctionLoad_Item:
    """RANfunctionLoad-Item. Edition 7.00 only."""

    ran_function_id: RANfunctionID
    ran_function_load_information: RICloadInformation | None = None
    ric_service_load_information: RICserviceLoadInformation | None = None
    ric_subscription_load_list: RICsubscriptionLoad_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ranFunctionLoadInformation", "ran_function_load_information"),
        ("ricServiceLoadInformation", "ric_service_load_information"),
        ("ricSubscriptionLoad-list", "ric_subscription_load_list"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionLoadConfirm_Item:
    """RANfunctionLoadConfirm-Item. Edition 7.00 only."""

    ran_function_id: RANfunctionID
    ran_function_load_confirm: RICloadConfirm | None = None
    ric_service_load_confirm: RICserviceLoadConfirm | None = None
    ric_subscription_load_confirm_list: RICsubscriptionLoadConfirm_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ranFunctionLoadConfirm", "ran_function_load_confirm"),
        ("ricServiceLoadConfirm", "ric_service_load_confirm"),
        ("ricSubscriptionLoadConfirm-list", "ric_subscription_load_confirm_list"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionLoadRequest_Item:
    """RANfunctionLoadRequest-Item. Edition 7.00 only."""

    ran_function_id: RANfunctionID
    ran_function_load_request: RICloadRequest | None = None
    ric_service_load_request: RICserviceLoadRequest | None = None
    ric_subscription_load_request_list: RICsubscriptionLoadRequest_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ranFunctionLoadRequest", "ran_function_load_request"),
        ("ricServiceLoadRequest", "ric_service_load_request"),
        ("ricSubscriptionLoadRequest-list", "ric_subscription_load_request_list"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionStateConfirm_Item:
    """RANfunctionStateConfirm-Item. Edition 7.00 only."""

    ran_function_id: RANfunctionID
    ric_subscription_suspended_list: RICsubscriptionSuspended_List | None = None
    ric_subscription_resumed_list: RICsubscriptionResumed_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ricSubscriptionSuspended-list", "ric_subscription_suspended_list"),
        ("ricSubscriptionResumed-list", "ric_subscription_resumed_list"),
    )


@dataclass(frozen=True, slots=True)
class RANfunctionStateControl_Item:
    """RANfunctionStateControl-Item. Edition 7.00 only."""

    ran_function_id: RANfunctionID
    ric_subscription_to_be_suspended_list: RICsubscriptionToBeSuspended_List | None = None
    ric_subscription_to_be_resumed_list: RICsubscriptionToBeResumed_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunctionID", "ran_function_id"),
        ("ricSubscriptionToBeSuspended-list", "ric_subscription_to_be_suspended_list"),
        ("ricSubscriptionToBeResumed-list", "ric_subscription_to_be_resumed_list"),
    )


@dataclass(frozen=True, slots=True)
class RICactionList_Item:
    """RICactionList-Item. Edition 7.00 only."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICactionLoad_Item:
    """RICactionLoad-Item. Edition 7.00 only."""

    ric_action_id: RICactionID
    ric_action_load_information: RICloadInformation

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionLoadInformation", "ric_action_load_information"),
    )


@dataclass(frozen=True, slots=True)
class RICactionLoadConfirm_Item:
    """RICactionLoadConfirm-Item. Edition 7.00 only."""

    ric_action_id: RICactionID
    ric_action_load_confirm: RICloadConfirm

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionLoadConfirm", "ric_action_load_confirm"),
    )


@dataclass(frozen=True, slots=True)
class RICactionLoadRequest_Item:
    """RICactionLoadRequest-Item. Edition 7.00 only."""

    ric_action_id: RICactionID
    ric_action_load_request: RICloadRequest

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionLoadRequest", "ric_action_load_request"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadConfirm:
    """RICserviceLoadConfirm. Edition 7.00 only."""

    ric_service_report_load_confirm: RICloadConfirm | None = None
    ric_service_insert_load_confirm: RICloadConfirm | None = None
    ric_service_control_load_confirm: RICloadConfirm | None = None
    ric_service_policy_load_confirm: RICloadConfirm | None = None
    ric_service_query_load_confirm: RICloadConfirm | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricServiceReportLoadConfirm", "ric_service_report_load_confirm"),
        ("ricServiceInsertLoadConfirm", "ric_service_insert_load_confirm"),
        ("ricServiceControlLoadConfirm", "ric_service_control_load_confirm"),
        ("ricServicePolicyLoadConfirm", "ric_service_policy_load_confirm"),
        ("ricServiceQueryLoadConfirm", "ric_service_query_load_confirm"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadInformation:
    """RICserviceLoadInformation. Edition 7.00 only."""

    ric_service_report_load_information: RICloadInformation | None = None
    ric_service_insert_load_information: RICloadInformation | None = None
    ric_service_control_load_information: RICloadInformation | None = None
    ric_service_policy_load_information: RICloadInformation | None = None
    ric_service_query_load_information: RICloadInformation | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricServiceReportLoadInformation", "ric_service_report_load_information"),
        ("ricServiceInsertLoadInformation", "ric_service_insert_load_information"),
        ("ricServiceControlLoadInformation", "ric_service_control_load_information"),
        ("ricServicePolicyLoadInformation", "ric_service_policy_load_information"),
        ("ricServiceQueryLoadInformation", "ric_service_query_load_information"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadRequest:
    """RICserviceLoadRequest. Edition 7.00 only."""

    ric_service_report_load_request: RICloadRequest | None = None
    ric_service_insert_load_request: RICloadRequest | None = None
    ric_service_control_load_request: RICloadRequest | None = None
    ric_service_policy_load_request: RICloadRequest | None = None
    ric_service_query_load_request: RICloadRequest | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricServiceReportLoadRequest", "ric_service_report_load_request"),
        ("ricServiceInsertLoadRequest", "ric_service_insert_load_request"),
        ("ricServiceControlLoadRequest", "ric_service_control_load_request"),
        ("ricServicePolicyLoadRequest", "ric_service_policy_load_request"),
        ("ricServiceQueryLoadRequest", "ric_service_query_load_request"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionLoad_ItemIE:
    """RICsubscriptionLoad-ItemIE. Edition 7.00 only."""

    ric_request_id: RICrequestID
    ric_subscription_load_information: RICloadInformation | None = None
    ric_action_load_list: RICactionLoad_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ricSubscriptionLoadInformation", "ric_subscription_load_information"),
        ("ricActionLoad-list", "ric_action_load_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionLoadConfirm_ItemIE:
    """RICsubscriptionLoadConfirm-ItemIE. Edition 7.00 only."""

    ric_request_id: RICrequestID
    ric_subscription_load_confirm: RICloadConfirm | None = None
    ric_action_load_confirm_list: RICactionLoadConfirm_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ricSubscriptionLoadConfirm", "ric_subscription_load_confirm"),
        ("ricActionLoadConfirm-list", "ric_action_load_confirm_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionLoadRequest_ItemIE:
    """RICsubscriptionLoadRequest-ItemIE. Edition 7.00 only."""

    ric_request_id: RICrequestID
    ric_subscription_load_request: RICloadRequest | None = None
    ric_action_load_request_list: RICactionLoadRequest_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ricSubscriptionLoadRequest", "ric_subscription_load_request"),
        ("ricActionLoadRequest-list", "ric_action_load_request_list"),
    )
