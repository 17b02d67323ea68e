"""Handles: how a page names a ticket. They say nothing, and lead nowhere in another session.

A handle is the conversation's id under a key that is made of the session's token (RFC 5297,
AES-SIV): the same ticket has the same handle within a session, and nothing is kept for it.
"""

import base64
import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_LONGEST = 128
"""Characters of a handle that are looked at: an id is much shorter."""


class Handles:
    """Makes and reads the handles of one session."""

    def __init__(self, token: str) -> None:
        key = hashlib.blake2b(token.encode(), digest_size=64, person=b"handles").digest()
        self._cipher = AESSIV(key)

    def of(self, conversation: str) -> str:
        """The handle by which this session's pages name a conversation."""
        sealed = self._cipher.encrypt(conversation.encode(), None)
        return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def read(self, handle: str) -> str | None:
        """The conversation; None for what this session never made."""
        if not handle.isascii() or len(handle) > _LONGEST:
            return None
        try:
            sealed = base64.urlsafe_b64decode(handle + "=" * (-len(handle) % 4))
            return self._cipher.decrypt(sealed, None).decode()
        except (InvalidTag, ValueError):
            return None
