"""What all tests share: compiled code, the folder of reference data, and a watch over skips."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Where nothing compiled may lie beside the sources, each of the many programs that tests start would compile them anew.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache/bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples in every run: a red test is red for whoever looks. HYPOTHESIS_PROFILE=random looks for new ones.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.register_profile("random", database=None, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

NO_REFERENCE = "ORAN_HARNESS_REFERENCE names no folder of reference data"


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder that ORAN_HARNESS_REFERENCE names, with captures/, facts/ and vectors/; skips without."""
    folder = os.environ.get("ORAN_HARNESS_REFERENCE", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip(NO_REFERENCE)
    return Path(folder)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where ORAN_HARNESS_ALLOWED_SKIPS is set and a test was skipped whose reason or id is no line of it."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if "ORAN_HARNESS_ALLOWED_SKIPS" not in os.environ or reporter is None or hasattr(session.config, "workerinput"):
        return
    allowed = [line for line in os.environ["ORAN_HARNESS_ALLOWED_SKIPS"].splitlines() if line]
    unexpected = unexpected_skips(reporter.stats.get("skipped", []) + reporter.stats.get("xfailed", []), allowed)
    for line in unexpected:
        reporter.write_line(f"skipped, and not in the list of what may be: {line}", red=True)
    if unexpected and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def unexpected_skips(reports: list[pytest.TestReport], allowed: list[str]) -> list[str]:
    """Id and reason of each skipped test of which neither is allowed."""
    skipped = [(report.nodeid, _reason(report)) for report in reports]
    return [f"{test}: {reason}" for test, reason in skipped if test not in allowed and reason not in allowed]


def _reason(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return getattr(report, "wasxfail", "")
