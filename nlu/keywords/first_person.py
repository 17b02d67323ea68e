"""Whether a word says "I", "we" or "is doing it now" by its ending alone.

In Kazakh, Kyrgyz, Uzbek and Tajik nobody needs a pronoun to speak of themselves: `қамалдым` is "I
was locked in", `балам` is "my child". An ending is a rough sign: `адам` (a person) ends so too. So
the few frequent nouns are named, and of the rest it only follows that a message is *taken for*
a person's own, which takes no cry back.
"""

import re

TURKIC = frozenset({"kk", "ky", "uz", "uz-Cyrl"})

_TURKIC = re.compile(
    r"..+(?:[aeiou]m(?:di|du|ni|nu|da|dan|don|nan|nin|nun|ning|din|dun)?"  # mine, I did
    r"|[iu]m(?:a|e|ga)|[iou]miz\w*|[iou]muz\w*"  # to mine, ours
    r"|m[iu]n|man|[bm]iz|buz|[dt][iu]k"  # I am, we are, we did
    r"|apti|aptilar|votti|votir)"  # Uzbek: is doing it now
)
_TURKIC_NOUNS = re.compile(
    r"adam|dush?man|orman|roman|zaman|kurman|turkman|muallim|mugalim|bolim|bulim|olim|ulim|ilim|bilim"
    r"|islam|kiim|kuldik|jildik|soldat|tamam|kalam|alem|alam|kurum|ukum|ukim|hukim|turum|tolim|batim"
)
_TAJIK = re.compile(r"..+(?:[ae]m|[ae]mro|[ae]mon|(?<!o)ma)")
_TAJIK_NOUNS = re.compile(r"odam|kalam|alam|mardum|islom|tamom")


def kindred(locale: str) -> str:
    """One name for the locales whose words and endings are each other's."""
    return "kk" if locale in TURKIC else locale


def speaks(word: str, locale: str) -> bool:
    """Whether a skeleton may be such a word. English and Russian have words instead (`near`)."""
    if locale in TURKIC:
        return bool(_TURKIC.fullmatch(word)) and not _TURKIC_NOUNS.match(word)
    if locale == "tg":
        return bool(_TAJIK.fullmatch(word)) and not _TAJIK_NOUNS.match(word)
    return False
