"""What datastores hold of what is edited, to be compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.conformance.o1.edits import ACM, NAMES
from oran_harness.protocols.netconf import RpcReply

Content = Mapping[str, str]
"""What one datastore holds: ``group NAME`` with its users, ``rule-list NAME`` with its place among them."""
_MOST = 6


@dataclass(frozen=True)
class State:
    """What each datastore holds, by its name."""

    contents: Mapping[str, Content]

    def of(self, datastore: str) -> Content:
        """What one holds; nothing where it was not read."""
        return self.contents.get(datastore, {})

    def foreign(self, datastore: str) -> Content:
        """What one holds that is not ours; places among what comes and goes do not count."""
        content = self.of(datastore)
        names = [key for key in content if key.startswith("rule-list ") and NAMES not in key]
        held = {key: users for key, users in content.items() if key.startswith("group ") and NAMES not in key}
        return {**held, **{key: str(place) for place, key in enumerate(names, 1)}}


def read_content(reply: RpcReply) -> Content:
    """What a reply to get-config tells; users are sorted, for their order means nothing (RFC 7950 7.7.7)."""
    content: dict[str, str] = {}
    place = 0
    for part in reply.content:
        for entry in part.iter(f"{{{ACM}}}group"):
            name = _text(entry.findtext(f"{{{ACM}}}name"))
            # A list of rules has leaves that are called group as well.
            if entry.getparent().tag == f"{{{ACM}}}groups":
                users = sorted(_text(each.text) for each in entry.iterfind(f"{{{ACM}}}user-name"))
                content[f"group {name}"] = "\n".join(users)
        for entry in part.iter(f"{{{ACM}}}rule-list"):
            place += 1
            content[f"rule-list {_text(entry.findtext(f'{{{ACM}}}name'))}"] = str(place)
    return content


def differences(before: "State | Content", after: "State | Content") -> str:
    """What is different, for people; nothing if all is the same."""
    if isinstance(before, State) and isinstance(after, State):
        told = [(name, differences(before.of(name), after.of(name))) for name in before.contents]
        return "; ".join(f"in {name}: {found}" for name, found in told if found)
    assert not isinstance(before, State)
    assert not isinstance(after, State)
    found = [f"{key} is gone" for key in before if key not in after]
    found += [f"{key} ({_told(after[key])}) is new" for key in after if key not in before]
    found += [
        f"{key} has {_told(after[key])} instead of {_told(before[key])}"
        for key in before
        if key in after and before[key] != after[key]
    ]
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(found[:_MOST]) + more


def _told(value: str) -> str:
    return value.replace("\n", ", ") or "nobody"


def _text(text: str | None) -> str:
    return (text or "").strip()
