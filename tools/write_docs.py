"""Write what pages take from the code: ``python tools/write_docs.py``.

Whole pages (rules, procedures, cases, coverage, field faults) and the output below commands on the others. It is
committed, so that it can be read without installing anything; ``tests/architecture`` holds it against the code.
"""

import functools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from cases_page import case_pages
from console_blocks import refreshed
from coverage_page import coverage_as_markdown
from field_faults import FIELD_FAULTS
from field_faults_page import field_faults_as_markdown
from management_faults import management_faults_as_markdown
from procedures_page import procedures_as_markdown

from oran_harness.checkers import RULES
from oran_harness.checkers.catalogue import rules_as_markdown
from oran_harness.cli.shown.case_sheet import case_sheet
from oran_harness.cli.shown.coverage_table import broader, coverage
from oran_harness.conformance import descriptions, load, load_properties
from oran_harness.conformance.clauses import clauses, editions
from oran_harness.peers.flaws import FLAWS
from oran_harness.protocols.e2ap.engine.state_tables import tables

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """Each page's path in the checkout and the text that it should have."""
    drawn = {
        "docs/procedures.md": procedures_as_markdown(tables()),
        "docs/rules.md": rules_as_markdown(),
        **_cases(),
        "docs/coverage.md": _coverage(),
        "docs/field-faults.md": field_faults_as_markdown(FIELD_FAULTS, FLAWS.values(), (case.id for case in load()))
        + management_faults_as_markdown(),
    }
    written = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    texts = {page.relative_to(ROOT).as_posix(): page for page in written if page.is_file()}
    return {**{path: refreshed(page.read_text("utf-8")) for path, page in texts.items()}, **drawn}


@functools.cache
def _cases() -> dict[str, str]:
    """Drawing the charts takes some seconds."""
    return case_pages([*map(case_sheet, load()), *map(case_sheet, load_properties())])


def _coverage() -> str:
    cases = descriptions()
    return coverage_as_markdown(coverage(clauses(), cases, RULES), broader(clauses(), cases), editions())


def main() -> int:
    """Write every page whose text changed; returns the process's exit code."""
    for path, text in pages().items():
        target = ROOT / path
        if not target.is_file() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
