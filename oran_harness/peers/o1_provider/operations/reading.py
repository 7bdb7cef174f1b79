"""get and get-config (RFC 6241 7.1, 7.7; RFC 6243)."""

from lxml import etree

from oran_harness.codec.xml import Element, local_name, write
from oran_harness.peers.o1_provider.datastore import Filter, Snapshot, WithDefaults, read
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.names import WITH_DEFAULTS, tag
from oran_harness.peers.o1_provider.parameters import Parameters, invalid
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.state_data import state_data
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.speaking import reply

_WITH_DEFAULTS = tag(WITH_DEFAULTS, "with-defaults")


def get_config(request: Request) -> bytes:
    """The configuration of one datastore, or the part that a filter selects."""
    parameters = Parameters(request.operation, ("source", "filter"), (_WITH_DEFAULTS,))
    source = parameters.datastore("source")
    snapshot = request.managed.datastores.holds(str(source))
    mode, element = _mode(parameters), parameters.get("filter")
    wanted = filter_of(element)
    answers = request.managed.answers
    key = (request.session.user, mode, b"" if element is None else etree.tostring(element, with_tail=False))
    data = answers.find(snapshot, key)
    if data is None:
        data = write(read(snapshot, request.managed.models, mode=mode, wanted=wanted, rights=request.rights))
        answers.keep(snapshot, key, data)
    return reply(request.rpc, data)


def get(request: Request) -> bytes:
    """Running and the state of the element, or the part that a filter selects."""
    parameters = Parameters(request.operation, ("filter",), (_WITH_DEFAULTS,))
    managed = request.managed
    mode, wanted = _mode(parameters), filter_of(parameters.get("filter"))
    running: Snapshot = managed.datastores.running
    state = state_data(managed, request.now, _wanted_tops(wanted))
    found = read(running, managed.models, mode=mode, wanted=wanted, rights=request.rights, state=state)
    return reply(request.rpc, write(found))


def filter_of(element: Element | None) -> Filter | None:
    """The filter that an element is; raises ``Refusal`` for one that cannot be."""
    if element is None:
        return None
    kind = element.get("type", element.get(base("type"), "subtree"))
    if kind == "subtree":
        return Filter(subtree=element)
    if kind != "xpath":
        message = f"A filter's type is subtree or xpath, not {kind[:40]!r}."
        raise Refusal(protocol("bad-attribute", None, message, bad_attribute="type", bad_element="filter"))
    select = element.get("select", element.get(base("select")))
    if select is None:
        message = "A filter of the type xpath has an attribute select."
        raise Refusal(protocol("missing-attribute", None, message, bad_attribute="select", bad_element="filter"))
    return Filter(xpath=select, namespaces=element.nsmap)


def _wanted_tops(wanted: Filter | None) -> frozenset[str] | None:
    """The local names of the top-level nodes that a subtree filter selects from, None for all."""
    if wanted is None or wanted.subtree is None:
        return None
    return frozenset(local_name(each.tag) for each in wanted.subtree.iterchildren("*"))


def _mode(parameters: Parameters) -> WithDefaults:
    text = parameters.text("with-defaults", WithDefaults.EXPLICIT.value, WITH_DEFAULTS)
    try:
        return WithDefaults(text)
    except ValueError:
        known = ", ".join(each.value for each in WithDefaults)
        raise invalid("with-defaults", text, f"it is one of {known}") from None
