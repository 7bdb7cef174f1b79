"""The contract as tests of pytest."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from oran_harness.adapters import Adapter, Person
from oran_harness.model import Role
from oran_harness.testing.contract.checks import CHECKS, ContractCheck
from oran_harness.testing.contract.subject import Subject, adapter_subject, vendor_subjects
from oran_harness.testing.contract.walk import ContractWalk


def contract_suite(
    what: str | Path | Callable[[], Adapter],
    role: Role | str | None = None,
    *,
    serving: str | None = None,
    person: Person | None = None,
    scheme: str = "tcp",
    over_grpc: bool = False,
) -> type:
    """A class of tests for pytest: give it a name that begins with ``Test`` in a file of tests, and that is all.

    ``what`` is a vendor, as ``vendor_subjects`` takes it (with ``serving`` and ``person``), each of its roles being
    tested unless ``role`` names one; or a function that makes an adapter, as ``adapter_subject`` takes it (with
    ``role``, ``scheme`` and ``over_grpc``). What keeps it from being reached at all is the error of its tests::

    from oran_harness.testing import contract_suite

    TestAlfa = contract_suite("vendors/alfa/")
    TestBravo = contract_suite(BravoAdapter, "e2-node")
    """
    import pytest

    if isinstance(what, str | Path):
        subjects = vendor_subjects(what, role, serving=serving, person=person)
    else:
        subjects = (adapter_subject(what, role or "", scheme=scheme, over_grpc=over_grpc),)

    class TestContract:
        """One test for each check and role."""

        @pytest.fixture(scope="class", params=subjects, ids=[subject.role.value for subject in subjects])
        @classmethod
        def walk(cls, request: Any) -> Iterator[ContractWalk]:
            subject: Subject = request.param
            with ContractWalk(subject) as walk:
                yield walk

        @pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
        def test_contract(self, walk: ContractWalk, check: ContractCheck) -> None:
            result = walk.perform(check)
            if result.skipped is not None:
                pytest.skip(result.skipped)
            if result.problem is not None:
                pytest.fail(f"{result.title}: {result.problem}", pytrace=False)

    return TestContract
