"""``junit.xml``: a run as continuous-integration servers read it."""

import re
from pathlib import Path
from xml.etree import ElementTree

from oran_harness.captures import whole_file
from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.model.run_event import CaseFinished, RunEvent, RunFinished, RunStarted

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitFile:
    """Writes the file anew, whole, whenever a case has its verdict.

    A must-level fail is a failure; a should-level one passes with the property ``should-level-fail``, and is a failure
    if ``strict``; error and inconc are errors, unsupported and skip are skipped. Raises ``UsageError`` when the file
    cannot be written.
    """

    def __init__(self, path: Path, *, strict: bool = False) -> None:
        self._path = path
        self._strict = strict
        self._started: RunStarted | None = None
        self._cases: list[CaseResult] = []

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, CaseFinished):
            self._cases.append(event.result)
        if isinstance(event, RunStarted | CaseFinished | RunFinished):
            self._write()

    def _write(self) -> None:
        root = ElementTree.Element("testsuites", name="oran-harness")
        for suite in dict.fromkeys(case.suite for case in self._cases):
            root.append(self._suite(suite, [case for case in self._cases if case.suite == suite]))
        _count(root, root)
        ElementTree.indent(root)
        with whole_file(self._path) as file:
            file.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")

    def _suite(self, name: str, cases: list[CaseResult]) -> ElementTree.Element:
        suite = ElementTree.Element("testsuite", name=name)
        if self._started is not None:
            sut = self._started.sut
            properties = ElementTree.SubElement(suite, "properties")
            for key, value in (("vendor", sut.vendor), ("role", sut.role), ("version", sut.version or "")):
                ElementTree.SubElement(properties, "property", name=key, value=_xml(value))
        suite.extend(self._case(case) for case in cases)
        _count(suite, suite)
        return suite

    def _case(self, case: CaseResult) -> ElementTree.Element:
        element = ElementTree.Element(
            "testcase",
            name=_xml(f"{case.id} {case.title}"),
            classname=_xml(f"{case.suite}.{case.id.rsplit('-', 1)[0]}"),
            time=f"{case.duration_s:.3f}",
        )
        kind = self._kind(case)
        properties = {"clause": case.clause, "level": case.level.value, "verdict": case.verdict.value}
        properties.update({"blame": case.blame} if case.blame else {})
        properties.update({"history": case.history} if case.history else {})
        if case.verdict is Verdict.FAIL and kind is None:
            properties["should-level-fail"] = explanation(case)
        parent = ElementTree.SubElement(element, "properties")
        for key, value in properties.items():
            ElementTree.SubElement(parent, "property", name=key, value=_xml(value))
        if kind is not None:
            message = case.reason if kind == "skipped" else case.requirement or case.reason
            child = ElementTree.SubElement(element, kind, message=_xml(message))
            if kind != "skipped":
                child.set("type", case.verdict.value)
                child.text = _xml(explanation(case))
        return element

    def _kind(self, case: CaseResult) -> str | None:
        if case.verdict is Verdict.FAIL:
            return "failure" if case.level is Level.MUST or self._strict else None
        if case.verdict in (Verdict.ERROR, Verdict.INCONC):
            return "error"
        return "skipped" if case.verdict in (Verdict.UNSUPPORTED, Verdict.SKIP) else None


def explanation(case: CaseResult) -> str:
    """Why a case has its verdict, a line for each thing that is known."""
    rows = (
        ("Reason", case.reason),
        ("Clause", case.clause),
        ("Requirement", case.requirement),
        ("Expected", case.expected),
        ("Actual", case.actual),
        ("Blame", case.blame),
        ("History", case.history),
    )
    return "\n".join(f"{name}: {text}" for name, text in rows if text)


def _count(element: ElementTree.Element, within: ElementTree.Element) -> None:
    cases = list(within.iter("testcase"))
    element.set("tests", str(len(cases)))
    for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(kind) is not None for case in cases)))
    element.set("time", f"{sum(float(case.get('time', '0')) for case in cases):.3f}")


def _xml(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
