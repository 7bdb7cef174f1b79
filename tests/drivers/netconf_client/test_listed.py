"""The lists in which an element names its schemas."""

from oran_harness.drivers.netconf_client.listed import LIBRARY, MONITORING, Listed, listing
from oran_harness.protocols.netconf import BASE_1_1, Rpc, RpcError
from oran_harness.protocols.netconf.speaking import data, refusal
from tests.drivers.netconf_client.elements import Scripted, spoken_to, within

OLD = (
    f'<modules-state xmlns="{LIBRARY}"><module><name>b</name><revision/><submodule><name>b-part</name>'
    "<revision>2025-01-01</revision></submodule></module></modules-state>"
)
STATE = (
    f'<netconf-state xmlns="{MONITORING}"><schemas>'
    "<schema><identifier>c</identifier><version>unknown</version><format>x:yang</format>"
    "<location>NETCONF</location></schema>"
    "<schema><identifier>c</identifier><version/><format>yin</format></schema>"
    "<schema><identifier>d</identifier><version/><format>yang</format><location>https://d</location></schema>"
    "</schemas></netconf-state>"
)


def answer(rpc: Rpc) -> bytes:
    """The library of RFC 8525 is refused, that of before is there, and so are schemas."""
    octets = rpc.octets
    if b"yang-library" in octets and b"modules-state" not in octets and b"<yang-library" in octets:
        return refusal(rpc, RpcError("application", "access-denied"))
    return data(rpc, (OLD if b"modules-state" in octets else STATE).encode())


def test_all_lists_are_read() -> None:
    """Modules and submodules, and what get-schema gives as yang; what cannot be read is remarked."""

    async def test() -> None:
        element = Scripted(answer, [BASE_1_1, "urn:e?module=e&amp;revision=2024-02-03", "urn:f"])
        async with spoken_to(element) as client:
            found = await listing(client)
        old, state = "list of modules of before RFC 8525", "list of schemas in netconf-state"
        assert found.schemas == (
            Listed("b", "", old),
            Listed("b-part", "2025-01-01", old),
            Listed("c", "", state),
            Listed("e", "2024-02-03", "hello"),
        )
        assert len(found.remarks) == 1
        assert "YANG library cannot be read" in found.remarks[0]

    within(test())
