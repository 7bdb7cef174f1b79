"""What libyang finds wrong, as ``<rpc-error>`` contents (RFC 7950, 8.3 and 15)."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from oran_harness.codec.yang import Rule, Violation
from oran_harness.peers.o1_provider.datastore.names import YANG
from oran_harness.peers.o1_provider.datastore.refusal import application, prefixes_in
from oran_harness.peers.o1_provider.datastore.trees import Element, quoted
from oran_harness.protocols.netconf.rpc_error import RpcError

_STEP = re.compile(
    r"/(?:(?P<module>[^/:\[\]'\"]+):)?(?P<name>[^/:\[\]'\"]+)(?P<keys>(?:\[(?:[^'\"\]]|'[^']*'|\"[^\"]*\")*\])*)"
)
_KEY = re.compile(r"\[(?P<key>[^=\]]+)=(?:'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\")\]")

Steps = list[tuple[str, list[tuple[str, str]]]]


def steps_of(path: str) -> Steps:
    """The steps of libyang's data path: ``module:name`` with its predicates, a key's name or ``.``, and a value."""
    steps: Steps = []
    module = ""
    for match in _STEP.finditer(path):
        module = match["module"] or module
        pairs = [
            (key["key"].rpartition(":")[2], key["one"] if key["one"] is not None else key["two"])
            for key in _KEY.finditer(match["keys"])
        ]
        steps.append((f"{module}:{match['name']}", pairs))
    return steps


def written(steps: Steps, *, bare_end: bool = False) -> str | None:
    """The steps as an instance-identifier with module names as prefixes; ``bare_end`` leaves out the last keys."""
    texts = []
    for at, (name, pairs) in enumerate(steps):
        module = name.partition(":")[0]
        shown = () if bare_end and at == len(steps) - 1 else pairs
        keys = "".join(f"[{key if key == '.' else f'{module}:{key}'}={quoted(value)}]" for key, value in shown)
        texts.append(f"/{name}{keys}")
    return "".join(texts) or None


def find_at(tree: Element, steps: Steps, namespaces: Mapping[str, str]) -> Element | None:
    """The node of a tree that the steps lead to."""
    element = tree
    for name, pairs in steps:
        module, _, local = name.partition(":")
        space = f"{{{namespaces.get(module, '')}}}"
        for each in element.iterchildren(space + local):
            if all((each.text if key == "." else each.findtext(space + key)) == value for key, value in pairs):
                element = each
                break
        else:
            return None
    return element if steps else None


def errors_of(violations: Iterable[Violation], namespaces: Mapping[str, str]) -> tuple[RpcError, ...]:
    """One error for each violation. ``namespaces`` are those of the modules by name."""
    return tuple(_error(each, namespaces) for each in violations)


def _error(violation: Violation, namespaces: Mapping[str, str]) -> RpcError:
    steps = steps_of(violation.path or "")
    path, message, tag = written(steps), violation.message, violation.app_tag
    match violation.rule:
        case Rule.UNKNOWN_NODE | Rule.STATE | Rule.WHEN:
            name = violation.name or (steps[-1][0].partition(":")[2] if steps else "")
            return application("unknown-element", path, message, tag, bad_element=name)
        case Rule.UNKNOWN_NAMESPACE:
            return application("unknown-namespace", path, message, tag)
        case Rule.UNKNOWN_ATTRIBUTE:
            return application("unknown-attribute", path, message, tag)
        case Rule.MISSING_KEY:
            return application("missing-element", path, message, tag, bad_element=violation.name)
        case Rule.TWO_CASES | Rule.DUPLICATE | Rule.FORM:
            return application("bad-element", path, message, tag, bad_element=violation.name or _last(steps))
        case Rule.MANDATORY:
            return application("data-missing", path, message, tag)
        case Rule.CHOICE:
            info = (_yang_info("missing-choice", violation.name, {}),)
            return RpcError(
                "application", "data-missing", app_tag="missing-choice", path=path or "", message=message, info=info
            )
        case Rule.UNIQUE:
            return _not_unique(violation, namespaces)
        case Rule.TOO_MANY | Rule.TOO_FEW:
            return application("operation-failed", written(steps, bare_end=True), message, tag)
        case Rule.INSTANCE:
            return application("data-missing", path, message, "instance-required")
        case Rule.MUST:
            return application("operation-failed", path, message, tag or "must-violation")
        case Rule.VALUE:
            return application("invalid-value", path, message, tag)


def _last(steps: Steps) -> str:
    return steps[-1][0].partition(":")[2] if steps else ""


def _yang_info(name: str, text: str, prefixes: dict[str | None, str]) -> Element:
    element = etree.Element(f"{{{YANG}}}{name}", nsmap={None: YANG, **prefixes})
    element.text = text
    return element


def _not_unique(violation: Violation, namespaces: Mapping[str, str]) -> RpcError:
    """RFC 7950, 15.1: each leaf that is not unique is named by an instance-identifier."""
    leaves = []
    for entry in violation.others:
        steps = steps_of(entry)
        module = steps[-1][0].partition(":")[0] if steps else ""
        for leaf in violation.name.split():
            below: Steps = [(step if ":" in step else f"{module}:{step}", []) for step in leaf.split("/")]
            path = written([*steps, *below]) or ""
            leaves.append(_yang_info("non-unique", path, prefixes_in(path, namespaces)))
    return RpcError(
        "application", "operation-failed", app_tag="data-not-unique", message=violation.message, info=tuple(leaves)
    )
