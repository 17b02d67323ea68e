"""Words by which somebody corrects what was understood ("not about that, I mean the money"), or
turns to something else ("by the way, can my son go to school?")."""

import re

_CORRECTS = re.compile(
    r"\b(?:не про|не о|перепутал\w*|ошиб\w*|not about|i mean\w*|wrong|туралы емес|шатас\w*|"
    r"қателес\w*|haqida emas|adash\w*|ҳақида эмас|хакида эмас|адаш\w*|жөнүндө эмес|жаңыл\w*|"
    r"на дар бораи|хато)\b",
    re.IGNORECASE,
)
_NO_NO = re.compile(
    r"\W*(не|нет|no|жоқ|жок|yo.?q|йўқ|йук)\W+\1\b.*\b(?:про|about|туралы|жөнүндө|haqida|ҳақида|"
    r"дар бораи|мепурсам)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\W*(?:(?:а|и|and|ok|okay|ну|да|ва)\W+)?"
    r"(?:кстати|кстате|(?:еще|ещё|другой) вопрос|айтпа[қк]шы|тағы бір сұра[қк]|айтмакчы|айткандай|"
    r"дагы бир суроо|ayt(?:gancha|ganday|gandek|moqchi)|darvoqe|(?:yana bir|boshqa) savol|"
    r"айт(?:ганча|гандай|гандек|мо[қк]чи)|дарво[қк]еъ?|(?:яна бир|бош[қк]а) савол|"
    r"боз як савол|btw|by the way|(?:one more|another) (?:thing|question))\b",
    re.IGNORECASE,
)


def turns(text: str) -> bool:
    """Whether a text begins by turning to something else."""
    return bool(_TURNS.match(text))


def corrects(text: str) -> bool:
    """Whether a text corrects what was understood; then a topic that it names may be the one that
    isn't meant."""
    return bool(_CORRECTS.search(text) or _NO_NO.match(text))
