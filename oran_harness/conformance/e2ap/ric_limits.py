"""E2 nodes and messages at the limits that E2AP sets, with a near-RT RIC under test (E2AP 9)."""

from dataclasses import replace

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_components import check_components
from oran_harness.conformance.e2ap.ric_functions import check_functions, foreign_function, ids, kpm_function
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction, our_offer, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_subscribe, granted, kpm_indication, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm.model import KPM
from oran_harness.steps import Peer, inconclusive
from oran_harness.steps.causes import cause
from oran_harness.steps.interface_setup import ng_setup
from oran_harness.steps.node_components import NodeComponent
from oran_harness.steps.offers import (
    KPM_FUNCTION,
    NodeOffer,
    another_component,
    configuration_update,
    model_edition,
    service_update,
    setup_request,
)

_SETUP = "O-RAN.WG3.E2AP 8.3.1.2"
_FRESH = ("association.fresh",)
_TAGS = ("E2setup", "positive", "limits")
_LAST_ID, _LAST_REVISION = 4095, 4095
_LAST_UNIT = 2**36 - 1
_LONGEST_NAME = 150
_MOST_FUNCTIONS, _MOST_COMPONENTS, _MOST_ACTIONS, _MOST_ERRORS = 256, 1024, 16, 256
_MEASUREMENTS_OF_64_KIB = 2_600
_OCTETS = 65_536


@case(
    id="E2AP-LIMIT-101",
    title="A node whose only RAN function has the highest id and revision is answered for it",
    clause=f"{_SETUP}, 9.2.8",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=(*_TAGS, "F24"),
)
async def answers_for_one_function(node: Peer) -> None:
    """One is the least that a list holds; 4095 is an id like any other."""
    await _functions_answered(node, kpm_function(node.edition, id=_LAST_ID, revision=_LAST_REVISION))


