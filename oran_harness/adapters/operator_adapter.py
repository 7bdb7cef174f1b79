"""A product that a person at the bench starts, stops and stimulates: the seven calls, asked of somebody."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.adapters.adapter import (
    NOT_STARTED,
    AdapterError,
    Addresses,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.bounded import UNKNOWN_STIMULUS
from oran_harness.adapters.output import Teller
from oran_harness.model.restart import KILL, RESTART
from oran_harness.protocols.e2ap.stimuli import PROCEDURE_BEGUN


@dataclass(frozen=True, slots=True)
class PersonsAnswer:
    """What somebody says of what was asked for: done, cannot be done (``unsupported``), or failed, and why."""

    status: StimulusStatus
    reason: str = ""


Person = Callable[[str], Awaitable[PersonsAnswer]]
"""Asks a person to do something, and waits for the answer; does not wait for ever."""

_WORDS = {name: f"have it begin the procedure {procedure}" for name, procedure in PROCEDURE_BEGUN.items()} | {
    "report": "have something happen that it reports (RICindication)",
    "insert": "have something happen that it asks the near-RT RIC about (RICindication of an insert)",
    "close": "have it close its association",
    "connection-remove": "have it remove the association that it opened first (E2nodeConfigurationUpdate)",
    "ue-release": "have one of its UEs leave, and stay away",
    "connect": "have it connect to one more near-RT RIC",
    "disconnect": "have it leave that near-RT RIC for the one before",
}


class OperatorAdapter:
    """Asks for everything, one thing after the other. ``tell`` gets what was asked and what was answered.

    What somebody says cannot be done is not asked for again.
    """

    def __init__(self, product: str, version: str | None, person: Person, tell: Teller) -> None:
        self._description = Description(product, version, None)
        self._person = person
        self._tell = tell
        self._addresses = Addresses()
        self._runs = False
        self._cannot: set[str] = set()
        self._asking = asyncio.Lock()

    async def describe(self) -> Description:
        """The product as its profile names it; what somebody can make it do is asked when it is needed."""
        return self._description

    async def start(self, addresses: Addresses) -> None:
        """Have it started; raises ``AdapterError`` if that was not done."""
        self._addresses = addresses
        await self._have(f"start {self._name}{_meeting(addresses)}")
        self._runs = True

    async def stop(self) -> None:
        """Have it stopped, if it was started; raises ``AdapterError`` if that was not done."""
        if self._runs:
            self._runs = False
            await self._have(f"stop {self._name}")

    async def reset(self) -> None:
        """Have it restarted; raises ``AdapterError`` if that was not done."""
        await self._have(f"restart {self._name}")

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Ask for a stimulus. What there is not, nobody is asked for."""
        if name == UNKNOWN_STIMULUS:
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        key = json.dumps([name, arguments], sort_keys=True, default=repr)
        if key in self._cannot:
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        answer = await self._ask(self._request(name, arguments))
        if answer.status is StimulusStatus.UNSUPPORTED:
            self._cannot.add(key)
        return StimulusAnswer(answer.status, {"reason": answer.reason} if answer.reason else {})

    async def health(self) -> Health:
        """Taken to be alive while it is started: the wire tells sooner than a person does."""
        return Health(self._runs, "somebody looks after it" if self._runs else NOT_STARTED)

    async def collect(self) -> Mapping[str, bytes]:
        """Nothing."""
        return {}

    @property
    def _name(self) -> str:
        described = self._description
        return f"{described.product} {described.version}" if described.version else described.product

    def _request(self, name: str, arguments: Mapping[str, Any]) -> str:
        if name == RESTART:
            kill = arguments.get("how") == KILL
            how = "kill it or cut its power, and start it again" if kill else "stop it in order, and start it again"
            return f"restart {self._name}: {how}{_meeting(self._addresses)}"
        details = ", ".join(f"{key} {value}" for key, value in arguments.items())
        return f"{self._name}: {_WORDS.get(name, f'have it do {name!r}')}{f' ({details})' if details else ''}"

    async def _have(self, request: str) -> None:
        answer = await self._ask(request)
        if answer.status is not StimulusStatus.DONE:
            raise AdapterError(f"the person at the bench did not {request}{_because(answer)}")

    async def _ask(self, request: str) -> PersonsAnswer:
        async with self._asking:
            clock = asyncio.get_running_loop().time
            began = clock()
            self._tell(f"the person at the bench is asked: {request}")
            answer = await self._person(request)
            self._tell(f"answered after {clock() - began:.1f} s: {answer.status}{_because(answer)}")
            return answer


def _meeting(addresses: Addresses) -> str:
    if addresses.peer is not None:
        return f"; it has to connect to {addresses.peer}"
    return f"; it has to listen at {addresses.own}" if addresses.own is not None else ""


def _because(answer: PersonsAnswer) -> str:
    return f" ({answer.reason})" if answer.reason else ""
