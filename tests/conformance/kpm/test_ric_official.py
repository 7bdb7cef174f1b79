"""The official cases of KPM at a near-RT RIC (E2TS 5.2.3) have counterparts."""

from tests.conformance.e2ap.performing_ric import ric_cases

OFFICIAL = {f"e2ts-5.2.3.{number}" for number in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "2.1", "2.2")}


def test_there_is_a_case_for_each_of_the_official_ones() -> None:
    """Each has at least one case of this suite that is tagged with its number."""
    kpm = [case for case in ric_cases() if case.description.suite == "kpm"]
    assert {tag for case in kpm for tag in case.description.tags} >= OFFICIAL
