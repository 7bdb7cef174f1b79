"""Values are compared in canonical form, where they stand."""

from pathlib import Path

import pytest

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import (
    Datastores,
    Edit,
    Snapshot,
    WithDefaults,
    element_models,
    plausible_data,
    read,
)
from oran_harness.peers.o1_provider.datastore.canonical import is_default
from tests.peers.o1_provider.datastore.conftest import config

DEFAULTS = """
module defaults { yang-version 1.1; namespace "urn:defaults"; prefix d; import kinds { prefix k; }
  container c { list l { key id; leaf id { type string; }
    leaf number { type int8; default 7; } leaf kind { type k:kind; } leaf typed { type k:number; }
    leaf none { type string; }
  } } }
"""
KINDS = """
module kinds { yang-version 1.1; namespace "urn:kinds"; prefix k; identity kind; identity one { base kind; }
  identity two { base kind; }
  typedef kind { type identityref { base kind; } default one; }
  typedef number { type decimal64 { fraction-digits 2; } default 1; } }
"""


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Models:
    folder: Path = tmp_path_factory.mktemp("yang")
    (folder / "defaults.yang").write_text(DEFAULTS)
    (folder / "kinds.yang").write_text(KINDS)
    return element_models([folder], own=False)


@pytest.mark.parametrize(
    ("leaf", "same"),
    [
        ("<number>7</number>", True), ("<number> +07 </number>", True), ("<number>8</number>", False),
        ("<number>x</number>", False), ("<number/>", False), ("<typed>1.0</typed>", True),
        ("<typed>1.01</typed>", False), ('<kind xmlns:z="urn:kinds">z:one</kind>', True),
        ('<kind xmlns:z="urn:kinds">z:two</kind>', False), ("<kind>one</kind>", False), ("<none/>", False),
    ],
)  # fmt: skip
def test_a_default_in_any_form(leaf: str, same: bool, strange: Models) -> None:
    """RFC 6243, 4.5.1: a tagged value is compared with the default as a value: any form, any prefix, also a type's."""
    given = config(f'<c xmlns="urn:defaults"><l><id>a</id>{leaf}</l></c>')[0][0][1]
    schema = strange.schema["{urn:defaults}c"].children["{urn:defaults}l"].children[given.tag]
    assert is_default(given, schema, strange) is same


def test_what_is_told_with_tags_can_be_sent_back(models: Models) -> None:
    """RFC 6243, 4.5.1: a whole report-all-tagged answer that replaces the configuration changes nothing."""
    for seed in range(3):
        before = Snapshot(models, plausible_data(models, seed))
        stores = Datastores(models, before)
        given = config("")
        given.extend(read(before, models, mode=WithDefaults.REPORT_ALL_TAGGED))
        assert "default=" in Snapshot(models, given).xml
        assert not stores.edit("running", Edit(given, default_operation="replace")).errors
        assert stores.running.xml == before.xml


@pytest.mark.parametrize(
    ("attributes", "tags"),
    [
        ('wd:default="false"', []), ('wd:default="1"', []), ('wd:default="yes"', ["bad-attribute"]),
        ('wd:default="true" nc:operation="delete"', ["data-missing"]),
        ('wd:default="true" nc:operation="remove"', []),
    ],
)  # fmt: skip
def test_the_mark_is_a_truth_value(attributes: str, tags: list[str], edit) -> None:
    """RFC 6243, 6: the mark is true or false; with it, delete still demands what it deletes."""
    xml = f"<port {attributes}>830</port>"
    body = f'<managed-element xmlns="urn:oran-harness:yang:managed-element"><management-address>{xml}'
    assert [error.tag for error in edit(body + "</management-address></managed-element>").errors] == tags
