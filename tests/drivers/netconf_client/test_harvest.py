"""Every schema of an element, and what hostile ones do."""

import time
from pathlib import Path

import pytest

from oran_harness.codec.yang import Models
from oran_harness.drivers.netconf_client import Harvested, SessionLost, harvest
from oran_harness.drivers.netconf_client.harvest import MOST_SILENCES
from oran_harness.drivers.netconf_client.listed import MONITORING
from oran_harness.protocols.netconf import BASE_1_1, Rpc, RpcError
from oran_harness.protocols.netconf.speaking import data, refusal, reply
from tests.drivers.netconf_client.elements import Scripted, spoken_to, within


def modules(**texts: str) -> Scripted:
    """An element whose hello announces these modules, and which gives their texts; those that are none hang."""

    def answer(rpc: Rpc) -> bytes | None:
        if rpc.name != "get-schema" or rpc.operation is None:
            return data(rpc)
        name = (rpc.operation.findtext("{*}identifier") or "").replace("-", "_")
        text = texts.get(name, "refused")
        if text == "silent":
            return None
        if text == "refused":
            return refusal(rpc, RpcError("application", "invalid-value", message="there is none"))
        return reply(rpc, f'<data xmlns="{MONITORING}"><![CDATA[{text}]]></data>'.encode())

    announced = [f"urn:{name}?module={name.replace('_', '-')}" for name in texts]
    return Scripted(answer, [BASE_1_1, *announced])


def harvested(element: Scripted, folder: Path, **options: float) -> Harvested:
    """What comes of it."""

    async def test() -> Harvested:
        async with spoken_to(element, within=options.get("within", 5.0)) as client:
            return await harvest(client, folder)

    return within(test())


def test_ours_is_harvested_whole(tmp_path: Path) -> None:
    """Every module with what it imports, so that all load from the folder alone."""

    async def test() -> Harvested:
        async with spoken_to() as client:
            return await harvest(client, tmp_path)

    found = within(test())
    assert found.undelivered == ()
    assert found.remarks == ()
    names = {each.name for each in found.gathered}
    assert {"ietf-netconf-acm", "ietf-inet-types", "oran-harness-managed-element"} <= names
    assert len({each.file for each in found.gathered}) == len(found.gathered) == len(list(tmp_path.iterdir()))
    assert Models([tmp_path], ["oran-harness-managed-element"]).by_name


def test_imports_and_submodules_are_followed(tmp_path: Path) -> None:
    """What no list names is asked for where a module needs it, in the revision that it names; cycles end."""
    element = modules(a="module a { import b { prefix b; revision-date 2026-01-01; } include a-part; }")
    texts = {
        "b": "module b { import a { prefix a; } revision 2026-01-01; revision 2025-01-01; }",
        "a_part": "submodule a-part { belongs-to a { prefix a; } }",
    }
    first = element._answer
    element._answer = lambda rpc: modules(**texts)._answer(rpc) if "a<" not in _asked(rpc) else first(rpc)
    found = harvested(element, tmp_path)
    assert sorted(each.file.name for each in found.gathered) == ["a-part.yang", "a.yang", "b@2026-01-01.yang"]
    assert found.undelivered == ()


def _asked(rpc: Rpc) -> str:
    text = rpc.octets.decode()
    return text if "<identifier>a</identifier>" in text or "get-schema" not in text else text.replace("a<", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("refused", "it is refused: application invalid-value, there is none"),
        ("", "the reply holds no text"),
        ("this is no module", "no YANG module"),
        ("module other { }", "what comes is module 'other'"),
        ("module m { revision ../../x; }", "is no date"),
        ("module m { ", "no YANG module"),
        ("/*" * 500_000, "no YANG module"),
        ("module m { description '" + "{" * 200_000, "no YANG module"),
    ],
    ids=range(8),
)
def test_what_is_not_delivered_is_told(tmp_path: Path, text: str, why: str) -> None:
    """With the reason, and without a file; the next module is had all the same, and soon."""
    began = time.perf_counter()
    found = harvested(modules(m=text, good="module good { }"), tmp_path)
    assert time.perf_counter() - began < 10
    assert [each.name for each in found.gathered] == ["good"]
    assert [each.name for each in found.undelivered] == ["m"]
    assert why in str(found.undelivered[0])
    assert [each.name for each in tmp_path.iterdir()] == ["good.yang"]


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "..", "a%0Ab", "x" * 200])
def test_a_name_that_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """It is not asked for, nothing is written, and it is told."""
    element = modules(good="module good { }")
    element._capabilities = [*element._capabilities, f"urn:bad?module={name}"]
    folder = tmp_path / "deep/down"
    found = harvested(element, folder)
    assert len(found.undelivered) == 1
    assert "no file is named so" in str(found.undelivered[0])
    assert [each.name for each in tmp_path.rglob("*.yang")] == ["good.yang"]


def test_an_element_that_hangs(tmp_path: Path) -> None:
    """After some requests in a row without a reply no more are sent; what was had stays, the rest is told."""
    silent = {f"m{n}": "silent" for n in range(20)}
    began = time.perf_counter()
    found = harvested(modules(good="module good { }", **silent), tmp_path, within=0.1)
    assert time.perf_counter() - began < MOST_SILENCES * 0.1 + 5
    assert [each.name for each in found.gathered] == ["good"]
    assert len(found.undelivered) == 20
    with pytest.raises(SessionLost, match="no reply within"):
        harvested(modules(**silent), tmp_path, within=0.05)


def test_a_module_that_never_ends(tmp_path: Path) -> None:
    """It is cut off at the limit, and told; nothing of it is written."""
    element = modules(good="module good { }", zz="silent")
    first = element._answer

    def answer(rpc: Rpc) -> bytes | None:
        if b"<identifier>zz<" in rpc.octets:
            element.raw = [b"\n#1000000\n" + b"x" * 1_000_000] * 25
        return first(rpc)

    element._answer = answer
    found = harvested(element, tmp_path)
    assert [each.name for each in found.undelivered] == ["zz"]
    assert "The session ended before all was had" in found.remarks[-1]
    assert [each.name for each in tmp_path.iterdir()] == ["good.yang"]


def test_as_json(tmp_path: Path) -> None:
    """Names, files, reasons."""
    document = harvested(modules(m="refused", good="module good { }"), tmp_path).to_json()
    assert document["modules"] == [{"name": "good", "revision": "", "file": "good.yang", "from": ["hello"]}]
    assert document["undelivered"][0]["name"] == "m"
