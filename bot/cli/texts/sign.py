"""`helpline texts sign`: a publisher's signature under a proposal, made with a key or a passkey.

Whoever signs new texts signs what lies in their own checkout: no other files can be signed.
"""

import argparse
import base64
from pathlib import Path

from bot.cli.texts.key import read_key
from bot.cli.texts.shared import checked, compare, publishers_of, read_file, summary, write_file
from bot.config import Settings
from bot.errors import ConfigError
from bot.texts.current import own_digest
from bot.texts.publishers import signatures
from bot.texts.publishers.approval import NEEDED, needed
from bot.texts.publishers.listed import Publishers
from bot.texts.publishers.passkeys import PasskeyAssertion, read_assertion
from bot.texts.publishers.signatures import KeySignature, Proposal, Signed


async def run(args: argparse.Namespace, settings: Settings) -> int:
    """Sign, or show the challenge. Raises `ConfigError`, `BrokenTree`."""
    publishers = publishers_of(settings)
    proposal = read_file(args.proposal)
    if proposal.said.deployment != publishers.deployment:
        raise ConfigError("this proposal is another helpline's")
    if needed(proposal, publishers, own_digest) == NEEDED:
        compare(checked(args, stale=True), proposal.said)
    if args.challenge:
        print(summary(proposal, publishers, own_digest()))
        print(*_challenge(proposal, publishers), sep="\n")
        return 0
    signature: KeySignature | PasskeyAssertion
    if args.key:
        signature = signatures.sign(proposal.said, read_key(args.key))
    else:
        signature = _assertion(args.assertion)
    if not signatures.signers(Signed(proposal.statement, (signature,)), publishers):
        raise ConfigError("no publisher of the list has signed that: another key, or another text")
    proposal = proposal.with_signature(signature)
    write_file(args.proposal, proposal)
    print(summary(proposal, publishers, own_digest()))
    print("\nCompare these words with the other publisher, by voice, before it is published.")
    return 0


def _challenge(proposal: Proposal, publishers: Publishers) -> list[str]:
    """What a page gives `navigator.credentials.get` (WebAuthn)."""
    challenge = base64.urlsafe_b64encode(proposal.said.challenge).rstrip(b"=").decode()
    pages = {
        f"  {one.name}: {passkey.origin}, relying party {passkey.relying_party}"
        for one in publishers.all
        for passkey in one.passkeys
    }
    return ["", f"challenge: {challenge}", "user verification: required", *sorted(pages)]


def _assertion(path: Path) -> PasskeyAssertion:
    try:
        return read_assertion(path.read_bytes())
    except OSError:
        raise ConfigError("there is no assertion that can be read under this name") from None
    except ValueError:
        raise ConfigError("this is no assertion: PublicKeyCredential.toJSON() gives one") from None
