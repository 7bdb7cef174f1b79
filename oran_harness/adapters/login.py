"""Who logs in at O1, and with what: what a profile says, and what is made for one run alone."""

import atexit
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from oran_harness.adapters.fields import Fields, like
from oran_harness.model import Role
from oran_harness.transports import parse_address

MADE = "made"
"""The password, or the key, that is made for one run."""
_FILES = ("ca", "cert", "key", "known", "authorized")
_USER = like(r"[A-Za-z0-9._-]{1,64}", "a user's name of letters, digits and . _ -")
_TEXTS = ("name", "fingerprint")


@dataclass(frozen=True, slots=True)
class Login:
    """What a role's ``login`` says: who logs in, and options of an address; files are absolute.

    ``password`` is made for each run with ``makes_password``, the key with ``makes_key``.
    """

    user: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    makes_password: bool = False
    makes_key: bool = False


@dataclass(frozen=True, slots=True)
class Credentials:
    """A login as one run has it: ``options`` for our address, ``words`` for the placeholders of a launch."""

    options: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


def read_login(fields: Fields, folder: Path) -> Login:
    """The login as its table says; what is wrong is among the problems of the fields."""
    options = {}
    password = fields.text("password", check=_password)
    if password is not None and password != MADE:
        kind, _, where = password.partition(":")
        options["password"] = f"file:{(folder / where).absolute()}" if kind == "file" else password
    key = fields.has("key") and fields.table["key"] == MADE
    for name in _FILES:
        given = fields.text(name, check=None if name == "key" and key else _file)
        if given is not None and given != MADE:
            options[name] = str((folder / given.removeprefix("file:")).absolute())
    for name in _TEXTS:
        text = fields.text(name)
        if text is not None:
            options[name] = text
    user = fields.text("user", check=_USER) or ""
    if not user and (password is not None or key):
        fields.wrong("user", "is missing; expected the name of who logs in")
    fields.done()
    return Login(user, options, password == MADE, key)


def credentials(login: Login, role: Role) -> Credentials:
    """The login for one run: what has to be made lies in a folder that nobody else may read, until we end.

    ``role`` is the SUT's: a managed element lets us in, a manager is let in by us.
    """
    options, words = dict(login.options), {"user": login.user} if login.user else {}
    if login.makes_password or login.makes_key:
        folder = Path(tempfile.mkdtemp(prefix="oran-harness-login-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        if login.makes_password:
            words["password_file"] = str(_kept(folder / "password", secrets.token_urlsafe(18).encode()))
            options["password"] = f"file:{words['password_file']}"
        if login.makes_key:
            private, public = _key_pair(folder)
            ours, theirs = (private, public) if role is Role.O1_PROVIDER else (public, private)
            options["key" if role is Role.O1_PROVIDER else "authorized"] = str(ours)
            words["public_key" if role is Role.O1_PROVIDER else "private_key"] = str(theirs)
    return Credentials(options, words)


def with_login(uri: str, login: Login, options: Mapping[str, str]) -> str:
    """The address with who logs in and how, as far as it does not say so itself."""
    address = parse_address(uri)
    head, mark, query = uri.partition("?")
    if login.user and not address.user and address.scheme == "netconf+ssh":
        head = head.replace("://", f"://{login.user}@", 1)
    added = [f"{name}={quote(text, safe='/:')}" for name, text in options.items() if name not in address.options]
    whole = "&".join([*([query] if mark else []), *added])
    return f"{head}?{whole}" if whole else head


def _key_pair(folder: Path) -> tuple[Path, Path]:
    # SSH is loaded when it is needed: it is no part of E2.
    import asyncssh

    key = asyncssh.generate_private_key("ssh-ed25519")
    private = _kept(folder / "key", key.export_private_key())
    return private, _kept(folder / "key.pub", key.export_public_key())


def _kept(path: Path, octets: bytes) -> Path:
    path.touch(mode=0o600)
    path.write_bytes(octets)
    return path


def _password(text: str) -> str | None:
    return None if text == MADE or text.startswith(("env:", "file:")) else f"env:NAME, file:PATH or {MADE}"


def _file(text: str) -> str | None:
    return None if text.startswith("file:") and text != "file:" else "file:PATH"
