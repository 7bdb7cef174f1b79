"""What our E2 node declares of RC."""

import pytest

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.rc.build import OFFERS, offers
from oran_harness.service_models.rc.build.offer import CALL_PROCESSES, TRIGGERS
from oran_harness.service_models.rc.styles import STYLES, Service, style

WITH_TRIGGER = (Service.REPORT, Service.INSERT, Service.POLICY)


def test_only_styles_that_exist() -> None:
    """Everything offered is in RC's tables, with a trigger that goes with it, and a name for each parameter."""
    for offer in OFFERS:
        row = style(offer.service, offer.style)
        assert row is not None
        assert (offer.trigger is not None) == (offer.service in WITH_TRIGGER)
        assert offer.trigger is None or offer.trigger in row.triggers & set(TRIGGERS)
        assert all(offer.parameters.values())
    keys = [(offer.service, offer.style, offer.action) for offer in OFFERS]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys, key=lambda key: (list(Service).index(key[0]), key[1], key[2] or 0))


def test_all_services() -> None:
    """Each of the five services is there; call processes have the numbers of RC 7.3.3."""
    assert {offer.service for offer in OFFERS} == set(Service)
    assert all(1 <= kind <= 6 and set(points) <= {1, 2, 3} for kind, (_, points) in CALL_PROCESSES.items())
    assert STYLES


def test_query_is_new() -> None:
    """QUERY is offered from 5.00 on, as 1.03 has no such messages."""
    assert not [offer for offer in offers("gnb", "1.03") if offer.service is Service.QUERY]
    assert {offer.style for offer in offers("gnb", "5.00") if offer.service is Service.QUERY} == {1, 2}
    assert offers("gnb", "7.00") == OFFERS


@pytest.mark.parametrize("kind", NodeType)
def test_each_kind_of_node_offers_its_part(kind: NodeType) -> None:
    """A DU has radio resources, a CU-CP mobility, a CU-UP neither; LTE nodes copy no NR messages."""
    served = {(offer.service, offer.style) for offer in offers(kind, "5.00")}
    assert ((Service.CONTROL, 2) in served) == (kind not in (NodeType.CU_CP, NodeType.CU_UP))
    assert ((Service.CONTROL, 3) in served) == (kind not in (NodeType.DU, NodeType.CU_UP))
    assert ((Service.REPORT, 1) in served) == (kind in (NodeType.GNB, NodeType.EN_GNB, NodeType.CU_CP))
    assert (Service.REPORT, 4) in served
