"""What the tests of this folder are given."""

import pytest

from tests.transports.certificates import Issuer


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    return Issuer(tmp_path_factory.mktemp("certificates"), "issuer")
