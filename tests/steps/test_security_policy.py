"""Policies: what they say of names, and what is wrong with those that are none."""

import json
from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.resources import specs
from oran_harness.steps.security_policy import POLICIES, default_policy, policy_of, read_policy, suite_name, suites


@pytest.mark.parametrize("name", POLICIES)
def test_policies_that_come_with_the_harness(name: str) -> None:
    """They can be read, and kept in a history; nothing is required or listed, and forbidden at once."""
    policy = read_policy(name)
    assert policy_of(json.loads(json.dumps(policy.to_json()))) == policy
    for part in policy.parts.values():
        assert part.source
        assert part.forbids((*part.required, *(each for each in part.listed if "*" not in each))) == ()
    listed = policy.part("tls.suites")
    assert listed.lacks(suites()) == ()
    assert set(listed.forbids(suites())) & set(suites()) - set(listed.unlisted(suites())) == set(
        listed.forbids(suites())
    )


def test_names_on_the_wire() -> None:
    """What has @openssh.com behind it is meant, too."""
    macs = default_policy().part("ssh.macs")
    assert macs.unlisted(["umac-128@openssh.com", "hmac-sha2-256-etm@openssh.com", "umac-64@openssh.com"]) == (
        "umac-64@openssh.com",
    )
    assert macs.forbids(["hmac-sha1", "hmac-sha2-256"]) == ("hmac-sha1",)
    assert "umac-128" not in macs.lacks(["umac-128@openssh.com"])


def test_what_the_two_differ_in() -> None:
    """The M-plane requires TLS 1.2 and little of SSH."""
    assert default_policy().part("tls.versions").required == ("TLS 1.3",)
    assert read_policy("m-plane").part("tls.versions").required == ("TLS 1.2",)
    assert read_policy("m-plane").part("ssh.macs").required == ("hmac-sha2-256",)


def test_suites_have_names() -> None:
    """And those that have none here have numbers."""
    assert suite_name(0x1301) == "TLS_AES_128_GCM_SHA256"
    assert suite_name(0xFAFA) == "suite 0xfafa"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('schema = "oran-harness/security-policy/1"', 'schema = "other"', "schema"),
        ("attempts = 10", "attempts = 0", "no number above 0"),
        ("attempts = 10", "", "'attempts' is missing|attempts is missing"),
        ('title = "O1"', "title = 7", "no text"),
        ("required = []", "required = 7", "no list of names"),
        ("[passwords]", "[passwords", "is no security policy"),
    ],
)
def test_what_is_no_policy(tmp_path: Path, old: str, new: str, words: str) -> None:
    """The sentence says what is wrong, and where an example is."""
    text = (specs() / "security" / "o1.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "mine.toml").write_text(text.replace(old, new))
    with pytest.raises(UsageError, match=words):
        read_policy(str(tmp_path / "mine.toml"))


def test_no_such_policy() -> None:
    """The sentence names those that there are."""
    with pytest.raises(UsageError, match="o1 or m-plane"):
        read_policy("m-plan")
