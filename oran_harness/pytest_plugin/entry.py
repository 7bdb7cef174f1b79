"""What pytest loads whenever it starts: the options. It imports nothing, and does nothing without ``--oran-sut``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plugin."""
    group = parser.getgroup("oran-harness", "conformance of an Open RAN product (oran-harness)")
    group.addoption(
        "--oran-sut",
        action="append",
        metavar="VENDOR[:ROLE]",
        help="Collect the conformance cases of this product: a vendor's name, or the path of a folder with a "
        "profile.toml. May be repeated. Other tests are collected only if paths are given.",
    )
    group.addoption("--oran-vendors", metavar="DIR", help="Look for vendors in this folder first.")
    group.addoption("--oran-out", metavar="DIR", help="Where the results go (default: results/<time>).")
    group.addoption("--oran-e2ap", metavar="VERSION", help="The E2AP version to speak (default: as oran-harness run).")
    group.addoption(
        "--oran-timeout", metavar="S", type=float, default=5.0, help="Seconds that the product has to answer (5)."
    )
    group.addoption("--oran-seed", metavar="N", type=int, default=0, help="What ids and mutations come from (0).")
    group.addoption("--oran-strict", action="store_true", help="A should-level fail is a failure, and no warning.")
    group.addoption(
        "--oran-expected",
        metavar="FILE",
        help="Known verdicts, which are expected failures (default: expected.toml beside the profile).",
    )
    group.addoption("--oran-i-own-this", action="store_true", help="The product beyond this machine is yours to test.")


def pytest_configure(config: pytest.Config) -> None:
    """Bring in all the rest, where a product is to be tested."""
    if config.getoption("oran_sut"):
        from oran_harness.pytest_plugin.collection import Collection

        config.pluginmanager.register(Collection(config), "oran-harness-collection")
