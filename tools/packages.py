"""Which typed values go into which module."""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from asn1_types import AsnType, Types, parse, tables
from messages import message_modules
from naming import class_name
from source import Writer, docstring

GENERATED = "Written by tools/write_classes.py from specs/; do not edit."
Place = Callable[[AsnType], str]


def packages(specs: Path) -> dict[str, str]:
    """Every generated module: its path in the checkout and its text."""
    editions = tomllib.loads((specs / "editions.toml").read_text("utf-8"))
    modules = {**_e2ap(specs, editions["e2ap"]["editions"]), **_service_models(specs, editions)}
    return formatted(modules)


def _e2ap(specs: Path, editions: list[dict[str, str]]) -> dict[str, str]:
    types, fields, rows = Types(), {}, []
    for edition in editions:
        types.add(edition["edition"], parse(specs / edition["schema"][0])["E2AP"]["types"])
        table = tables(specs / edition["tables"])
        rows.append(table)
        for name, ies in table["ie_sets"].items():
            if len(ies) == 1:
                fields[f"{name}-Field"] = ies[0]["type"]
    messages = {
        row[side]
        for table in rows
        for row in table["procedures"]
        for side in ("initiating", "successful", "unsuccessful")
        if row[side]
    }
    envelope = {"E2AP-PDU", "InitiatingMessage", "SuccessfulOutcome", "UnsuccessfulOutcome", "Presence"}
    # Edition 1.01 defines types that no message of it uses.
    unused = {"E2nodeConnected-List", "XAPP-ID"}
    left_out = messages | envelope | unused | {name for name in types.types if name.endswith("-Field")}
    entries = [entry for name, entry in types.types.items() if name not in left_out]
    writer = Writer(types, fields)
    base = "oran_harness/protocols/e2ap"
    out = _modules(f"{base}/elements", "E2AP", writer, entries, _place_e2ap, {})
    out.update(message_modules(f"{base}/messages", rows, types, GENERATED))
    return out


def _place_e2ap(entry: AsnType) -> str:
    if re.search("Load|State|RICactionList|ricService", entry.name):
        return "load_and_state"
    if entry.name.startswith(("RICaction", "RICsub")):
        return "subscriptions"
    if re.match(r"RIC|RAN", entry.name):
        return "functions"
    if entry.name.startswith(("E2node", "E2connection", "TNL")):
        return "components"
    return "identities"


def _service_models(specs: Path, editions: dict[str, dict[str, list[dict[str, list[str]]]]]) -> dict[str, str]:
    common = Types()
    for name in ("2.01", "5.00"):
        common.add(name, parse(specs / f"e2sm-common/{name}.asn")["E2SM-COMMON-IEs"]["types"])
    base = "oran_harness/service_models"
    shared = {class_name(entry.name): f"{base}/common/elements" for entry in common.types.values()}
    entries = common.types.values()
    out = _modules(f"{base}/common/elements", "E2SM common", Writer(common, {}), entries, _place_common, {})
    for key, place in (("kpm", _place_kpm), ("rc", _place_rc), ("ni", _place_ni)):
        types, module = Types(), f"E2SM-{key.upper()}-IEs"
        for edition in editions[key]["editions"]:
            path = next(specs / name for name in edition["schema"] if "common" not in name)
            types.add(str(edition["edition"]), parse(path)[module]["types"])
        title = f"E2SM-{key.upper()}"
        out.update(_modules(f"{base}/{key}/elements", title, Writer(types, {}), types.types.values(), place, shared))
    return out


def _place_common(entry: AsnType) -> str:
    return "ue_identities" if "UEID" in entry.name or entry.name.startswith("UE") else "cells_and_interfaces"


def _place_kpm(entry: AsnType) -> str:
    if "Indication" in entry.name:
        return "indication"
    if "RANfunction" in entry.name or "RIC-" in entry.name:
        return "function_definition"
    return "formats" if entry.name.startswith("E2SM") else "measurements"


def _place_rc(entry: AsnType) -> str:
    name = entry.name
    if "RANFunctionDefinition" in name or "RANfunction" in name.replace("F", "f"):
        return "function_definition"
    if "RANParameter" in name or "RANparam" in name:
        return "parameters"
    for word, module in (
        ("EventTrigger", "event_trigger"),
        ("TriggerType", "event_trigger"),
        ("Indication", "indication"),
        ("Control", "control"),
        ("CallProcess", "control"),
        ("Query", "query"),
        ("Action", "action"),
        ("Policy", "action"),
    ):
        if word in name:
            return module
    return "information"


