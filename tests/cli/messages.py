"""Messages that the tests of the command line look at."""

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import (
    GlobalE2node_gNB_ID,
    GlobalgNB_ID,
    RANfunction_Item,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.messages import E2setupRequest, RICsubscriptionDeleteRequest, RICsubscriptionRequest
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.kpm.elements import E2SM_KPM_RANfunction_Description
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

DEFINITION = KPM.encode(
    PayloadKind.FUNCTION_DEFINITION,
    E2SM_KPM_RANfunction_Description(
        ran_function_name=RANfunction_Name("ORAN-E2SM-KPM", KPM.oid, "KPM Monitor", None),
        ric_event_trigger_style_list=None,
        ric_report_style_list=None,
    ),
    "2.03",
)
SETUP = codec("1.01").encode(
    E2setupRequest(
        global_e2_node_id=(
            "gNB",
            GlobalE2node_gNB_ID(GlobalgNB_ID(b"\x00\xf1\x10", ("gnb-ID", BitString(b"\x00\x00\x02\xa0", 28)))),
        ),
        ran_functions_added=(RANfunction_Item(2, DEFINITION, 1, KPM.oid),),
    )
)
"""An E2 Setup Request of 1.01 with one function of KPM."""
DELETE = codec("2.03").encode(RICsubscriptionDeleteRequest(RICrequestID(1021, 0), 147))
TRIGGER = bytes.fromhex("0803e7")
"""KPM's event trigger with a period of 1000 ms."""
ACTION = bytes.fromhex("00010100000000a04452422e5545546870446c012000004003e7")
"""KPM's action definition of style 1: DRB.UEThpDl, no label, 1000 ms."""
SUBSCRIPTION = codec("2.03").encode(
    RICsubscriptionRequest(
        ric_request_id=RICrequestID(1021, 0),
        ran_function_id=147,
        ric_subscription_details=RICsubscriptionDetails(
            ric_event_trigger_definition=TRIGGER,
            ric_action_to_be_setup_list=(RICaction_ToBeSetup_Item(0, "report", ACTION),),
        ),
    )
)
