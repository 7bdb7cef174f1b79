"""What the manager does of its own accord when someone asks for it, by the name of the stimulus."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.xml import Element, XmlError, namespace, parse
from oran_harness.peers.arguments import Arguments, Unfit
from oran_harness.peers.o1_manager import operations
from oran_harness.peers.o1_manager.dialogue import Dialogue
from oran_harness.peers.o1_manager.dialogues import CANDIDATE, CAPABILITY, RUNNING, Edit, asked, edit
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.speaking import operation

GROUP = (
    '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group>'
    "<name>oran-harness-edit</name></group></groups></nacm>"
)
"""What is edited where nobody says what: access rules are what every element of O-RAN has."""
_DATASTORES = (RUNNING, CANDIDATE, "startup")
_LONGEST_TIMEOUT = 4_294_967


@dataclass(frozen=True, slots=True)
class StimulusRow:
    """One stimulus: what makes its dialogue, and the arguments that it takes."""

    begin: Callable[[Arguments, Capabilities], Dialogue]
    arguments: Sequence[str]


def _get(arguments: Arguments, there: Capabilities) -> Dialogue:
    return asked(_narrowed(operation("get"), arguments))


def _get_config(arguments: Arguments, there: Capabilities) -> Dialogue:
    return asked(
        _narrowed(operations.on_source("get-config", arguments.word("source", RUNNING, _DATASTORES)), arguments)
    )


def _edit(arguments: Arguments, there: Capabilities) -> Dialogue:
    target = arguments.word("target", CANDIDATE if _has(there, "candidate:1.0") else RUNNING, _DATASTORES)
    confirmed = arguments.flag("confirmed", False)
    if confirmed and target != CANDIDATE:
        raise Unfit("a confirmed commit needs the target candidate")
    if confirmed and not (_has(there, "confirmed-commit:1.1") or _has(there, "confirmed-commit:1.0")):
        raise Unfit("the element has no confirmed commit")
    within = arguments.integer("timeout", 30, 1, _LONGEST_TIMEOUT)
    return edit(
        Edit(
            target,
            _elements(arguments.word("config", GROUP), "config"),
            locks=arguments.flag("lock", True),
            validates=_has(there, "validate:1.1") or _has(there, "validate:1.0"),
            rolls_back=_has(there, "rollback-on-error:1.0"),
            default_operation=arguments.word("default_operation", "", ("", "merge", "replace", "none")) or None,
            confirmed_within=within if confirmed else None,
            confirms=arguments.flag("confirm", True),
        )
    )


def _subscribe(arguments: Arguments, there: Capabilities) -> Dialogue:
    if not _has(there, "notification:1.0"):
        raise Unfit("the element has no notifications")
    return asked(operations.create_subscription(arguments.word("stream", "") or None))


def _get_schema(arguments: Arguments, there: Capabilities) -> Dialogue:
    module = next(iter(there.modules), None)
    name = arguments.word("identifier", "") or (module.module if module is not None else None)
    if name is None:
        raise Unfit("the element names no module; say which by identifier")
    version = arguments.word("version", "") or None
    if "identifier" not in arguments and module is not None:
        version = module.revision
    return asked(operations.get_schema(name, version))


def _close(arguments: Arguments, there: Capabilities) -> Dialogue:
    return asked(operation("close-session"))


def _rpc(arguments: Arguments, there: Capabilities) -> Dialogue:
    found = _elements(arguments.word("operation", ""), "operation")
    if len(found) != 1:
        raise Unfit("operation must be one element of XML, as <get xmlns='...'/>")
    return asked(found[0])


_NARROWED = ("filter", "xpath", "with_defaults", "wait")
_EDITED = ("config", "target", "lock", "default_operation", "confirmed", "timeout", "confirm", "wait")
CLOSE = "o1-close"
STIMULI: Mapping[str, StimulusRow] = {
    "o1-get": StimulusRow(_get, _NARROWED),
    "o1-get-config": StimulusRow(_get_config, ("source", *_NARROWED)),
    "o1-edit": StimulusRow(_edit, _EDITED),
    "o1-subscribe": StimulusRow(_subscribe, ("stream", "wait")),
    "o1-get-schema": StimulusRow(_get_schema, ("identifier", "version", "wait")),
    "o1-rpc": StimulusRow(_rpc, ("operation", "wait")),
    CLOSE: StimulusRow(_close, ("wait",)),
}
"""All stimuli, by name. With ``wait`` given as true the answer tells what came of it, else that it was begun."""


def _narrowed(wanted: Element, arguments: Arguments) -> Element:
    subtree = _elements(arguments.word("filter", ""), "filter") if "filter" in arguments else None
    mode = arguments.word("with_defaults", "") or None
    return operations.narrowed(wanted, subtree, arguments.word("xpath", "") or None, mode)


def _elements(text: str, name: str) -> list[Element]:
    """The elements of an XML text, each with a namespace of its own."""
    try:
        found = list(parse(f"<given>{text}</given>".encode("utf-8", "replace")).iterchildren("*"))
    except XmlError as error:
        raise Unfit(f"{name} is no XML: {error}") from None
    for each in found:
        if not namespace(each.tag):
            raise Unfit(f"{name} must be elements of XML with namespaces")
    return found


def _has(there: Capabilities, name: str) -> bool:
    return f"{CAPABILITY}{name}" in there


def begin(name: str, given: Mapping[str, Any], there: Capabilities) -> Dialogue:
    """The dialogue of a stimulus; raises ``Unfit`` where it cannot be."""
    row = STIMULI[name]
    arguments = Arguments(given)
    arguments.refuse_unknown(row.arguments)
    arguments.flag("wait", False)
    return row.begin(arguments, there)
