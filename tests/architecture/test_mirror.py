"""Tests mirror the source: oran_harness/a/b.py has tests/a/test_b.py, and no test file stands for nothing."""

import ast
from pathlib import Path

from tests.architecture.sources import PACKAGE, ROOT, generated, name, sources, tree

# Whole folders that hold rules of the checkout, not of one source file.
RULES_OF_THE_CHECKOUT = ("architecture", "specs")
# Where cases are declared: test_ric_cases and test_node_cases there hold that each passes and can fail.
SUITES = ("e2ap", "kpm", "ni", "o1", "rc", "security")
CASES = tuple(f"oran_harness/conformance/{suite}/" for suite in SUITES)
# Where scenes of pairs are declared: test_playing holds that two that work together pass them all.
SCENES = ("oran_harness/interop/pairs/scenes/",)
# Where flaws are planted: tests/calibration holds each against every case and rule that it names.
FLAWS = tuple(f"oran_harness/peers/flaws/{role}/" for role in ("e2_node", "near_rt_ric", "o1_provider", "o1_manager"))
# Whole folders of tests that judge many sources together: flaws against the suite, real SCTP, the image, the samples.
JUDGED_TOGETHER = ("calibration", "docker", "kernel_sctp", "vendors", *(f"conformance/{suite}" for suite in SUITES))
# Sources without a test file of their own, and why.
UNTESTED: dict[str, str] = {}
# Test files that stand for no single source file, and why.
WITHOUT_SOURCE: dict[str, str] = {
    "tests/codec/asn1/test_fragments.py": "holds fragments wherever there are any, in all ways to read and write",
    "tests/codec/asn1/test_hostile.py": "holds what any octets may cost, in all ways to read them",
    "tests/codec/asn1/test_traps.py": "holds what other codecs get wrong, in all ways to read and write at once",
    "tests/codec/asn1/test_laws.py": "holds the laws of the codec for all types of all interfaces",
    "tests/checkers/test_captures.py": "holds what the recorded captures must yield, through all rules at once",
    "tests/checkers/test_conversations.py": "holds that right conversations yield nothing, through all rules at once",
    "tests/checkers/test_never_punished.py": "holds what the text leaves open against all rules at once",
    "tests/adapters/grpc/test_node_sample.py": "holds that the proto is enough for an adapter in another language",
    "tests/cli/test_hostile_adapters.py": "holds what hostile adapters of each kind cost a whole run",
    "tests/cli/test_secrets_stay.py": "holds that secrets reach nothing that a run writes or shows",
    "tests/runner/test_hardships.py": "holds that order, repetition and a slow link change no verdict of a whole run",
    "tests/conformance/e2ap/test_ric_cases.py": "holds the clean near-RT RIC against all its cases at once",
}


def test_every_source_has_its_tests() -> None:
    """Each hand-written module of oran_harness and of tools has the test file of its name."""
    missing = [name(path) for path in sources() if not _excused(path) and not (ROOT / _mirror(path)).is_file()]
    missing += [
        name(path)
        for path in sources("tools")
        if name(path) not in UNTESTED and not (ROOT / "tests/tools" / f"test_{path.name}").is_file()
    ]
    assert missing == []


def test_every_test_file_has_its_source() -> None:
    """Each test file is the mirror of a module or a package."""
    orphans = [name(path) for path in sources("tests") if path.name.startswith("test_") and not _has_source(path)]
    assert orphans == []


def test_excuses_are_needed() -> None:
    """What the lists excuse exists and still needs the excuse."""
    assert [path for path in UNTESTED if not (ROOT / path).is_file()] == []
    assert [path for path in UNTESTED if (ROOT / _mirror(ROOT / path)).is_file()] == []
    excused = [ROOT / path for path in WITHOUT_SOURCE]
    assert [name(path) for path in excused if not path.is_file() or _sources_of(path)] == []


def test_every_test_has_a_docstring() -> None:
    """A test's docstring states the rule it holds."""
    silent = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in sources("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def _excused(path: Path) -> bool:
    return (
        path.name in ("__init__.py", "__main__.py")
        or generated(path)
        or name(path) in UNTESTED
        or name(path).startswith((*CASES, *FLAWS, *SCENES))
    )


def _mirror(path: Path) -> Path:
    """Where the tests of a module of oran_harness are, relative to the checkout."""
    inner = path.relative_to(PACKAGE)
    return Path("tests") / inner.parent / f"test_{inner.name}"


def _has_source(path: Path) -> bool:
    inner = path.relative_to(ROOT / "tests")
    if inner.parent.as_posix() in JUDGED_TOGETHER:
        return True
    return inner.parts[0] in RULES_OF_THE_CHECKOUT or name(path) in WITHOUT_SOURCE or bool(_sources_of(path))


def _sources_of(path: Path) -> list[Path]:
    """The module or package whose mirror a test file is; tests/tools and tests/benchmarks mirror those folders."""
    inner = path.relative_to(ROOT / "tests")
    subject = inner.parent / inner.name.removeprefix("test_")
    roots = [ROOT] if inner.parts[0] in ("tools", "benchmarks") else [PACKAGE]
    places = [root / place for root in roots for place in (subject, subject.with_suffix("") / "__init__.py")]
    return [place for place in places if place.is_file()]
