"""The short run of O1 that ``make run`` shows."""

from pathlib import Path
from typing import Any

import pytest
import sample_elements
from sample_elements import CASES, ELEMENTS, FOUND, differences

pytest.importorskip("asyncssh")


def as_promised() -> dict[str, list[dict[str, Any]]]:
    """What both elements have to come to."""
    found: dict[str, list[dict[str, Any]]] = {}
    for element in ELEMENTS:
        found[element] = [
            {
                "id": id,
                "title": "A title",
                "verdict": "fail" if (element, id) in FOUND else "pass",
                "blame": "o1-provider" if (element, id) in FOUND else None,
                "reason": "",
                "actual": "done",
                "expected": "an rpc-error",
            }
            for id in CASES
        ]
    return found


def test_each_difference_is_told() -> None:
    """A verdict that is another, another blame, one that lacks, and one that nobody asked for."""
    assert differences(as_promised()) == []
    found = as_promised()
    found["foxtrot"][3]["verdict"] = "pass"
    found["foxtrot"][4]["blame"] = None
    found[ELEMENTS[0]].pop()
    found[ELEMENTS[0]].append(found["foxtrot"][0] | {"id": "O1-SET-901", "actual": "strange"})
    assert [each.split(":")[0] for each in differences(found)] == [
        "O1-NOTIF-102 of oran-harness-element has no verdict",
        "oran-harness-element",
        "O1-EDIT-136 of foxtrot is pass, blame o1-provider",
        "O1-EDIT-138 of foxtrot is fail, blame nobody",
    ]


def test_what_is_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Both elements beside each other, failures in words; its status says whether all is as promised."""
    found = as_promised()
    monkeypatch.setattr(sample_elements, "play", lambda element, out: found[element])
    assert sample_elements.main(["--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "foxtrot, O1-EDIT-136: done; expected an rpc-error; blame o1-provider" in told
    found["foxtrot"][0]["verdict"] = "fail"
    assert sample_elements.main(["--out", str(tmp_path)]) == 1
    assert "not what the sample elements are to come to" in capsys.readouterr().out
    found["foxtrot"] = []
    assert sample_elements.main(["--out", str(tmp_path)]) == 1


def test_the_flaw_is_found_on_the_wire(tmp_path: Path) -> None:
    """Foxtrot is started, and what it says ok to is found."""
    (line,) = sample_elements.play("foxtrot", tmp_path, ["O1-EDIT-136"])
    assert (line["verdict"], line["blame"]) == ("fail", "o1-provider")
