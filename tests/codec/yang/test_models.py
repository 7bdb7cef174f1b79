"""Modules are loaded with what they import, and told of as the YANG library needs."""

from pathlib import Path

import pytest

pytest.importorskip("oopt_gnpy_libyang")

from oran_harness import resources
from oran_harness.codec.yang import Deny, Kind, Models, Rule, Sources, YangError, installed_modules

OWN = resources.specs() / "yang"
ME = "{urn:oran-harness:yang:managed-element}"


@pytest.fixture(scope="module")
def models() -> Models:
    return Models([OWN, *installed_modules()], Sources([OWN]).names(OWN))


def written(folder: Path, **modules: str) -> Path:
    for name, body in modules.items():
        (folder / f"{name}.yang").write_text(
            f'module {name} {{ yang-version 1.1; namespace "urn:{name}"; prefix {name}; {body} }}'
        )
    return folder


def test_a_module_is_told_of(models: Models) -> None:
    """Name, revision, features, deviations and submodules are those of the files."""
    module = models.by_name["oran-harness-managed-element"]
    assert (module.revision, module.features, module.deviations) == (
        "2026-11-01",
        ("location",),
        ("oran-harness-energy",),
    )
    assert [each.name for each in module.submodules] == ["oran-harness-nr-cells"]
    assert module.implemented
    assert not models.by_name["ietf-inet-types"].implemented


def test_every_module_can_be_delivered(models: Models) -> None:
    """RFC 6022: the text of each module and submodule is there, by name and by revision."""
    for module in models.modules:
        for name, revision in [(module.name, module.revision), *((s.name, s.revision) for s in module.submodules)]:
            text = models.source(name, revision)
            assert text is not None
            assert f"module {name}" in text
            assert models.source(name) == text
    assert models.source("oran-harness-pm", "1999-01-01") is None
    assert models.source("none") is None


def test_the_schema_has_what_modules_say(models: Models) -> None:
    """Groupings, augments, deviations, choices, refinements and extensions are in the nodes."""
    du = models.schema[ME + "managed-element"].children[ME + "gnb-du"]
    cell = du.children[ME + "nr-cell"]
    assert (cell.kind, cell.keys, cell.maximum) == (Kind.LIST, ("local-id",), 512)
    assert [(each.name, each.case, each.mandatory) for each in cell.children[ME + "arfcn-ul"].choices] == [
        ("duplex", "fdd", True)
    ]
    assert cell.children[ME + "neighbour"].by_user
    assert not cell.children[ME + "operational-state"].config
    assert "{urn:oran-harness:yang:energy}energy-saving" in cell.children
    assert du.children[ME + "cell-group"].maximum == 32
    carriers = "{urn:oran-harness:yang:carriers}"
    rx = models.schema[carriers + "user-plane-configuration"].children[carriers + "rx-array-carriers"]
    assert rx.children[carriers + "active"].defaults == ("SLEEP",)
    users = "{urn:oran-harness:yang:users}"
    user = models.schema[users + "users"].children[users + "user"]
    assert user.children[users + "password"].deny is Deny.ALL
    assert models.schema[users + "change-password"].kind is Kind.RPC
    band = models.types.of(cell.children[ME + "band"])
    assert band.base == "identityref"
    assert ("oran-harness-managed-element", "n258") in band.identities


def test_features_that_are_off_take_nodes_away() -> None:
    """RFC 7950, 7.20.2: a node whose feature is off is not there, for libyang and in the schema."""
    models = Models([OWN, *installed_modules()], Sources([OWN]).names(OWN), {"oran-harness-managed-element": ()})
    assert ME + "location" not in models.schema[ME + "managed-element"].children
    xml = '<managed-element xmlns="urn:oran-harness:yang:managed-element"><location/></managed-element>'
    assert models.check(xml).violations[0].rule is Rule.UNKNOWN_NODE
    assert models.by_name["oran-harness-managed-element"].features == ()


