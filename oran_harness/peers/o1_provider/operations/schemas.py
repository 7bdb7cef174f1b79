"""get-schema (RFC 6022 3.1)."""

from lxml import etree

from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application
from oran_harness.peers.o1_provider.names import MONITORING, tag
from oran_harness.peers.o1_provider.parameters import Parameters, invalid
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf.speaking import reply


def get_schema(request: Request) -> bytes:
    """The text of a module or submodule."""
    parameters = Parameters(request.operation, ("identifier", "version", "format"))
    parameters.need("identifier")
    name, version = parameters.text("identifier"), parameters.text("version")
    if parameters.text("format", "yang").rpartition(":")[2] != "yang":
        raise invalid("format", parameters.text("format"), "all schemas are there in yang")
    text = request.managed.models.source(name, version or None)
    if text is None:
        what = f"{name}@{version}" if version else name
        raise Refusal(application("invalid-value", None, f"There is no schema {what[:80]!r}."))
    data = etree.Element(tag(MONITORING, "data"), nsmap={None: MONITORING})
    data.text = text
    return reply(request.rpc, data)