@case(
    id="E2AP-LIMIT-102",
    title="RAN functions whose names have 1 and 150 characters are answered for",
    clause=f"{_SETUP}; O-RAN.WG3.E2SM-KPM RANfunction-Name",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def answers_for_short_and_long_names(node: Peer) -> None:
    """The shortest and the longest names that need no extension of their size: of the function and of its styles."""
    await _functions_answered(node, _named(node, 11, "K"), _named(node, 12, "K" * _LONGEST_NAME))


@case(
    id="E2AP-LIMIT-103",
    title="RAN functions whose names have more than 150 characters are answered for",
    clause=f"{_SETUP}; O-RAN.WG3.E2SM-KPM RANfunction-Name",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def answers_for_longer_names(node: Peer) -> None:
    """The size of a name can be extended, and names in the field use that. The function may be rejected."""
    await _functions_answered(node, _named(node, 11, "K" * (_LONGEST_NAME + 1)), _named(node, 12, "K" * 1000))


@case(
    id="E2AP-LIMIT-104",
    title="A RAN function with characters in its name that cannot be there is answered for",
    clause=f"{_SETUP}; O-RAN.WG3.E2SM-KPM RANfunction-Name",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=("E2setup", "negative", "limits", "F18"),
)
async def answers_for_odd_characters(node: Peer) -> None:
    """PrintableString has no underscore and no at sign. To E2AP the definition is an octet string like any other."""
    function = kpm_function(node.edition, id=KPM_FUNCTION)
    odd = function.ran_function_definition.replace(b"ORAN-E2SM-KPM", b"ORAN_E2SM@KPM")
    await _functions_answered(node, replace(function, ran_function_definition=odd), injected=True)


@case(
    id="E2AP-LIMIT-105",
    title="A RAN function definition of more than 64 KiB is answered for",
    clause=f"{_SETUP}, 9.1.2.2, 9.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=(*_TAGS, "F6", "F26"),
)
async def answers_for_a_huge_definition(node: Peer) -> None:
    """It comes in several fragments of PER, and in many chunks of SCTP."""
    await _functions_answered(node, kpm_function(node.edition, id=KPM_FUNCTION, further=_MEASUREMENTS_OF_64_KIB))


@case(
    id="E2AP-LIMIT-106",
    title="A Service Update that brings a node to 256 RAN functions is answered for each, and so is their deletion",
    clause="O-RAN.WG3.E2AP 8.3.4.2, 9.1.2.7",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceUpdate",),
    tags=("RICserviceUpdate", "positive", "limits"),
)
async def answers_for_a_full_update(node: Peer) -> None:
    """256 are as many as a list may hold. The RIC may refuse them; it may not lose any."""
    offer = our_offer(node)
    added = tuple(foreign_function(1000 + place) for place in range(_MOST_FUNCTIONS - len(offer.functions)))
    if await _update_answered(node, service_update(offer, new_transaction(node), added=added), ids(added)):
        await _update_answered(node, service_update(offer, new_transaction(node), deleted=added), ids(added))


@case(
    id="E2AP-LIMIT-107",
    title="A node that declares 1,024 components is answered for each of them",
    clause=f"{_SETUP}, 9.1.2.2, 9.2.26",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def answers_for_1024_components(node: Peer) -> None:
    """As many as a list may hold: the DUs of a large CU, numbered from 0."""
    offer = our_offer(node)
    plain = another_component(offer, interface="f1")
    await _components_answered(node, tuple(_with_unit(plain, unit) for unit in range(_MOST_COMPONENTS)))


@case(
    id="E2AP-LIMIT-108",
    title="Components whose names have 1 and 150 characters, or the highest id, are answered for",
    clause=f"{_SETUP}, 9.2.26",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def answers_for_component_names(node: Peer) -> None:
    """An NG interface is named by its AMF, an F1 interface by the gNB-DU-ID, of which 68719476735 is the highest."""
    offer = our_offer(node)
    last = _with_unit(another_component(offer, interface="f1"), _LAST_UNIT)
    await _components_answered(node, (_of_amf(offer, "a"), _of_amf(offer, "a" * _LONGEST_NAME), last))


@case(
    id="E2AP-LIMIT-109",
    title="A component configuration of 64 KiB is answered for",
    clause="O-RAN.WG3.E2AP 8.3.5.2, 9.2.27",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:E2nodeConfigurationUpdate", "e2ap:2.03"),
    tags=("E2nodeConfigurationUpdate", "positive", "limits"),
)
async def answers_for_a_huge_component(node: Peer) -> None:
    """The messages in it are of another interface, and octets to E2AP; the RIC may refuse what it does not want."""
    offer = our_offer(node)
    component = another_component(offer)
    huge = replace(component, response=component.response + bytes(_OCTETS - len(component.response)))
    await exchange(
        node,
        configuration_update(offer, new_transaction(node), added=(huge,)),
        m.E2nodeConfigurationUpdateAcknowledge,
        m.E2nodeConfigurationUpdateFailure,
        requirement="The near-RT RIC answers a Configuration Update of any legal size",
        injected=True,
    )


@case(
    id="E2AP-LIMIT-110",
    title="Nodes with the highest gNB-DU-ID and gNB-CU-UP-ID are answered",
    clause=f"{_SETUP}, 9.2.6",
    level=Level.MUST,
    under_test=RIC,
    tags=(*_TAGS, "identity", "F31"),
)
async def answers_the_highest_ids(node: Peer) -> None:
    """68719476735 needs 36 bits: more than a word of 32, and than what a signed number of 32 bits holds."""
    for kind, cu_up, du in (("du", None, _LAST_UNIT), ("cu-up", _LAST_UNIT, None), ("du", None, 2**31)):
        offer = our_offer(node, kind, sibling=1)
        gnb = e.GlobalgNB_ID(offer.plmn, ("gnb-ID", BitString(b"\xff\xff\xff\xff", 32)))
        identity = e.GlobalE2node_gNB_ID(gnb, gnb_cu_up_id=cu_up, gnb_du_id=du)
        association = await node.open()
        await _setup_answered(node, replace(offer, node_id=("gNB", identity)), association)
        await node.close(association)


@case(
    id="E2AP-LIMIT-111",
    title="A subscription with 16 actions is taken with all its reports",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 8.2.3.2, 9.1.1.1",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription"),
    tags=("RICsubscription", "positive", "limits"),
)
async def takes_sixteen_actions(node: Peer) -> None:
    """As many as a list may hold, all admitted; each of them reports."""
    association = node.here
    request = await asked_to_subscribe(node, actions=_MOST_ACTIONS)
    response = granted(node, request)
    admitted = (response.ric_actions_admitted or ()) if isinstance(response, m.RICsubscriptionResponse) else ()
    if len(admitted) < 2:
        raise inconclusive("the near-RT RIC does not subscribe to several actions")
    await node.send(response)
    report = kpm_indication(node, request)
    for item in admitted:
        await node.send(replace(report, ric_action_id=item.ric_action_id))
    await unmoved(node, association, f"a report for each of {len(admitted)} actions")


@case(
    id="E2AP-LIMIT-112",
    title="An indication of more than 64 KiB is taken",
    clause="O-RAN.WG3.E2AP 8.2.3.2, 9.4",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICindication"),
    tags=("RICindication", "positive", "limits", "F26"),
)
async def takes_a_huge_indication(node: Peer) -> None:
    """As many records as fit behind one another, as a node makes them that stores for long."""
    association = node.here
    request = await subscribed(node)
    report = kpm_indication(node, request)
    values = _OCTETS // (len(kpm_indication(node, request, values=1001).ric_indication_message or b"") // 1000) + 1
    huge = kpm_indication(node, request, values=values)
    await node.send(report)
    await node.send(huge)
    await unmoved(node, association, "an indication of more than 64 KiB")


@case(
    id="E2AP-LIMIT-113",
    title="A Delete Required with the lowest and the highest ids is ignored where they are unknown",
    clause="O-RAN.WG3.E2AP 8.2.2A.3, 9.2.7, 9.2.8",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICsubscriptionDeleteRequired", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "negative", "limits"),
)
async def ignores_the_lowest_and_highest_ids(node: Peer) -> None:
    """0 and 65535 are values like any other for both halves of a RIC Request ID."""
    why = cause("misc/unspecified", node.edition)
    names = [(0, 0), (65535, 65535), (0, 65535), (65535, 0)]
    items = tuple(
        e.RICsubscription_withCause_Item(e.RICrequestID(*name), function, why)
        for name in names
        for function in (0, _LAST_ID)
    )
    association = node.here
    await node.send(m.RICsubscriptionDeleteRequired(items), injected=True)
    await unmoved(node, association, "a Delete Required for unknown subscriptions with the lowest and highest ids")


@case(
    id="E2AP-LIMIT-114",
    title="An Error Indication that reports 256 IEs is not answered",
    clause="O-RAN.WG3.E2AP 8.3.3.2, 9.2.2, 10; 3GPP TS 36.413 10.5",
    level=Level.MUST,
    under_test=RIC,
    tags=("ErrorIndication", "negative", "limits"),
)
async def takes_256_errors(node: Peer) -> None:
    """As many as Criticality Diagnostics may hold, about an answer that the RIC gave."""
    association = node.here
    items = tuple(
        e.CriticalityDiagnostics_IE_Item("notify", number, "not-understood") for number in range(_MOST_ERRORS)
    )
    diagnostics = e.CriticalityDiagnostics(1, "successful-outcome", "reject", ies_criticality_diagnostics=items)
    why = cause("abstract-syntax-error-ignore-and-notify", node.edition)
    report = m.ErrorIndication(new_transaction(node), cause=why, criticality_diagnostics=diagnostics)
    await node.send(report, injected=True)
    await unmoved(node, association, "an Error Indication that reports 256 IEs")


def _named(node: Peer, id: int, name: str) -> e.RANfunction_Item:
    """A function of KPM in which whatever has a name has this one."""
    function = kpm_function(node.edition, id=id)
    value = KPM.decode(PayloadKind.FUNCTION_DEFINITION, function.ran_function_definition).value
    named = replace(
        value,
        ran_function_name=replace(value.ran_function_name, ran_function_short_name=name, ran_function_description=name),
        ric_event_trigger_style_list=tuple(
            replace(each, ric_event_trigger_style_name=name) for each in value.ric_event_trigger_style_list
        ),
        ric_report_style_list=tuple(replace(each, ric_report_style_name=name) for each in value.ric_report_style_list),
    )
    definition = KPM.encode(PayloadKind.FUNCTION_DEFINITION, named, model_edition("kpm", node.edition))
    return replace(function, ran_function_definition=definition)


def _of_amf(offer: NodeOffer, name: str) -> NodeComponent:
    setup = ng_setup(offer.plmn, offer.number, name)
    identity: e.E2nodeComponentID = ("e2nodeComponentInterfaceTypeNG", e.E2nodeComponentInterfaceNG(name))
    return NodeComponent("ng", identity, setup.request, setup.response)


def _with_unit(component: NodeComponent, unit: int) -> NodeComponent:
    """An F1 interface with another DU."""
    return replace(component, id=("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(unit)))


async def _setup_answered(
    node: Peer, offer: NodeOffer, association: str | None = None, *, injected: bool = False
) -> m.E2setupResponse | m.E2setupFailure:
    return await exchange(
        node,
        setup_request(offer, new_transaction(node)),
        m.E2setupResponse,
        m.E2setupFailure,
        association=association,
        requirement="The near-RT RIC answers an E2 Setup with any legal value: by a response, or by a failure with a "
        "cause",
        injected=injected,
    )


async def _functions_answered(node: Peer, *functions: e.RANfunction_Item, injected: bool = False) -> None:
    answer = await _setup_answered(node, replace(our_offer(node), functions=functions), injected=injected)
    if isinstance(answer, m.E2setupResponse):
        accepted, rejected = answer.ran_functions_accepted, answer.ran_functions_rejected
        check_functions(ids(functions), accepted, rejected, answer="E2 SETUP RESPONSE")


async def _components_answered(node: Peer, components: tuple[NodeComponent, ...]) -> None:
    answer = await _setup_answered(node, replace(our_offer(node), components=components))
    if isinstance(answer, m.E2setupResponse):
        check_components(components, answer.e2_node_component_config_addition_ack, answer="E2 SETUP RESPONSE")


async def _update_answered(node: Peer, update: m.RICserviceUpdate, asked: list[int]) -> bool:
    """Whether the RIC acknowledges the update, in which case each function has to be accounted for."""
    answer: m.RICserviceUpdateAcknowledge | m.RICserviceUpdateFailure = await exchange(
        node,
        update,
        m.RICserviceUpdateAcknowledge,
        m.RICserviceUpdateFailure,
        requirement="The near-RT RIC answers a Service Update of any legal size",
    )
    if isinstance(answer, m.RICserviceUpdateFailure):
        return False
    accepted, rejected = answer.ran_functions_accepted, answer.ran_functions_rejected
    check_functions(asked, accepted, rejected, answer="RIC SERVICE UPDATE ACKNOWLEDGE")
    return not rejected
