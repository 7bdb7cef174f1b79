"""Which schemas an element says to have: in its YANG library, in netconf-state, and in its hello."""

from collections.abc import Iterator
from dataclasses import dataclass

from oran_harness.codec.xml import Element, local_name
from oran_harness.drivers.netconf_client.client import NetconfClient, NoReply, Refused, Unreadable, done
from oran_harness.protocols.netconf import BASE

MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"
_NO_REVISION = ("", "unknown")


@dataclass(frozen=True, slots=True)
class Listed:
    """One schema in one list; ``revision`` is empty where none is told."""

    name: str
    revision: str
    where: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What an element says to have; ``remarks`` tell which lists could not be had."""

    schemas: tuple[Listed, ...]
    remarks: tuple[str, ...]


async def listing(client: NetconfClient) -> Listing:
    """All three lists. Raises ``SessionLost``."""
    found: list[Listed] = []
    remarks: list[str] = []
    for title, namespace, name, content, read in _READ:
        try:
            top = await _asked(client, namespace, name, content)
        except (Refused, NoReply, Unreadable) as error:
            remarks.append(f"The {title} cannot be read: {error}")
            continue
        before = len(found)
        if top is not None:
            found += (Listed(each.name, each.revision, title) for each in read(top))
        if len(found) == before:
            remarks.append(f"The {title} is not there, or is empty.")
    announced = [Listed(each.module or "", each.revision or "", "hello") for each in client.capabilities.modules]
    if not announced:
        remarks.append("The hello announces no modules.")
    return Listing((*found, *announced), tuple(remarks))


async def _asked(client: NetconfClient, namespace: str, name: str, content: str) -> Element | None:
    inner = f'<{name} xmlns="{namespace}">{content}</{name}>'
    reply = await done(client, f'<get xmlns="{BASE}"><filter type="subtree">{inner}</filter></get>'.encode())
    return next((top for data in reply.content for top in data.iterchildren(f"{{{namespace}}}{name}")), None)


def _library(top: Element) -> Iterator[Listed]:
    """The modules and submodules of RFC 8525 and of RFC 7895."""
    for module in top.iter(*(f"{{{LIBRARY}}}{name}" for name in ("module", "import-only-module"))):
        if module.find(f"{{{LIBRARY}}}name") is None:
            continue
        yield _entry(module, "name", "revision")
        for part in module.iterchildren(f"{{{LIBRARY}}}submodule"):
            yield _entry(part, "name", "revision")


def _state(top: Element) -> Iterator[Listed]:
    """The schemas of RFC 6022 that get-schema gives in the format yang."""
    for schema in top.iter(f"{{{MONITORING}}}schema"):
        places = {(each.text or "").strip() for each in schema.iterchildren(f"{{{MONITORING}}}location")}
        form = (schema.findtext(f"{{{MONITORING}}}format") or "yang").strip().rpartition(":")[2]
        if form == "yang" and (not places or "NETCONF" in places):
            yield _entry(schema, "identifier", "version")


def _entry(element: Element, name: str, revision: str) -> Listed:
    texts = {local_name(each.tag): (each.text or "").strip() for each in element.iterchildren("*")}
    told = texts.get(revision, "")
    return Listed(texts.get(name, ""), "" if told in _NO_REVISION else told, "")


_READ = (
    ("YANG library", LIBRARY, "yang-library", "", _library),
    ("list of modules of before RFC 8525", LIBRARY, "modules-state", "", _library),
    ("list of schemas in netconf-state", MONITORING, "netconf-state", "<schemas/>", _state),
)
