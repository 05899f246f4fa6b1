"""`averify` lets other tasks run, goes on beside other calls, and stops when it is cancelled."""

import asyncio
import threading

import fake_arxiv as fake
import pytest
from fake_arxiv import Handler, Paper

import refcore
from refcore.arxiv import Arxiv, ArxivClient
from refcore.model import ArxivId, Library, Reference
from refcore.names import read_author_list
from refcore.net.clock import SystemClock
from refcore.net.stop import Stop, Stopped
from refcore.records.sidebyside import side_by_side
from refcore.verification.verify import verify

PAPERS = {f"2402.0123{number}": Paper() for number in range(4)}
CITED = [
    Reference(f"k{at}", authors=read_author_list(["Ada Byron", "Bo Fei"]), arxiv=ArxivId(bare))
    for at, bare in enumerate(PAPERS)
]
LONG = 20.0  # seconds; only a test that fails waits so long


def source(server: fake.FakeArxiv, batch: int = 100) -> Arxiv:
    return Arxiv(client=ArxivClient(server.url, interval=0, batch=batch))


def later(event: threading.Event) -> fake.Fault:
    """Return a fault that answers as usual, but only after an event."""

    def answer(handler: Handler, body: bytes) -> None:
        event.wait(LONG)
        fake.instead(body)(handler, body)

    return answer


def test_two_calls_and_another_task_go_on_at_the_same_time() -> None:
    async def all_of_it(server: fake.FakeArxiv, meeting: threading.Barrier) -> list[object]:
        async def other() -> str:
            await asyncio.to_thread(meeting.wait, LONG)
            return "other"

        calls = (refcore.averify(CITED, arxiv=source(server)) for _ in range(2))
        return await asyncio.gather(*calls, other())

    with fake.running(PAPERS) as server:
        # Both requests and the other task wait here for one another.
        meeting = threading.Barrier(3)

        def meet(handler: Handler, body: bytes) -> None:
            meeting.wait(LONG)
            fake.instead(body)(handler, body)

        server.always = meet
        one, two, said = asyncio.run(all_of_it(server, meeting))
    # The records say when they were retrieved, which may differ.
    assert str(one) == str(two)
    assert [report.verdict for report in one] == ["confirmed"] * len(CITED)
    assert isinstance(two, refcore.Reports)
    assert said == "other"


def test_it_returns_what_verify_returns() -> None:
    seen: list[tuple[int, int, bool]] = []

    async def checked(server: fake.FakeArxiv) -> list[object]:
        here = threading.current_thread()

        def show(done: int, total: int) -> None:
            seen.append((done, total, threading.current_thread() is here))

        arxiv = source(server)
        library = await refcore.averify(Library(CITED), arxiv=arxiv, progress=show)
        return [library, await refcore.averify(CITED[0], arxiv=arxiv)]

    with fake.running(PAPERS) as server:
        reports, report = asyncio.run(checked(server))
        assert str(reports) == str(verify(Library(CITED), arxiv=source(server)))
    assert str(report) == str(reports[0])
    assert seen[-1] == (4, 4, True)
    with pytest.raises(TypeError, match="verify takes"):
        asyncio.run(refcore.averify([1]))


class Ending(Arxiv):
    """Sources that say when a lookup has ended, however it did."""

    ended: threading.Event
    raised: BaseException | None = None

    def lookup(self, ids, progress=None):
        try:
            return super().lookup(ids, progress)
        except BaseException as error:
            self.raised = error
            raise
        finally:
            self.ended.set()


def test_a_cancelled_call_ends_at_once_and_asks_no_more() -> None:
    answer = threading.Event()

    async def cancelled(arxiv: Ending, server: fake.FakeArxiv) -> None:
        loop, asked = asyncio.get_running_loop(), asyncio.Event()

        def hold(handler: Handler, body: bytes) -> None:
            loop.call_soon_threadsafe(asked.set)
            later(answer)(handler, body)

        server.faults.append(hold)
        task = asyncio.create_task(refcore.averify(CITED, arxiv=arxiv))
        await asyncio.wait_for(asked.wait(), LONG)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not arxiv.ended.is_set()
        answer.set()
        assert await asyncio.to_thread(arxiv.ended.wait, LONG)

    with fake.running(PAPERS) as server:
        arxiv = Ending(client=ArxivClient(server.url, interval=0, batch=1))
        arxiv.ended = threading.Event()
        asyncio.run(cancelled(arxiv, server))
        assert len(server.asked) == 1
    assert isinstance(arxiv.raised, Stopped)


def test_a_stop_ends_a_wait() -> None:
    stop = Stop()
    threading.Timer(0.01, stop.set).start()
    with stop.in_force(), pytest.raises(Stopped):
        SystemClock().sleep(LONG)


def test_a_stop_holds_in_the_threads_of_a_call() -> None:
    def waits():
        SystemClock().sleep(LONG)
        yield 1

    stop = Stop()
    threading.Timer(0.01, stop.set).start()
    with stop.in_force(), pytest.raises(Stopped):
        list(side_by_side([waits(), waits()]))


def test_a_stop_holds_for_its_call_only() -> None:
    stop = Stop()
    stop.set()
    with fake.running(PAPERS) as server:
        with stop.in_force(), pytest.raises(Stopped):
            verify(CITED, arxiv=source(server))
        assert server.asked == []
        assert all(verify(CITED, arxiv=source(server)))