def test_augments_into_choices_and_of_augments(tmp_path: Path) -> None:
    """An augment may add a case, and to what another augment added, in whatever order modules are loaded."""
    folder = written(
        tmp_path,
        base="container top { choice c { case a { leaf x { type string; } } } }",
        first='import base { prefix b; } augment "/b:top/b:c" { container y { leaf z { type string; } } }',
        second="import base { prefix b; } import first { prefix f; } "
        'augment "/b:top/b:c/f:y/f:y" { leaf w { type int8; } }',
    )
    models = Models([folder, *installed_modules()], ["second", "first", "base"])
    container = models.schema["{urn:base}top"].children["{urn:first}y"]
    assert [(each.name, each.case) for each in container.choices] == [("c", "y")]
    assert container.children["{urn:second}w"].path() == "/base:top/first:y/second:w"
    assert not models.check(
        '<top xmlns="urn:base"><y xmlns="urn:first"><w xmlns="urn:second">1</w></y></top>'
    ).violations


@pytest.mark.parametrize(
    ("modules", "wanted", "words"),
    [
        ({}, "none", "is in none of the folders"),
        ({"m": "import gone { prefix g; }"}, "m", "which m imports"),
        ({"m": "include gone;"}, "m", "submodule gone"),
        ({"m": "leaf a { type nothing; }"}, "m", "does not load"),
        ({"m": "leaf a { type string;"}, "m", "no YANG module"),
        ({"m": "} }"}, "m", "closes more braces"),
        ({"m": "container c { uses nothing; }"}, "m", "does not load"),
    ],
)
def test_modules_that_do_not_load(modules: dict[str, str], wanted: str, words: str, tmp_path: Path) -> None:
    """Modules that are missing, wrong or contradict each other are a sentence, and no crash."""
    with pytest.raises(YangError, match=words):
        Models([written(tmp_path, **modules), *installed_modules()], [wanted])


def test_folders_and_files_that_are_not_there(tmp_path: Path) -> None:
    """A folder that is none, and a file that is no text, are told by name."""
    with pytest.raises(YangError, match="There is no folder"):
        Models([tmp_path / "none"], [])
    (tmp_path / "m.yang").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(YangError, match=r"m\.yang cannot be read"):
        Models([tmp_path], ["m"])
    with pytest.raises(YangError, match="has no feature"):
        Models([OWN, *installed_modules()], ["oran-harness-pm"], {"oran-harness-pm": ["flying"]})


def test_many_wrong_values_do_not_end_the_process() -> None:
    """Entries whose keys cannot be read are a violation each time; libyang is not driven on after them."""
    models = Models(installed_modules(), ["ietf-ipv6-unicast-routing"])
    entry = "<route><destination-prefix>x</destination-prefix></route>"
    routes = f'<ipv6 xmlns="urn:ietf:params:xml:ns:yang:ietf-ipv6-unicast-routing">{entry * 3}</ipv6>'
    xml = (
        '<routing xmlns="urn:ietf:params:xml:ns:yang:ietf-routing"><control-plane-protocols><control-plane-protocol>'
        f"<type>static</type><name>a</name><static-routes>{routes}</static-routes></control-plane-protocol>"
        "</control-plane-protocols></routing>"
    )
    assert models.check(xml).violations[0].rule is Rule.VALUE
    assert models.canonical(xml, empty_containers=True).violations


def test_what_was_checked_is_known(models: Models) -> None:
    """Data that are edited back are not checked again; only the latest outcomes are kept."""

    def element(id: str) -> str:
        return f'<managed-element xmlns="urn:oran-harness:yang:managed-element"><id>{id}</id></managed-element>'

    first = models.check(element("a"))
    assert models.check(element("b")) is not first
    assert models.check(element("a")) is first
    for number in range(20):
        models.check(element(str(number)))
    assert models.check(element("a")) is not first