def _place_ni(entry: AsnType) -> str:
    if "RANfunction" in entry.name or "Style-List" in entry.name:
        return "function_definition"
    if entry.name.startswith("E2SM"):
        return "formats"
    return "parameters" if entry.name.startswith("RAN") else "interfaces"


def _modules(
    folder: str, title: str, writer: Writer, entries: Iterable[AsnType], place: Place, shared: dict[str, str]
) -> dict[str, str]:
    ordered = sorted(entries, key=lambda entry: entry.name.lower())
    homes = {class_name(entry.name): (place(entry) if entry.kind == "SEQUENCE" else "types") for entry in ordered}
    bodies: dict[str, list[str]] = {}
    for entry in ordered:
        home = homes[class_name(entry.name)]
        bodies.setdefault(home, []).append(writer.record(entry) if home != "types" else writer.alias(entry))
    out = {
        f"{folder}/{home}.py": _module(title, home, body, homes, folder, shared)
        for home, body in sorted(bodies.items())
    }
    out[f"{folder}/__init__.py"] = _index(title, homes, ordered)
    return out


def _module(title: str, home: str, body: list[str], homes: dict[str, str], folder: str, shared: dict[str, str]) -> str:
    text = "\n\n".join(body) if home != "types" else "".join(body)
    words = set(re.findall(r"\b[A-Za-z]\w*\b", re.sub(r'""".*?"""|#[^\n]*', "", text)))
    package = folder.replace("/", ".")
    imports: list[str] = []
    for module in sorted({homes[word] for word in words if word in homes} - {home}):
        imports.append(_import(f"{package}.{module}", [w for w in words if homes.get(w) == module]))
    for place in sorted({shared[word] for word in words if word in shared and word not in homes}):
        names = [word for word in words if shared.get(word) == place and word not in homes]
        imports.append(_import(place.replace("/", "."), names))
    runtime = ""
    if "BitString" in words:
        # An alias is evaluated when its module loads; an annotation never is.
        if home == "types":
            runtime = "\nfrom oran_harness.codec.asn1 import BitString\n"
        else:
            imports.append("    from oran_harness.codec.asn1 import BitString\n")
    typing = sorted({"ClassVar", "Literal", "TypeAlias"} & words | ({"TYPE_CHECKING"} if imports else set()))
    head = docstring(f"{title}: {home.replace('_', ' ')}. {GENERATED}") + "\n"
    if home != "types":
        head += "from __future__ import annotations\n\nfrom dataclasses import dataclass\n"
    if typing:
        head += f"from typing import {', '.join(typing)}\n"
    head += runtime
    if imports:
        head += "\nif TYPE_CHECKING:\n" + "".join(sorted(imports))
    return head + ("\n\n" if home != "types" else "\n") + text


def _import(module: str, names: list[str]) -> str:
    line = f"    from {module} import {', '.join(sorted(names))}\n"
    if len(line) <= 120:
        return line
    return f"    from {module} import (\n" + "".join(f"        {name},\n" for name in sorted(names)) + "    )\n"


def _index(title: str, homes: dict[str, str], ordered: list[AsnType]) -> str:
    text = docstring(f"{title}: values that messages are made of. {GENERATED}") + "\n"
    for module in sorted(set(homes.values())):
        names = sorted(name for name, home in homes.items() if home == module)
        package = "." + module
        text += f"from {package} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"
    text += "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted([*homes, "RECORDS"])) + "]\n\n"
    text += "RECORDS: dict[str, type] = {\n"
    for entry in ordered:
        if entry.kind == "SEQUENCE":
            text += "".join(f'    "{name}": {class_name(entry.name)},\n' for name in entry.spellings)
    text += "}\n" + '"""The class of each ASN.1 SEQUENCE, by each spelling of its name."""\n'
    return text


def formatted(modules: dict[str, str]) -> dict[str, str]:
    """The modules as ruff writes them, so that generated code is held to the rules of all other code."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in modules.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        settings = Path(__file__).resolve().parent.parent / "pyproject.toml"
        for step in (["check", "--fix", "--exit-zero", "--select", "I,RUF022,F401"], ["format"]):
            ruff = [sys.executable, "-m", "ruff", *step, "--quiet", "--no-cache", "--config", str(settings), folder]
            subprocess.run(ruff, check=True, timeout=120)
        return {path: (Path(folder) / path).read_text("utf-8") for path in modules}
