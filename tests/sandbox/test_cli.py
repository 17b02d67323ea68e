"""`helpline sandbox` as a command."""

import argparse
import asyncio
import os
import signal
import sys
import time

import pytest

from sandbox import Sandbox, SandboxSettings, cli, serve


def parse(*words: str) -> argparse.Namespace:
    """The options as `helpline sandbox` reads them."""
    parser = argparse.ArgumentParser()
    cli.add_arguments(parser)
    return parser.parse_args(words)


def test_defaults() -> None:
    args = parse()
    assert (args.host, args.port, args.desk_chat) == ("127.0.0.1", 8443, -1001000000001)
    assert (args.intake_token, args.desk_token) == ("1000001:intake", "1000002:desk")
    assert not args.no_limits


async def test_a_taken_port(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    port = sandbox.url.rpartition(":")[2]
    status = await asyncio.to_thread(cli.run, parse("--port", port))
    assert status == 1
    assert capsys.readouterr().err == (
        f"helpline sandbox: port {port} of 127.0.0.1 is taken; choose another with --port\n"
    )


def test_a_malformed_token(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(parse("--intake-token", "secret")) == 1
    error = capsys.readouterr().err
    assert "not of the form digits:secret" in error
    assert error.count("\n") == 1


def test_an_address_that_is_not_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(parse("--host", "192.0.2.1", "--port", "0")) == 1
    assert capsys.readouterr().err.startswith("helpline sandbox: can't listen on 192.0.2.1")


@pytest.mark.process
async def test_runs_until_it_is_stopped() -> None:
    program = (
        "import argparse, sys; from sandbox import cli;"
        "parser = argparse.ArgumentParser(); cli.add_arguments(parser);"
        "sys.exit(cli.run(parser.parse_args()))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(20):
        line = await process.stdout.readline()
        assert line.startswith(b"Open http://127.0.0.1:")
        os.kill(process.pid, signal.SIGTERM)
        assert await process.wait() == 0


@pytest.mark.alone
async def test_starts_at_once() -> None:
    began = time.perf_counter()
    async with serve(SandboxSettings()):
        took = time.perf_counter() - began
    assert took < 0.1
