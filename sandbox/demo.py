"""`helpline demo`: the production code against the sandbox, all of it on this machine."""

import argparse
import asyncio
import os
import signal
import sys

from bot.errors import ConfigError
from bot.privacy.vault import Keys
from bot.processes.model_server import bundled
from bot.processes.redis_server import die_with_parent, store_and_keyring
from bot.telemetry import logs
from sandbox import SandboxSettings, serve
from sandbox.demo_staff import enrol_before_start, first_link
from sandbox.demo_texts import working_tree
from sandbox.environment import PASSKEYS, console_environment, environments
from sandbox.ports import free_port

DEFAULT_PORT = 8080
RESTART_SECONDS = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline demo`."""
    parser.add_argument(
        "--port", type=int, default=DEFAULT_PORT, help="where the page is served (%(default)s)"
    )
    parser.add_argument(
        "--console-port", type=int, default=0, help="where the desk is served; 0: any free port"
    )
    parser.add_argument(
        "--passkeys", action="store_true", help="sign in to the desk as in production"
    )


def run(args: argparse.Namespace) -> int:
    """Run until interrupted; every child process ends with it. Raises `ConfigError`."""
    logs.set_up("demo")
    try:
        asyncio.run(_demo(args.port, args.console_port, passkeys=args.passkeys))
    except OSError as error:
        reason = (error.strerror or "it is taken").lower()
        raise ConfigError(
            f"can't listen on port {args.port}: {reason}; try `make demo PORT=8090`"
        ) from None
    return 0


async def _demo(port: int, console_port: int, *, passkeys: bool) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    model_port = free_port()
    model_url = f"http://127.0.0.1:{model_port}"
    desk = console_port or free_port()
    console_url = f"http://localhost:{desk}/"
    settings = SandboxSettings(port=port, model_url=model_url, console_url=console_url)
    async with (
        store_and_keyring() as servers,
        serve(settings) as sandbox,
        working_tree() as texts,
    ):
        sandbox.person("p1", first_name="Person 1")
        sandbox.operator("o1")
        sandbox.operator("o2")
        master = Keys.new_master()
        bots = environments(
            sandbox, servers, master, HELPLINE_NLU_URL=model_url, HELPLINE_STAGE="demo"
        )
        await enrol_before_start(sandbox, servers, master, ("o1", "o2"))
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(_keep(name, bots[name], "sandbox.demo_bot", name))
                for name in bots
            ]
            reviews = free_port()
            console = console_environment(
                servers,
                master,
                desk,
                HELPLINE_NLU_URL=model_url,
                HELPLINE_CONTENT=str(texts),
                HELPLINE_REVIEW_LISTEN=f"127.0.0.1:{reviews}",
                HELPLINE_REVIEW_ORIGIN=f"http://localhost:{reviews}",
            )
            way_in = [PASSKEYS] if passkeys else []
            tasks.append(group.create_task(_keep("console", console, "sandbox.console", *way_in)))
            tasks.append(group.create_task(_model(model_port)))
            print(f"\n  Open {sandbox.url}/ in a browser. Ctrl-C ends everything.", flush=True)
            print(f"  console: {console_url}", flush=True)
            if passkeys:
                link = await first_link(servers, master, console_url.rstrip("/"))
                print(f"  first device, within ten minutes: {link}", flush=True)
            publish = "helpline texts publish --unsigned"
            print(f"  New texts: HELPLINE_REDIS_URL={servers.store} {publish}\n", flush=True)
            await stopped.wait()
            for task in tasks:
                task.cancel()
    print("ended", flush=True)


async def _keep(name: str, environment: dict[str, str], *module: str) -> None:
    """Run a process, and run it again if it dies: nothing is lost by that. `module`: with its
    arguments."""
    while True:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *module,
            env={**os.environ, **environment},
            preexec_fn=die_with_parent,
        )
        try:
            await process.wait()
            print(f"{name} ended; it starts again", file=sys.stderr, flush=True)
            await asyncio.sleep(RESTART_SECONDS)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()


async def _model(port: int) -> None:
    """Buttons and keywords work without it, so it comes up beside everything else."""
    try:
        async with bundled(port=port):
            print("  model: ready", flush=True)
            await asyncio.Event().wait()
    except ConfigError as error:
        print(f"  model: {error}; buttons and keywords work without it", flush=True)
