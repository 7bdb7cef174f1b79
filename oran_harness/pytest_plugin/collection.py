"""Collects the items of each SUT that ``--oran-sut`` names."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.cli.expecting import expectations_for
from oran_harness.cli.testing_ground import (
    chosen_sources,
    confirm_outside,
    new_folder,
    options_for,
    seeds_of,
    target_of,
)
from oran_harness.model import HarnessError
from oran_harness.pytest_plugin.conductor import Conducted, Conductor
from oran_harness.pytest_plugin.items import CaseItem, RunItem, SutNode
from oran_harness.pytest_plugin.markers import register
from oran_harness.runner import Selection, plan

LEAST_S, MOST_S = 0.1, 3600.0
"""Seconds that a product may be given to answer."""
_SPREADING = ("load", "worksteal", "each")
"""How pytest-xdist hands out tests where it knows no groups."""


class Collection:
    """The plugin of one session in which products are tested."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._nodes: list[SutNode] = []
        register(config)
        seconds, seed = config.getoption("oran_timeout"), config.getoption("oran_seed")
        if not LEAST_S <= seconds <= MOST_S or seed < 0:
            raise pytest.UsageError(f"--oran-timeout is {LEAST_S:g} to {MOST_S:g} seconds, --oran-seed 0 or more.")
        if config.getoption("dist", "no") in _SPREADING:
            raise pytest.UsageError("One product is tested by one worker of pytest-xdist: add --dist loadgroup.")
        if config.args_source is not pytest.Config.ArgsSource.ARGS:
            config.args[:] = []  # nobody asked for the tests of this folder
        # Workers of pytest-xdist get the options: all know the same folder.
        config.option.oran_out = str(new_folder(self._path("oran_out")))

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """The products are collected beside whatever else is."""
        report = yield
        if isinstance(collector, pytest.Session):
            self._find(collector)
            report.result = [*(report.result or ()), *self._nodes]
        return report

    def _find(self, session: pytest.Session) -> None:
        """All products; raises ``UsageError`` of pytest for what cannot be tested."""
        words = self._config.getoption("oran_sut")
        for word in words:
            try:
                node = self._node(session, word, alone=len(words) == 1)
            except HarnessError as error:
                raise pytest.UsageError(str(error)) from None
            if any(node.nodeid == other.nodeid for other in self._nodes):
                raise pytest.UsageError(f"--oran-sut names {node.nodeid} twice; name it once.")
            self._nodes.append(node)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """What counts for a whole run is known when all of it is over, whoever has put items in another order."""
        rules = [item for item in items if isinstance(item, RunItem) and not isinstance(item, CaseItem)]
        last = {item.sut: item for item in items if isinstance(item, CaseItem)}
        ordered = []
        for item in items:
            if item not in rules or (isinstance(item, RunItem) and item.sut not in last):
                ordered.append(item)
            if isinstance(item, CaseItem) and last[item.sut] is item:
                ordered += [rule for rule in rules if isinstance(rule, RunItem) and rule.sut is item.sut]
        items[:] = ordered

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Know what each run consists of; none begins before its first item."""
        for node in self._nodes:
            planned = [item.planned for item in session.items if isinstance(item, CaseItem) and item.sut is node]
            node.conductor = Conductor(replace(node.conducted, planned=tuple(planned)))

    def pytest_report_header(self) -> list[str]:
        """Where the results will be."""
        return [
            f"oran-harness: {', '.join(self._config.getoption('oran_sut'))}; results: {self._config.option.oran_out}"
        ]

    def _path(self, option: str) -> Path | None:
        given = self._config.getoption(option)
        return Path(given) if given else None

    def _node(self, session: pytest.Session, word: str, *, alone: bool) -> SutNode:
        """A product, with what is run against it; raises ``HarnessError`` if it cannot be."""
        option = self._config.getoption
        target = target_of(word, None, None, None, self._path("oran_vendors"))
        confirm_outside(target.wire.uri, option("oran_i_own_this"))
        options = options_for(target, option("oran_e2ap"), option("oran_timeout"), option("oran_seed"))
        options = replace(options, known=expectations_for(target, option("oran_expected"), options.edition))
        folder = Path(option("oran_out"))
        folder = folder if alone else folder / f"{target.vendor}-{target.role}"
        planned = plan(chosen_sources(target.role, Selection(), seeds_of(folder)), options.seed)
        name = f"{target.vendor}:{target.role}"
        path = (target.folder or session.path) / "profile.toml"
        node: SutNode = SutNode.from_parent(session, name=name, nodeid=name, path=path)
        node.conducted = Conducted(target, planned, options, folder, option("oran_strict"))
        node.strict = option("oran_strict")
        return node
