"""Two products, and what a scene may do with them and wait for."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol, TypeVar, cast

from oran_harness.adapters import AdapterError
from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus
from oran_harness.interop.pairs.dialogue import Dialogue, Said
from oran_harness.interop.pairs.outcome import SceneOver
from oran_harness.interop.pairs.party import Party
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse, ErrorIndication
from oran_harness.protocols.e2ap.procedures import PROCEDURES, Correlator
from oran_harness.protocols.e2ap.stimuli import PROCEDURE_BEGUN
from oran_harness.steps.correlation import common_ids, same_transaction

INITIATING = "initiatingMessage"
SUCCESSFUL = "successfulOutcome"
COMING_BACK_S = 30.0
"""Seconds within which an E2 node connects, and connects again; when it has to is not said anywhere."""
_ARRIVING_S = 2.0
_AGAIN_S = 0.2
M = TypeVar("M", bound=Message)


class Wire(Protocol):
    """What stands between the two."""

    def cut(self, association: str) -> None:
        """End an association towards both of them, as a link that is lost does."""
        ...


class Restarter(Protocol):
    """Stops and starts the products."""

    async def restart(self, role: Role) -> None:
        """Restart one of them; raises ``AdapterError`` if it does not come back."""
        ...


@dataclass(slots=True)
class Pair:
    """An E2 node and a near-RT RIC that meet.

    ``timeout`` is how many seconds an answer may take, ``patience`` how many it may take until they are set up again.
    ``remarks`` are sentences about what a scene saw that is no failure. ``asked`` has each stimulus that was taken:
    behind which happening, by whom, its name. ``limit`` is how long the scene may take; it stands still while a person
    is waited for.
    """

    node: Party
    ric: Party
    dialogue: Dialogue
    wire: Wire
    restarter: "Restarter"
    timeout: float = 5.0
    patience: float = COMING_BACK_S
    remarks: list[str] = field(default_factory=list)
    asked: list[tuple[int, Role, str]] = field(default_factory=list)
    limit: asyncio.Timeout | None = None

    def party(self, role: Role) -> Party:
        """The product in that role."""
        return self.node if role is Role.E2_NODE else self.ric

    def name(self, role: Role) -> str:
        """A product for people: its vendor, and what it is."""
        return f"{self.party(role).vendor} ({role.value})"

    async def ask(self, role: Role, stimulus: str, **arguments: Any) -> int:
        """Have one of them do something; what it sets off comes behind the number that this gives.

        The scene is over where there is no way to have it done.
        """
        before = self.dialogue.last
        party = self.party(role)
        try:
            with self._at_leisure(party):
                answer = await self._stimulate(party, stimulus, arguments)
        except AdapterError as error:
            self.over(Verdict.ERROR, f"the adapter of {party.vendor} failed at {stimulus}: {error}")
        if answer.status is StimulusStatus.UNSUPPORTED:
            self.over(Verdict.SKIP, f"no stimulus: {stimulus} ({party.vendor})")
        if answer.status is StimulusStatus.FAILED:
            why = str(answer.details.get("reason", "it does not say why"))[:300]
            self.over(Verdict.INCONC, f"{party.vendor} could not {stimulus}: {why}")
        self.asked.append((before, role, stimulus))
        return before

    async def _stimulate(self, party: Party, stimulus: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        """The answer to a stimulus, asked for again while the E2 Setup that it may need has but just gone by."""
        while True:
            answer = await party.adapter.stimulate(stimulus, **arguments)
            if party.by_hand or answer.status is not StimulusStatus.FAILED or not self._just_set_up():
                return answer
            await asyncio.sleep(_AGAIN_S)

    def _just_set_up(self) -> bool:
        """Whether an E2setupResponse may not have arrived yet, or not be read, where it is needed."""
        since = asyncio.get_running_loop().time() - _ARRIVING_S
        return any(said.t > since for said in self.dialogue.all(E2setupResponse, 0))

    async def restart(self, role: Role) -> int:
        """Restart one of them; what comes of it comes behind the number that this gives."""
        before = self.dialogue.last
        if not self.party(role).startable:
            self.over(Verdict.SKIP, f"no stimulus: restart ({self.party(role).vendor})")
        try:
            with self._at_leisure(self.party(role)):
                await self.restarter.restart(role)
        except AdapterError as error:
            self.over(Verdict.INCONC, f"{self.party(role).vendor} did not come back after a restart: {error}")
        return before

    @contextmanager
    def _at_leisure(self, party: Party) -> Iterator[None]:
        """While a person is asked, the scene's time does not run."""
        until = self.limit.when() if self.limit is not None and party.by_hand else None
        if self.limit is None or until is None:
            yield
            return
        clock = asyncio.get_running_loop().time
        left = until - clock()
        self.limit.reschedule(None)
        try:
            yield
        finally:
            self.limit.reschedule(clock() + left)

    def over(self, verdict: Verdict, reason: str) -> NoReturn:
        """End the scene."""
        raise SceneOver(verdict, reason)

    def fail(
        self,
        reason: str,
        blame: Role | None,
        expected: str,
        actual: str,
        late: Callable[[], float | None] | None = None,
    ) -> NoReturn:
        """End the scene: the two do not work together in it."""
        raise SceneOver(Verdict.FAIL, reason, blame, expected, actual, late)

    async def expect(
        self,
        kind: type[M],
        sender: Role,
        after: int,
        *,
        within: float | None = None,
        suits: Callable[[Said[M]], bool] = lambda said: True,
        owed: bool = True,
        what: str | None = None,
        occasions: Callable[[], int] = lambda: 1,
    ) -> Said[M]:
        """The message of a class that one of them sends.

        ``what`` is its name for people. If none comes in time the scene has failed, by the doing of who owed it; where
        nobody did (not ``owed``), or the association ended meanwhile, nobody is blamed. ``occasions`` says, once the
        pair is through, how many such messages there was reason for: only if there are as many, this one was late.
        """
        seconds = self.timeout if within is None else within
        began = asyncio.get_running_loop().time()

        def come() -> list[Said[M]]:
            return self.dialogue.all(kind, after, lambda said: said.sender is sender and suits(said))

        def late() -> float | None:
            found = come()
            return found[0].t - began if len(found) >= occasions() else None

        if not await self.dialogue.until(lambda: bool(come()), seconds):
            gone = self.gone(after)
            self.fail(
                f"{self.name(sender)} sent no {what or kind.NAME} within {seconds:g} s{gone}",
                sender if owed and not gone else None,
                what or kind.NAME,
                f"none{gone}",
                late,
            )
        return come()[0]

    async def request(self, kind: type[M], by: Role, stimulus: str, **arguments: Any) -> Said[M]:
        """The request that one of them sends when it is asked to; the scene is over where it cannot be asked."""
        before = await self.ask(by, stimulus, **arguments)
        patience = self.party(by).effect_timeout
        return await self.expect(
            kind,
            by,
            before,
            within=max(self.timeout, patience or 0.0),
            occasions=lambda: self._times_asked(before, by, lambda name: name == stimulus),
        )

    def _times_asked(self, since: int, role: Role, suits: Callable[[str], bool]) -> int:
        """How often one of them was asked for something, from a happening on."""
        return sum(n >= since and asked is role and suits(name) for n, asked, name in self.asked)

    async def answer(self, request: Said[Message]) -> Said[Message]:
        """The successful outcome of a procedure; the scene is over where it is refused, or no answer comes.

        It is ``unsupported`` then if who refuses does not claim the procedure, and has failed if it does.
        """
        return await self._granted(
            request,
            lambda said: _answers(said, request),
            f"answer to the {request.message.NAME}",
            lambda message: message.OUTCOME == SUCCESSFUL,
            lambda: 1 + len(self._again(request, lambda said: _id_of(said.message) == _id_of(request.message))),
        )

    async def followed(self, request: Said[Message], kind: type[M]) -> Said[M]:
        """What has to follow a request that has no answer of its own; the scene is over where it is refused."""
        procedure = PROCEDURES[kind.PROCEDURE_CODE].name

        def occasions() -> int:
            asked = self._times_asked(
                request.n, request.sender.other, lambda name: PROCEDURE_BEGUN.get(name) == procedure
            )
            return 1 + asked + len(self._again(request))

        found = await self._granted(
            request,
            lambda said: isinstance(said.message, kind) and said.association == request.association,
            f"{kind.NAME} behind the {request.message.NAME}",
            lambda message: isinstance(message, kind),
            occasions,
        )
        return cast("Said[M]", found)

    def _again(
        self, request: Said[Message], suits: Callable[[Said[Message]], bool] = lambda said: True
    ) -> list[Said[Message]]:
        """The requests of the same kind that came behind it on its association."""
        return self.dialogue.all(
            type(request.message),
            request.n,
            lambda said: said.sender is request.sender and said.association == request.association and suits(said),
        )

    async def _granted(
        self,
        request: Said[Message],
        suits: Callable[[Said[Message]], bool],
        what: str,
        granted: Callable[[Message], bool],
        occasions: Callable[[], int],
    ) -> Said[Message]:
        answerer = request.sender.other
        found = await self.expect(
            Message,
            answerer,
            request.n,
            suits=lambda said: suits(said) or _reports(said, request),
            owed=request.conforms,
            what=what,
            occasions=occasions,
        )
        if not granted(found.message):
            self._refused(answerer, request.message, found)
        return found

    def _refused(self, answerer: Role, request: Message, said: Said[Message]) -> NoReturn:
        refusal = said.message
        procedure = PROCEDURES[request.PROCEDURE_CODE]
        claims = self.party(answerer).claims
        by = "" if refusal.PROCEDURE_CODE == request.PROCEDURE_CODE else f" by {refusal.NAME}"
        what = f"{self.name(answerer)} refused the {request.NAME}{by}: {cause_of(said)}"
        if claims.made and not claims.procedure(procedure.name) and getattr(refusal, "cause", None) is not None:
            self.over(Verdict.UNSUPPORTED, f"{what}; it does not claim {procedure.title}")
        # Whether a refusal is right, the rules tell where anybody can.
        self.fail(what, None, f"the successful outcome of {procedure.title}", f"{refusal.NAME}: {cause_of(said)}")

    def error_indications(self, after: int) -> tuple[str, ...]:
        """The Error Indications that were sent, in words."""
        found = self.dialogue.all(ErrorIndication, after)
        return tuple(f"{self.name(said.sender)}: {cause_of(said)}" for said in found)

    async def ends(self, association: str) -> None:
        """See an association end, within the time of an answer; nobody is blamed where it stays."""
        if not await self.dialogue.until(lambda: association not in self.dialogue.standing, self.timeout):
            self.remarks.append("the association was not ended")

    async def established(self, within: float | None = None, after: int = 0) -> Said[E2setupRequest]:
        """An association on which E2 Setup is done; its request. It is waited for if there is none."""
        found: list[Said[E2setupRequest]] = []

        def done() -> bool:
            known = map(self.dialogue.set_up.get, self.dialogue.standing)
            found[:] = [said for said in known if said is not None and said.n > after]
            return bool(found)

        seconds = self.patience if within is None else within
        if not await self.dialogue.until(done, seconds):
            self.over(
                Verdict.INCONC, f"there is no association with E2 Setup done within {seconds:g} s{self.gone(after)}"
            )
        return found[-1]

    def gone(self, after: int) -> str:
        """What there is to say about associations that have ended meanwhile."""
        ended = next((each for each in self.dialogue.ends if each.n > after), None)
        if ended is None:
            return ""
        by = f"{self.name(ended.by)} ended" if ended.by is not None else "there ended"
        return f"; meanwhile {by} the association ({ended.how})"


