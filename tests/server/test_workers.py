"""Whose turn it is to have a process."""

import asyncio
from types import SimpleNamespace

from newslint.run.settings import Options
from newslint.server.workers import Workers


def test_who_came_first_is_served_before_one_who_just_came():
    async def served():
        workers = Workers(Options(), 1, 5.0, lambda why: None)
        process = SimpleNamespace(process=SimpleNamespace(is_alive=lambda: True))
        first = asyncio.create_task(workers._next())
        await asyncio.sleep(0)
        workers._free(process)
        late = workers._next()
        late.send(None)  # asks before the one that waited has run on; StopIteration where it gets the process
        late.close()
        return await first is process

    assert asyncio.run(served())


def test_who_stops_waiting_leaves_the_process_to_the_next():
    async def served():
        workers = Workers(Options(), 1, 5.0, lambda why: None)
        process = SimpleNamespace(process=SimpleNamespace(is_alive=lambda: True))
        first, second = (asyncio.create_task(workers._next()) for _ in range(2))
        await asyncio.sleep(0)
        workers._free(process)
        first.cancel()
        return await asyncio.wait_for(second, 1.0) is process

    assert asyncio.run(served())
