"""Which service model a RAN function is of."""

import functools
from dataclasses import dataclass

from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.ni.elements import RANfunction_Name as NiName
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC

MODELS = (KPM, RC, NI)
"""The service models that are known here."""

OTHERS = {
    "1.3.6.1.4.1.53148.1.1.2.0": "E2SM common, which is no service model",
    "1.3.6.1.4.1.53148.1.1.2.2": "E2SM-KPM version 1, which versions from 2.00 on replaced under another OID",
    "1.3.6.1.4.1.53148.1.1.2.4": "E2SM-CCC",
    "1.3.6.1.4.1.53148.1.1.2.5": "E2SM-LLC",
}
"""OIDs of models that are not decoded here, and what they are (COM 6.2.2.1, the models' own ASN.1)."""

_ALSO = {"1.3.6.1.4.1.53148.1.2.1": NI.oid}
"""OIDs that a document prints in place of its own ASN.1's (NI 8.3.2; so does E2TS 5.2.5.1.1)."""
_SHORT_NAMES = {"ORAN-E2SM-CCC": "E2SM-CCC", "ORAN-E2SM-LLC": "E2SM-LLC"}


@dataclass(frozen=True, slots=True)
class Identification:
    """Which model a RAN function is of, and what tells so.

    ``model`` is None for a model that is not decoded here; ``reason`` is a sentence for people either way. ``oid``
    and ``short_name`` are those inside the definition, None where it cannot be read.
    """

    model: ServiceModel | None
    reason: str
    oid: str | None = None
    short_name: str | None = None


def service_model(key: str) -> ServiceModel:
    """The service model called ``key``; raises ``UsageError`` if there is none."""
    for model in MODELS:
        if model.key == key:
            return model
    raise UsageError(f"There is no service model {key} here; choose one of {', '.join(m.key for m in MODELS)}.")


def identify(oid: str | None, definition: bytes | None = None) -> ServiceModel | None:
    """The service model of a RAN function, None if it is not one of those known here; see ``identification``."""
    return identification(oid, definition).model


def identification(oid: str | None, definition: bytes | None = None) -> Identification:
    """Which service model a RAN function is of.

    The function's RAN Function OID (E2AP 9.2.31) decides; where it is missing or unknown the RAN Function Name at
    the start of the definition does (COM 6.2.2.1): first its OID, then its short name. Raises nothing for any input.
    """
    name = None if definition is None else function_name(definition)
    inner_oid = None if name is None else name.ran_function_e2sm_oid
    short_name = None if name is None else name.ran_function_short_name
    for what, said in (("RAN Function OID", oid), ("OID inside the definition", inner_oid)):
        for model in MODELS:
            if _ALSO.get(said or "", said) == model.oid:
                return Identification(model, f"the {what} is that of {model.title}", inner_oid, short_name)
        if said in OTHERS:
            return Identification(None, f"the {what} is that of {OTHERS[said]}", inner_oid, short_name)
    for model in MODELS:
        if short_name == model.short_name:
            return Identification(
                model, f"the OID is unknown; the short name is that of {model.title}", inner_oid, short_name
            )
    if short_name in _SHORT_NAMES:
        reason = f"the OID is unknown; the short name is that of {_SHORT_NAMES[short_name]}"
    elif short_name is not None:
        reason = f"neither the OID nor the short name {short_name!r} is known"
    elif definition and all(0x20 <= octet < 0x7F for octet in definition):
        reason = f"the OID is unknown, and the definition is the text {definition[:40].decode('ascii')!r}"
    elif definition:
        reason = "the OID is unknown, and the definition does not begin with a RAN Function Name"
    else:
        reason = "the OID is unknown, and there is no definition to look into"
    return Identification(None, reason, inner_oid, short_name)


@functools.lru_cache(maxsize=256)
def function_name(definition: bytes) -> RANfunction_Name | None:
    """The RAN Function Name with which a definition of any O-RAN service model begins (COM 6.2.2.1).

    None where the octets are something else: the name's parts must be readable and conform to their types.
    """
    # How many bits stand before the name depends on the model: one for each optional part of its definition.
    names = [name for model in MODELS if (name := _name_as(model, definition)) is not None]
    known = {model.oid for model in MODELS} | {model.short_name for model in MODELS} | {*OTHERS, *_SHORT_NAMES}
    for name in names:
        if known & {name.ran_function_e2sm_oid, name.ran_function_short_name}:
            return name
    return names[0] if names else None


def _name_as(model: ServiceModel, definition: bytes) -> RANfunction_Name | None:
    """The name at the start of a definition, read as that of the model's newest edition."""
    reading = model.decode(PayloadKind.FUNCTION_DEFINITION, definition, model.editions[-1])
    wrong = (complaint.path for complaint in reading.complaints if complaint.kind.breaks_syntax)
    if any(path.startswith("ranFunction-Name") for path in wrong):
        return None
    name = getattr(reading.value, "ran_function_name", None)
    if isinstance(name, NiName):
        # E2SM-NI is older than E2SM common and spells the name out itself, member by member alike.
        instance = name.ran_function_instance
        return RANfunction_Name(
            name.ran_function_short_name, name.ran_function_e2sm_oid, name.ran_function_description, instance
        )
    return name if isinstance(name, RANfunction_Name) else None
