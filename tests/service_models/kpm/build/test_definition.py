"""KPM RAN function definitions."""

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.kpm.build import CATALOGUE, function_definition, names
from oran_harness.service_models.kpm.definition import AnnouncedFunction, announced
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from tests.service_models.kpm.build.read import value

SMALL = 1023
"""Octets beyond which some RICs give up."""


def read(octets: bytes, edition: str) -> AnnouncedFunction:
    """What a definition announces."""
    value("kpm", PayloadKind.FUNCTION_DEFINITION, octets, edition)
    function = announced(KPM.decode(PayloadKind.FUNCTION_DEFINITION, octets, edition))
    assert function is not None
    assert function.complete
    return function


@pytest.mark.parametrize("edition", service_model("kpm").editions)
@pytest.mark.parametrize("kind", NodeType)
def test_all_styles_with_their_formats(edition: str, kind: NodeType) -> None:
    """Report styles 1 to 5 are declared with the formats of table 7.8-2, in every edition, within 1,023 octets."""
    octets = function_definition(edition, kind=kind)
    function = read(octets, edition)
    assert (function.short_name, function.oid) == ("ORAN-E2SM-KPM", "1.3.6.1.4.1.53148.1.2.2.2")
    assert function.trigger_formats == {1: 1}
    assert [style.style for style in function.styles] == [1, 2, 3, 4, 5]
    for style in function.styles:
        row = REPORT_STYLES[style.style]
        declared = (style.action_format, style.header_format, style.message_format)
        assert declared == (row.action_format, row.header_format, row.message_format)
        assert style.names == set(names(kind, style.style))
        assert style.ids == {CATALOGUE[name].id: name for name in style.names}
    assert len(octets) <= SMALL


def test_what_can_be_chosen() -> None:
    """Styles, measurements (for all styles or by style) and the instance; what is left empty is not declared."""
    function = read(function_definition("3.00", styles=(1, 4), measurements=("Own.Name",), instance=3), "3.00")
    assert [(style.style, style.names, style.ids) for style in function.styles] == [
        (1, {"Own.Name"}, {}),
        (4, {"Own.Name"}, {}),
    ]
    assert function.instance == 3
    function = read(function_definition("3.00", measurements={2: ("DRB.UEThpDl",)}), "3.00")
    assert [style.style for style in function.styles] == [2]
    assert read(function_definition("3.00", styles=()), "3.00").styles == ()


def test_bins_are_published() -> None:
    """A distribution says its bins, in the dimensions that it has."""
    octets = function_definition("3.00", styles=(1,), measurements=("RRU.PrbTotDlDist", "CARR.WBCQIDist"))
    definition = value("kpm", PayloadKind.FUNCTION_DEFINITION, octets, "3.00")
    load, quality = (item.bin_range_def for item in definition.ric_report_style_list[0].meas_info_action_list)
    assert [item.bin_index for item in load.bin_range_list_x] == [1, 2, 3, 4, 5]
    assert load.bin_range_list_x[-1].end_value == ("valueInt", 100)
    assert load.bin_range_list_y is None
    assert (len(quality.bin_range_list_x), len(quality.bin_range_list_y), len(quality.bin_range_list_z)) == (16, 4, 2)


@pytest.mark.parametrize("edition", ["5.00", "6.00"])
def test_jobs_are_offered(edition: str) -> None:
    """Style 255 names the others for its jobs, with both reporting approaches; earlier editions have no such list."""
    function = read(function_definition(edition, styles=(1, 4, 255)), edition)
    integrated = function.style(255)
    assert integrated is not None
    declared = (integrated.action_format, integrated.header_format, integrated.message_format)
    assert declared == (255, 1, 255)
    assert (integrated.jobs, integrated.approaches, integrated.names) == ({1, 4}, {"single", "multiple"}, set())
    with pytest.raises(EncodeError):
        function_definition("4.00", styles=(1, 255))
