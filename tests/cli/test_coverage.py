"""``coverage``: which clauses have cases."""

import json

from tests.cli.run import refused, run


def test_as_text() -> None:
    """By document, with a sum; --holes leaves only what has no case."""
    text = run("coverage").text
    assert "O-RAN.WG3.E2AP" in text
    assert "E2AP-RESET-101" in text
    assert "clauses and roles: " in text
    assert "E2AP-RESET-101" not in run("coverage", "--holes").text


def test_as_json() -> None:
    """One document; role and keyword narrow."""
    document = json.loads(run("coverage", "--json", "--role", "e2-node", "-k", "reset").out)
    assert document["schema"] == "oran-harness/coverage/1"
    assert {row["role"] for row in document["clauses"]} == {"e2-node"}
    assert any("E2AP-RESET-201" in row["cases"] for row in document["clauses"])
    assert json.loads(run("coverage", "--json", "-k", "no such clause").out)["clauses"] == []
    assert "leave an option out" in run("coverage", "-k", "no such clause").text


def test_a_role_there_is_not() -> None:
    """The roles are named."""
    assert "near-rt-ric, e2-node" in refused(run("coverage", "--role", "smo"))
