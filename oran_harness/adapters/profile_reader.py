"""Reads a ``profile.toml`` and says all that is wrong with it at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oran_harness.adapters.fields import Fields, like
from oran_harness.adapters.profile import Profile, RoleProfile
from oran_harness.adapters.role_reader import read_role
from oran_harness.adapters.toml_file import read_toml, refuse
from oran_harness.model import Role

FILE_NAME = "profile.toml"
NAME_RULE = like(
    r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "letters, digits, dots, dashes and underscores, at most 64 of them"
)
"""What a vendor can be called; gives None, or what is expected instead."""


def read_profile(folder: Path) -> Profile:
    """The profile in a vendor's folder.

    Raises ``InputError``, one sentence with everything that is wrong: each line and field, and what was expected of it.
    """
    path = folder / FILE_NAME
    file = read_toml(path, "profile", f"a vendor is a folder with a {FILE_NAME}")
    return profile_of(file.document, folder, str(path), file.lines)


def profile_of(
    document: Mapping[str, Any], folder: Path, name: str = FILE_NAME, lines: Mapping[str, int] | None = None
) -> Profile:
    """The profile that a TOML document holds; ``folder`` is what its paths are relative to.

    Raises ``InputError`` as ``read_profile`` does; ``name`` is what the sentence calls the document, ``lines`` tells
    where in it the fields stand, by their paths.
    """
    problems: list[str] = []
    profile = _profile(Fields(document, "", problems, lines), folder)
    refuse(name, problems)
    return profile


def _profile(top: Fields, folder: Path) -> Profile:
    vendor = top.inner("vendor", required=True)
    name = product = version = None
    if vendor is not None:
        name = vendor.text("name", required=True, check=NAME_RULE)
        product = vendor.text("product")
        version = vendor.text("version")
        vendor.done()
    roles = _roles(top, folder)
    top.done()
    return Profile(name or "", product or name or "", version, folder, roles)


def _roles(top: Fields, folder: Path) -> dict[Role, RoleProfile]:
    table = top.inner("roles", required=True)
    if table is None:
        return {}
    found = {role: read_role(role, inner, folder) for role in Role if (inner := table.inner(role.value)) is not None}
    if not table.table:
        table.wrong_as_a_whole(f"is empty; expected at least one of {', '.join(Role)}")
    table.done()
    return found