def cause_of(said: Said[Message]) -> str:
    """The cause that a message gives, for people."""
    return f"cause {said.cause}" if said.cause else "without a cause"


def _reports(said: Said[Message], request: Said[Message]) -> bool:
    """Whether a message is an Error Indication about the request: names it by its id, or else its procedure."""
    message = said.message
    if not isinstance(message, ErrorIndication) or said.association != request.association:
        return False
    if common_ids(request.message, message):
        return same_transaction(request.message, message)
    if message.transaction_id is not None or message.ric_request_id is not None:
        return False
    diagnostics = message.criticality_diagnostics
    return diagnostics is not None and diagnostics.procedure_code == request.message.PROCEDURE_CODE


def _answers(said: Said[Message], request: Said[Message]) -> bool:
    asked, came = request.message, said.message
    if came.OUTCOME == INITIATING or came.PROCEDURE_CODE != asked.PROCEDURE_CODE:
        return False
    if said.association != request.association:
        return False
    return bool(_id_of(came) == _id_of(asked))


def _id_of(message: Message) -> Any:
    """What tells one run of the message's procedure from another, None if nothing does."""
    names = {Correlator.RIC_REQUEST_ID: "ric_request_id", Correlator.TRANSACTION_ID: "transaction_id"}
    name = names.get(PROCEDURES[message.PROCEDURE_CODE].correlator)
    return None if name is None else getattr(message, name, None)
