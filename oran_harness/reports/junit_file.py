"""``junit.xml``: a run as continuous-integration servers read it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from oran_harness.captures import whole_file
from oran_harness.model import CaseResult, Diagnosis, Known, Level, Standing, Verdict
from oran_harness.model.run_event import CaseFinished, MeetingEnded, RunEvent, RunFinished, RunStarted, SutLost
from oran_harness.runner.gathering import gathered, ids_in_short
from oran_harness.runner.run_lines import SUITE

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_MARGIN = "  "
_KINDS = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
_TOLD = (Verdict.FAIL, Verdict.ERROR, Verdict.INCONC, Verdict.UNSUPPORTED)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitFile:
    """Writes the file anew, whole, whenever a case has its verdict.

    A must-level fail is a failure; a should-level one passes with the property ``should-level-fail``, and is a failure
    if ``strict``; error and inconc are errors, unsupported and skip are skipped. What is listed as known has the
    properties ``known`` and ``known-standing``. With ``against`` a verdict that is listed is skipped as ``xfail``, and
    one that is another than is listed is a failure; so is what passes instead, a rule that did not fire included.
    When the run is over, each suite has a property ``cause`` for cases that did not pass for one cause. Raises
    ``UsageError`` when the file cannot be written.
    """

    def __init__(self, path: Path, *, strict: bool = False, against: bool = False) -> None:
        self._path = path
        self._strict = strict or against
        self._against = against
        self._started: RunStarted | None = None
        self._diagnosis: Diagnosis | None = None
        self._suites: dict[str, _Suite] = {}

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, MeetingEnded | SutLost):
            self._diagnosis = event.diagnosis or self._diagnosis
        elif isinstance(event, CaseFinished):
            self._suites.setdefault(event.result.suite, _Suite()).add(event.result, self._case(event.result))
        elif isinstance(event, RunFinished) and event.known is not None and self._against:
            self._add_silent(event.known.xpass)
        if isinstance(event, RunStarted | CaseFinished | RunFinished):
            self._write(over=isinstance(event, RunFinished))

    def _add_silent(self, xpass: Iterable[str]) -> None:
        """Rules that are listed and have no line, as they did not fire: nobody is to overlook that."""
        told = {id for suite in self._suites.values() for id in suite.ids}
        for id in xpass:
            if id not in told:
                element = ElementTree.Element("testcase", name=id, classname=SUITE, time="0.000")
                message = "XPASS: it is listed, and did not fire in the whole run"
                ElementTree.SubElement(element, "failure", type="xpass", message=message)
                self._suites.setdefault(SUITE, _Suite()).append(element)

    def _write(self, *, over: bool) -> None:
        counts = sum((suite.counts for suite in self._suites.values()), Counter[str]())
        seconds = sum(suite.seconds for suite in self._suites.values())
        lines = [_DECLARATION, _opening("testsuites", name="oran-harness", **_counted(counts, seconds))]
        for name, suite in self._suites.items():
            lines += [_MARGIN + _opening("testsuite", name=name, **_counted(suite.counts, suite.seconds))]
            lines += [self._properties(suite.causes() if over else ()), *suite.texts, f"{_MARGIN}</testsuite>"]
        lines.append("</testsuites>\n")
        with whole_file(self._path) as file:
            file.write("\n".join(filter(None, lines)).encode())

    def _properties(self, causes: Iterable[str]) -> str:
        """What is known of the SUT, and what is wrong with it as a whole."""
        if self._started is None:
            return ""
        sut = self._started.sut
        properties = ElementTree.Element("properties")
        known = [("vendor", sut.vendor), ("role", sut.role), ("version", sut.version or "")]
        if self._diagnosis is not None:
            known += [("diagnosis", self._diagnosis.seen), ("advice", self._diagnosis.advice)]
        known += [("cause", text) for text in causes]
        for key, value in known:
            ElementTree.SubElement(properties, "property", name=key, value=_xml(value))
        return _text(properties)

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
        if case.known is not None:
            standing = case.known.standing(case.verdict)
            properties |= {"known": _listed(case.known), "known-standing": standing.value}
            if self._against:
                return self._compared(element, case, case.known, kind, properties)
        if case.verdict is Verdict.FAIL and kind is None:
            properties["should-level-fail"] = explanation(case)
        _add_properties(element, properties)
        if kind is not None:
            message = case.reason if kind == "skipped" else case.requirement or case.reason
            child = ElementTree.SubElement(element, kind, message=_xml(message))
            if kind != "skipped":
                child.set("type", case.verdict.value)
                child.text = _xml(explanation(case))
        return element

    def _compared(
        self, element: ElementTree.Element, case: CaseResult, known: Known, kind: str | None, properties: dict[str, str]
    ) -> ElementTree.Element:
        """The element of a case that is listed, where a run is held against that."""
        _add_properties(element, properties)
        match known.standing(case.verdict):
            case Standing.AS_LISTED:
                if kind is not None:
                    ElementTree.SubElement(element, "skipped", type="xfail", message=_xml(_listed(known)))
            case Standing.XPASS:
                message = f"XPASS: it passes, and is listed as {_listed(known)}"
                ElementTree.SubElement(element, "failure", type="xpass", message=_xml(message))
            case Standing.CHANGED:
                message = f"{case.verdict}, and is listed as {_listed(known)}"
                child = ElementTree.SubElement(element, "failure", type=case.verdict.value, message=_xml(message))
                child.text = _xml(explanation(case))
        return element

    def _kind(self, case: CaseResult) -> str | None:
        if case.verdict is Verdict.FAIL:
            return "failure" if case.level is Level.MUST or self._strict else None
        if case.verdict in (Verdict.ERROR, Verdict.INCONC):
            return "error"
        return "skipped" if case.verdict in (Verdict.UNSUPPORTED, Verdict.SKIP) else None


def _add_properties(element: ElementTree.Element, properties: dict[str, str]) -> None:
    parent = ElementTree.SubElement(element, "properties")
    for key, value in properties.items():
        ElementTree.SubElement(parent, "property", name=key, value=_xml(value))


def _listed(known: Known) -> str:
    return f"{' or '.join(known.verdicts)}: {known.reason}" + (f" ({known.link})" if known.link is not None else "")


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


class _Suite:
    """The cases of a suite, each as it stands in the file: they are not written out anew for each that follows."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.counts: Counter[str] = Counter()
        self.seconds = 0.0
        self._cases: list[CaseResult] = []

    def causes(self) -> Iterator[str]:
        """Each cause that several cases have: their verdict, how many, what it is, and which."""
        for verdict in _TOLD:
            for cause in gathered(self._cases, verdict):
                if len(cause.results) > 1:
                    number = len(cause.results)
                    yield f"{verdict} {number} times: {cause.what}: {ids_in_short(cause.results, number)}"

    def add(self, case: CaseResult, element: ElementTree.Element) -> None:
        """Take in a case and its element."""
        self._cases.append(case)
        self.append(element)
        self.seconds += case.duration_s

    @property
    def ids(self) -> set[str]:
        """The ids of its cases."""
        return {case.id for case in self._cases}

    def append(self, element: ElementTree.Element) -> None:
        """Take in an element alone."""
        self.texts.append(_text(element))
        self.counts.update(("tests", *(name for name, kind in _KINDS if element.find(kind) is not None)))


def _counted(counts: Counter[str], seconds: float) -> dict[str, str]:
    return {**{name: str(counts[name]) for name in ("tests", *dict(_KINDS))}, "time": f"{seconds:.3f}"}


def _opening(tag: str, **attributes: str) -> str:
    """The start tag of an element."""
    element = ElementTree.Element(tag, {name: _xml(value) for name, value in attributes.items()})
    return ElementTree.tostring(element, encoding="unicode").removesuffix(" />") + ">"


def _text(element: ElementTree.Element) -> str:
    """An element of a suite as it stands in the file."""
    ElementTree.indent(element, _MARGIN, level=2)
    return 2 * _MARGIN + ElementTree.tostring(element, encoding="unicode").rstrip()


def _xml(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
