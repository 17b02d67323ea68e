"""A hash in words that two people can read to each other, whatever language they share.

Proquints (arXiv:0901.4016): 16 bits make a word of five letters, consonants and vowels in turn. All
256 bits are said, so nobody can look for two texts with the same words.
"""

from collections.abc import Iterator

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_IN_A_LINE = 4


def words(digest: str) -> str:
    """A SHA-256 in hexadecimal as sixteen words, four in a line."""
    found = list(_words(bytes.fromhex(digest)))
    lines = (found[at : at + _IN_A_LINE] for at in range(0, len(found), _IN_A_LINE))
    return "\n".join(" ".join(line) for line in lines)


def _words(digest: bytes) -> Iterator[str]:
    for at in range(0, len(digest), 2):
        value = int.from_bytes(digest[at : at + 2], "big")
        yield (
            _CONSONANTS[value >> 12]
            + _VOWELS[value >> 10 & 3]
            + _CONSONANTS[value >> 6 & 15]
            + _VOWELS[value >> 4 & 3]
            + _CONSONANTS[value & 15]
        )
