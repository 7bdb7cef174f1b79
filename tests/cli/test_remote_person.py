"""A person who is asked by way of another process."""

import asyncio
import json

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.cli.remote_person import RemotePerson
from oran_harness.interop.matrix.question import Question, answer_line


def test_each_question_gets_its_own_answer() -> None:
    """In whatever order they come, in pieces, among noise; one that nobody asked is nothing."""
    written: list[str] = []
    person = RemotePerson(written.append)
    person.pair = "alfa with bravo"
    first = PersonsAnswer(StimulusStatus.DONE)
    second = PersonsAnswer(StimulusStatus.FAILED, "no key")

    async def ask() -> list[PersonsAnswer]:
        asking = asyncio.gather(person("start alfa"), person("start bravo"))
        while len(written) < 2:
            await asyncio.sleep(0)
        questions = [Question.read(line) for line in written]
        assert [each.pair for each in questions if each] == ["alfa with bravo"] * 2
        lines = [answer_line(each, answer) for each, answer in zip(questions, (first, second), strict=True) if each]
        stray = json.dumps({"question": 99, "status": "done", "reason": ""})
        for piece in "\n".join(["noise", stray, lines[1], lines[0], lines[0], ""]):
            person.hear(piece)
        return list(await asking)

    assert asyncio.run(ask()) == [first, second]


def test_nobody_is_waited_for_who_is_gone() -> None:
    """What was asked, and what is asked later, has failed."""
    written: list[str] = []
    person = RemotePerson(written.append)

    async def ask() -> list[PersonsAnswer]:
        asking = asyncio.create_task(person("start alfa"))
        await asyncio.sleep(0)
        person.leave()
        return [await asking, await person("stop alfa")]

    answers = asyncio.run(ask())
    assert [each.status for each in answers] == [StimulusStatus.FAILED] * 2
    assert len(written) == 1
