"""Which service model a RAN function is of."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model.errors import UsageError
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.ni.build import function_definition as ni_definition
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.registry import OTHERS, function_name, identification, identify, service_model
from tests.service_models.recorded import captured, vectors
from tests.service_models.samples import KPM_OID, RC_OID, kpm_definition

DEFINITION = PayloadKind.FUNCTION_DEFINITION
KPM_1_OID = "1.3.6.1.4.1.53148.1.1.2.2"


def encoded(oid: str = KPM_OID, short_name: str = "ORAN-E2SM-KPM") -> bytes:
    """A KPM definition that names itself so."""
    return KPM.encode(DEFINITION, kpm_definition(oid, short_name), "6.00")


def test_models_by_their_key() -> None:
    """A model is found by the key that specs/ has for it; another key is the caller's mistake."""
    assert service_model("kpm") is KPM
    assert service_model("rc") is RC
    assert service_model("ni") is NI
    with pytest.raises(UsageError, match="There is no service model ccc here; choose one of kpm, rc, ni"):
        service_model("ccc")


def test_ni_spells_its_name_out_itself() -> None:
    """Its name is read as that of any other model; the OID that E2SM-NI prints beside its ASN.1's is taken for it."""
    definition = ni_definition("1.00")
    name = function_name(definition)
    assert name is not None
    assert (name.ran_function_short_name, name.ran_function_e2sm_oid) == (NI.short_name, NI.oid)
    assert identify(None, definition) is NI
    assert identify("1.3.6.1.4.1.53148.1.2.1") is NI


def test_the_oid_decides() -> None:
    """The RAN Function OID tells the model, whatever the definition says."""
    assert identify(KPM_OID) is KPM
    assert identify(RC_OID, encoded()) is RC
    assert identification(KPM_OID, b"\xff").reason == "the RAN Function OID is that of E2SM-KPM"


def test_without_a_known_oid_the_definition_tells() -> None:
    """An OID that is missing or unknown gives way to the OID, then to the short name, inside the definition."""
    assert identify(None, encoded()) is KPM
    assert identify("OID123", encoded(oid="OID123")) is KPM
    assert identify("OID123", encoded(short_name="anything")) is KPM
    found = identification("OID123", encoded(oid="OID123", short_name="anything"))
    assert found.model is None
    assert (found.oid, found.short_name) == ("OID123", "anything")
    assert found.reason == "neither the OID nor the short name 'anything' is known"


def test_a_broken_definition_still_has_its_name() -> None:
    """The name stands first, so what is wrong behind it does not matter."""
    octets = encoded()
    name = function_name(octets[:60])
    assert name is not None
    assert name.ran_function_short_name == "ORAN-E2SM-KPM"
    assert identify(None, octets[:60]) is KPM
    assert function_name(octets[:10]) is None


def test_version_1_of_kpm_is_another_model() -> None:
    """The OID of KPM version 1 is not that of KPM, even if the short name is."""
    found = identification(KPM_1_OID, encoded(oid=KPM_1_OID))
    assert found.model is None
    assert "KPM version 1" in found.reason
    assert identify(None, encoded(oid=KPM_1_OID)) is None


@pytest.mark.parametrize("oid", sorted(OTHERS))
def test_other_models_are_known_by_name(oid: str) -> None:
    """O-RAN's other models are named, and not decoded."""
    found = identification(oid)
    assert found.model is None
    assert found.reason.endswith(OTHERS[oid])


def test_other_models_by_their_short_name() -> None:
    """A short name of O-RAN's names a model too."""
    assert "E2SM-LLC" in identification("1.2.3", encoded("1.2.3", "ORAN-E2SM-LLC")).reason


def test_definitions_of_another_kind() -> None:
    """A stack's own models have no RAN Function Name: text, nothing, or anything."""
    assert identification("0.0.142", b"MAC_STATS_V0").reason.endswith("the definition is the text 'MAC_STATS_V0'")
    assert "does not begin with" in identification(None, b"\xff\xff").reason
    assert "no definition" in identification(None, None).reason
    assert "no definition" in identification(None, b"").reason


@given(st.none() | st.text(max_size=30), st.none() | st.binary(max_size=80))
@settings(max_examples=80, database=None, deadline=None)
def test_nothing_raises(oid: str | None, definition: bytes | None) -> None:
    """Any OID and any octets are identified, or not, with a reason."""
    found = identification(oid, definition)
    assert found.reason
    assert identify(oid, definition) is found.model


def test_functions_of_real_stacks(reference: Path) -> None:
    """FlexRIC's own functions are none of O-RAN's; e2sim and srsRAN put something else where the OID belongs."""
    found: dict[tuple[str, int], str | None] = {}
    for one in (*captured(reference), *vectors(reference)):
        if one.kind is DEFINITION:
            model = identify(one.oid, one.octets)
            found[one.file, one.function] = model.key if model else None
    assert {key: model for key, model in found.items() if model} == {
        ("e2sim-node_flexric-ric-v2.03.pcap", 2): "kpm",
        ("flexric-e2ap-v2.03-kpm-rc.pcap", 2): "kpm",
        ("flexric-e2ap-v2.03-kpm-rc.pcap", 3): "rc",
        ("flexric-node-v1.01_ric-v2.03-aborts.pcap", 2): "kpm",
        ("flexric-node-v1.01_ric-v2.03-aborts.pcap", 3): "rc",
        ("onosproject/onos-e2t", 1): "kpm",
        ("onosproject/onos-e2t", 2): "rc",
        ("srsran/srsRAN_4G", 147): "kpm",
    }
    assert {function for (_, function), model in found.items() if model is None} == {142, 143, 144, 145, 146, 147, 148}
