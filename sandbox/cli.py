"""`helpline sandbox`: the sandbox on its own, for a browser or for bots of your own."""

import argparse
import asyncio
import contextlib
import errno
import signal
import sys
from ipaddress import ip_address

from sandbox.server import serve
from sandbox.settings import DESK_CHAT, SandboxSettings

DEFAULT_PORT = 8443


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline sandbox`."""
    default = SandboxSettings()
    parser.add_argument("--host", default=default.host, help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port",
        type=int,
        default=DEFAULT_PORT,
        help="port to listen on; 0 takes a free one (%(default)s)",
    )
    parser.add_argument(
        "--desk-chat", type=int, default=DESK_CHAT, help="id of the operators' group (%(default)s)"
    )
    parser.add_argument(
        "--intake-token", default=default.intake_token, help="token of the intake bot (%(default)s)"
    )
    parser.add_argument(
        "--desk-token", default=default.desk_token, help="token of the desk bot (%(default)s)"
    )
    parser.add_argument("--model-url", help="where the model process listens, for the page to show")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted. 0 after that; 1 if the settings or the port can't be used."""
    try:
        settings = SandboxSettings(
            host=args.host,
            port=args.port,
            intake_token=args.intake_token,
            desk_token=args.desk_token,
            desk_chat=args.desk_chat,
            limits=not args.no_limits,
            model_url=args.model_url,
        )
    except ValueError as malformed:
        print(f"helpline sandbox: {malformed}", file=sys.stderr)
        return 1
    try:
        asyncio.run(_serve(settings))
    except OSError as failure:
        if failure.errno == errno.EADDRINUSE:
            reason = f"port {args.port} of {args.host} is taken; choose another with --port"
        else:
            reason = f"can't listen on {args.host} port {args.port}"
        print(f"helpline sandbox: {reason}", file=sys.stderr)
        return 1
    return 0


def _is_loopback(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


async def _serve(settings: SandboxSettings) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows' loops have no such handlers, and other threads than the main one may not.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopped.set)
    async with serve(settings) as sandbox:
        sandbox.person("p1", first_name="Person 1")
        sandbox.operator("o1")
        if not _is_loopback(settings.host):
            print(
                "Whoever reaches this address reads and writes everything here: invented words "
                "only.",
                file=sys.stderr,
            )
        print(f"Open {sandbox.url}/ in a browser; bots use the same address. Ctrl+C stops it.")
        sys.stdout.flush()
        await stopped.wait()
