"""Which service model a RAN function is of, said twice: in E2AP and in its definition (E2AP 9.2.31, E2SM 6.2.2.1)."""

import re
from collections.abc import Iterator

from oran_harness.checkers.observation import MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunction_Item
from oran_harness.protocols.e2ap.messages import E2setupRequest, RICserviceUpdate
from oran_harness.service_models import MODELS
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.registry import function_name

NODE = "the E2 node"
_OFFERS = (E2setupRequest, RICserviceUpdate)
_OID = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*))+")


@rule(
    id="E2SM-OID-DIFFERS",
    title="A RAN function has one OID",
    clause="O-RAN.WG3.E2AP 9.2.31; O-RAN.WG3.E2SM 6.2.2.1",
    hint="Send the same OID as ranFunctionOID of the function item and as ranFunction-E2SM-OID inside the definition: "
    "a RIC may go by either.",
    blames=NODE,
    of=_OFFERS,
)
def oid_differs(seen: MessageObserved) -> Iterator[Breach]:
    """The RAN Function OID of E2AP and the OID inside the function's definition are the same."""
    for item, name in _named(seen):
        if item.ran_function_oid is not None and item.ran_function_oid != name.ran_function_e2sm_oid:
            yield Breach(
                blame=seen.role,
                message=f"RAN function {item.ran_function_id} has one OID in E2AP and another in its definition",
                expected="the same OID in both",
                actual=f"{_told(item.ran_function_oid)} in E2AP, {_told(name.ran_function_e2sm_oid)} in the definition",
                key=f"function {item.ran_function_id}",
            )


def _told(oid: str) -> str:
    """An OID for people: one without characters is an OID that nobody sees."""
    return oid or "an empty text"


@rule(
    id="E2SM-OID-FOREIGN",
    title="Short name and OID of a function are of one service model",
    clause="O-RAN.WG3.E2SM 6.2.2.1; O-RAN.WG3.E2SM-KPM 7.2; O-RAN.WG3.E2SM-RC 7.2",
    hint="Give the function the OID of the service model that its short name says: KPM 1.3.6.1.4.1.53148.1.2.2.2, RC "
    "1.3.6.1.4.1.53148.1.1.2.3.",
    blames=NODE,
    of=_OFFERS,
)
def oid_foreign(seen: MessageObserved) -> Iterator[Breach]:
    """A function whose short name is that of one service model does not carry the OID of another."""
    for item, name in _named(seen):
        own = next((model for model in MODELS if model.short_name == name.ran_function_short_name), None)
        other = next((model for model in MODELS if model.oid == name.ran_function_e2sm_oid), None)
        if own is not None and other is not None and own is not other:
            yield Breach(
                blame=seen.role,
                message=f"RAN function {item.ran_function_id} is {own.short_name} by name and {other.title} by OID",
                expected=own.oid,
                actual=other.oid,
                key=f"function {item.ran_function_id}",
            )


@rule(
    id="E2SM-OID-FORM",
    title="The OID of a function is an object identifier",
    clause="O-RAN.WG3.E2SM 6.2.2.1 (RAN Function Service Model OID)",
    level=Level.SHOULD,
    hint="Write the service model's object identifier in dotted decimal form, such as 1.3.6.1.4.1.53148.1.2.2.2 for "
    "KPM. A RIC that looks functions up by OID will not find this one.",
    blames="nobody: the ends may have agreed on a name of their own",
    of=_OFFERS,
)
def oid_form(seen: MessageObserved) -> Iterator[Breach]:
    """The OID inside a function's definition has the form of an object identifier."""
    for item, name in _named(seen):
        if not _OID.fullmatch(name.ran_function_e2sm_oid):
            yield Breach(
                blame=None,
                message=f"the OID of RAN function {item.ran_function_id}, {name.ran_function_e2sm_oid!r}, "
                "is no object identifier",
                expected="numbers separated by dots",
                actual=_told(name.ran_function_e2sm_oid),
                key=f"function {item.ran_function_id}",
            )


def _named(seen: MessageObserved) -> Iterator[tuple[RANfunction_Item, RANfunction_Name]]:
    """The functions that a message offers whose definition begins with a RAN Function Name."""
    for field in ("ran_functions_added", "ran_functions_modified"):
        for item in getattr(seen.message, field, None) or ():
            definition = getattr(item, "ran_function_definition", None)
            name = function_name(definition) if isinstance(definition, bytes) else None
            if name is not None:
                yield item, name
