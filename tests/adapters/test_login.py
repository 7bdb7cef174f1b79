"""Who logs in at O1: what a profile may say, and what is made for one run."""

import stat
from pathlib import Path

import asyncssh
import pytest

from oran_harness.adapters.fields import Fields
from oran_harness.adapters.login import Login, credentials, read_login, with_login
from oran_harness.model import Role
from oran_harness.transports import parse_address


def read(folder: Path, **table: str) -> tuple[Login, list[str]]:
    """A login as a table says, and what is wrong with it."""
    problems: list[str] = []
    return read_login(Fields(table, "login", problems), folder), problems


def test_files_are_relative_to_the_profile(tmp_path: Path) -> None:
    """Environment variables are named as they are."""
    login, problems = read(tmp_path, user="ann", password="file:secret", key="file:id", fingerprint="SHA256:x")
    assert problems == []
    assert login.user == "ann"
    assert login.options == {
        "password": f"file:{tmp_path}/secret",
        "key": f"{tmp_path}/id",
        "fingerprint": "SHA256:x",
    }
    assert read(tmp_path, user="ann", password="env:PW")[0].options == {"password": "env:PW"}


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"user": "ann", "password": "geheim"}, "expected env:NAME, file:PATH or made"),
        ({"user": "ann", "key": "id_ed25519"}, "expected file:PATH"),
        ({"user": "a b", "password": "made"}, "expected a user's name"),
        ({"password": "made"}, "login.user is missing"),
        ({"user": "ann", "certificate": "file:x"}, "login.certificate means nothing here"),
    ],
)
def test_what_cannot_be_is_told(table: dict[str, str], problem: str, tmp_path: Path) -> None:
    """With what was expected; a password in the open is not repeated as one that is fine."""
    assert any(problem in each for each in read(tmp_path, **table)[1]), read(tmp_path, **table)[1]


def test_a_password_is_made_for_each_run() -> None:
    """Both ends are told of one file, which nobody else may read."""
    login = Login("ann", makes_password=True)
    one, other = (credentials(login, Role.O1_PROVIDER) for _ in range(2))
    path = Path(one.words["password_file"])
    assert one.options == {"password": f"file:{path}"}
    assert one.words["user"] == "ann"
    assert len(path.read_text()) >= 20
    assert path.read_text() != Path(other.words["password_file"]).read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("role", "ours", "theirs"),
    [(Role.O1_PROVIDER, "key", "public_key"), (Role.O1_MANAGER, "authorized", "private_key")],
)
def test_a_key_is_made_for_each_run(role: Role, ours: str, theirs: str) -> None:
    """Who logs in has the private half: we at an element under test, a manager under test at us."""
    made = credentials(Login("ann", makes_key=True), role)
    halves = [Path(made.options[ours]), Path(made.words[theirs])]
    private, public = halves if role is Role.O1_PROVIDER else reversed(halves)
    assert asyncssh.read_private_key(private).public_data == asyncssh.read_public_key(public).public_data
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_an_address_says_how_we_log_in() -> None:
    """What it says itself counts before the login."""
    login = Login("ann", {"password": "env:PW", "key": "/a b/id"})
    found = parse_address(with_login("netconf+ssh://127.0.0.1:830?key=/own", login, login.options))
    assert (found.user, dict(found.options)) == ("ann", {"key": "/own", "password": "env:PW"})
    found = parse_address(with_login("netconf+ssh://bob@127.0.0.1:830", login, login.options))
    assert (found.user, dict(found.options)) == ("bob", {"key": "/a b/id", "password": "env:PW"})
    tls = with_login("netconf+tls://127.0.0.1:6513", Login("ann"), {"ca": "/ca.pem"})
    assert tls == "netconf+tls://127.0.0.1:6513?ca=/ca.pem"
    assert with_login("netconf+tls://127.0.0.1:6513", Login(), {}) == "netconf+tls://127.0.0.1:6513"
