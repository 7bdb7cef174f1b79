"""What the tests of this folder are given."""

from pathlib import Path

import pytest

from tests.transports.ssh.places import (
    Login,
    new_login,
)


@pytest.fixture
def login(tmp_path: Path) -> Login:
    return new_login(tmp_path)
