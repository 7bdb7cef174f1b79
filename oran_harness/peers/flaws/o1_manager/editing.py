"""Managers that edit wrongly, or use what is not advertised (RFC 6241 7, 8; RFC 6243; O-RAN.WG4.MP 6.6, 9.1.5)."""

from lxml import etree

from oran_harness.codec.xml import Element, local_name, parse, write
from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_manager import Asking, Editing, mannered, operation_of, put
from oran_harness.peers.o1_manager.dialogue import Dialogue
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.operations import WITH_DEFAULTS
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.speaking import operation

MANAGER = Role.O1_MANAGER


class _AlsoStartup(Manner):
    """Copies running to startup behind each edit."""

    def carries_out(self, name: str, dialogue: Dialogue, there: Capabilities) -> Dialogue:
        """Edit, and copy."""
        return _and_startup(dialogue) if name == "o1-edit" else dialogue


def _and_startup(dialogue: Dialogue) -> Dialogue:
    told = yield from dialogue
    copy = operation("copy-config")
    for name, of in (("target", "startup"), ("source", "running")):
        etree.SubElement(etree.SubElement(copy, base(name)), base(of))
    yield copy
    return told


class _InParallel(Manner):
    """Sends the commit, or the next edit-config, right behind an edit-config."""

    def frames(self, session: Session, message: bytes, framing: Framing) -> bytes:
        """Send both."""
        framed = frame(message, framing)
        if b"edit-config" not in message:
            return framed
        root = parse(message)
        root.set("message-id", root.get("message-id") + "-again")
        return framed + frame(write(root), framing)


def _xpath(rpc: Element) -> None:
    asked = operation_of(rpc)
    for each in asked.findall(base("filter")):
        asked.remove(each)
    etree.SubElement(asked, base("filter"), {"type": "xpath", "select": "/*"})


def _all_defaults(rpc: Element) -> None:
    put(rpc, "with-defaults", "report-all", WITH_DEFAULTS)


def _by_url(rpc: Element) -> None:
    asked = operation_of(rpc)
    for each in asked.findall(base("config")):
        asked.remove(each)
    etree.SubElement(asked, base("url")).text = "https://192.0.2.9/config.xml"


def _tests(rpc: Element) -> None:
    asked = operation_of(rpc)
    if local_name(asked.tag) == "edit-config":
        option = etree.Element(base("test-option"))
        option.text = "test-then-set"
        asked.insert(1, option)


FLAWS = (
    Flaw(
        "manager-no-lock",
        "Edits without a lock",
        MANAGER,
        None,
        mannered(lambda: Editing(locks=False)),
        ("O1-LOCK-201",),
    ),
    Flaw(
        "manager-no-unlock",
        "Keeps its lock when it has edited",
        MANAGER,
        None,
        mannered(lambda: Editing(unlocks=False)),
        ("O1-LOCK-202",),
    ),
    Flaw(
        "manager-no-commit",
        "Leaves in the candidate what it has edited",
        MANAGER,
        None,
        mannered(lambda: Editing(commits=False)),
        ("O1-EDIT-201",),
    ),
    Flaw(
        "manager-edits-at-once",
        "Sends the next edit-config before the reply to the last",
        MANAGER,
        None,
        mannered(_InParallel),
        ("O1-EDIT-202",),
    ),
    Flaw(
        "manager-never-confirms",
        "Does not confirm its confirmed commits",
        MANAGER,
        None,
        mannered(lambda: Editing(confirms=False)),
        ("O1-CONFIRM-201",),
    ),
    Flaw(
        "manager-long-confirmation",
        "Gives a confirmed commit longer than supervision waits",
        MANAGER,
        None,
        mannered(lambda: Editing(confirmed_within=300)),
        ("O1-CONFIRM-202",),
    ),
    Flaw(
        "manager-candidate-always",
        "Edits a candidate where none is advertised",
        MANAGER,
        None,
        mannered(lambda: Editing(target="candidate")),
        ("O1-OPTION-201",),
    ),
    Flaw(
        "manager-running-always",
        "Edits running where that cannot be written",
        MANAGER,
        None,
        mannered(lambda: Editing(target="running")),
        ("O1-OPTION-202",),
    ),
    Flaw(
        "manager-tests-always",
        "Edits with a test-option where no validation is advertised",
        MANAGER,
        None,
        mannered(lambda: Asking(_tests, "edit-config")),
        ("O1-OPTION-203",),
    ),
    Flaw(
        "manager-rollback-always",
        "Edits with rollback-on-error where that is not advertised",
        MANAGER,
        None,
        mannered(lambda: Editing(rolls_back=True)),
        ("O1-OPTION-204",),
    ),
    Flaw(
        "manager-confirmed-always",
        "Commits with confirmation where that is not advertised",
        MANAGER,
        None,
        mannered(lambda: Editing(confirmed_within=20, target="candidate")),
        ("O1-OPTION-205",),
    ),
    Flaw(
        "manager-startup-always",
        "Copies to startup where there is none",
        MANAGER,
        None,
        mannered(_AlsoStartup),
        ("O1-OPTION-206",),
    ),
    Flaw(
        "manager-xpath-always",
        "Filters by XPath where that is not advertised",
        MANAGER,
        None,
        mannered(lambda: Asking(_xpath, "get")),
        ("O1-OPTION-207",),
    ),
    Flaw(
        "manager-url-always",
        "Has elements fetch what they are to take, where that is not advertised",
        MANAGER,
        None,
        mannered(lambda: Asking(_by_url, "edit-config")),
        ("O1-OPTION-208",),
    ),
    Flaw(
        "manager-defaults-always",
        "Asks for all defaults where that is not advertised",
        MANAGER,
        "F41",
        mannered(lambda: Asking(_all_defaults, "get")),
        ("O1-DEFAULTS-201", "O1-DEFAULTS-202"),
    ),
)
"""One flaw each."""
