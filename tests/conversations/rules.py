"""What no dialogue may break, whatever it is about (the rules above the five difficult ones)."""

import re
from collections.abc import Sequence

from flows.conversation import Conversation
from flows.status import Status
from tests.conversations.script import Act, Operates, Waits
from tests.conversations.stage import Said

BUBBLE = 600
NOTE = 80
"""Room for the line under a page that no lawyer has read."""

IN_DANGER = 260
"""Characters of one message once a human is looked for because of danger and somebody looks on."""

PREVIEW = 60
"""About so much of a message shows on a locked phone."""

PROMISES = re.compile(
    r"""
    # somebody comes
    помощь\s(уже\s)?(в\sпути|едет)|(мы|оператор|полиция)\s(уже\s)?(едем|едет|выезжа)|к\sвам\sедут
    |help\sis\son\s(the|its)\sway|on\stheir\sway|we\sare\scoming|police\sare\scoming
    |yordam\s(yo‘lda|kelyapti)|politsiya\skelyapti|ёрдам\s(йўлда|келяпти)|полиция\sкеляпти
    |көмек\s(жолда|келе\sжатыр)|полиция\sкеле\s?жатыр|жардам\s(жолдо|келе\sжатат)
    |ёрдам\sдар\sроҳ|кӯмак\sдар\sроҳ|полис\sмеояд
    # somebody was called
    |мы\s(уже\s)?(вызвали|позвонили)|we\s(have\s)?called\s(the\s)?(police|ambulance)
    # nobody may be told what they are, or what the law or the police will do
    |вас\sне\s(вышлют|депортируют|накажут)|you\swill\snot\sbe\s(deported|punished|fined)
    |вы\s[—-]?\s?жертва|you\sare\sa\svictim|полиция\sпоможет|(the\s)?police\swill\shelp
    |гарантир|guarantee|кафолат|kafolat|кепілдік|кепилдик
    # do something dangerous
    |бегите|убегайте|run\saway|спрячьте\sулики|hide\s(the\s)?evidence
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Sentences that no text may hold: nobody can keep them."""

NAMES_IT = re.compile(
    r"торговл|traffick|odam\ssavdo|одам\sсавдо|адам\s(саудас|сатуу|соода)|савдои\sодамон|"
    r"эксплуатац|exploit",
    re.IGNORECASE,
)
"""Words that show on a locked phone what this chat is about."""


def broken(act: Act, said: Sequence[Said], before: Conversation, after: Conversation) -> list[str]:
    """The rules that a step has broken, in words."""
    found = []
    for one in said:
        if not one.ids:
            continue  # operators answer for their own words
        if promise := PROMISES.search(one.text):
            found.append(f"it promises: {promise[0]!r}")
        if len(one.text) > BUBBLE + NOTE:
            found.append(f"a message of {len(one.text)} characters")
    if before.watched and after.watched:
        found += _overheard(act, said, after)
    if isinstance(act, Waits | Operates) and any(not one.silent for one in said if one.ids):
        found.append("what comes unasked makes a sound")
    if before.status is Status.HUMAN and after.status is Status.HUMAN:
        spoke = [one for one in said if one.ids and "erase" not in str(one.ids)]
        if spoke and not isinstance(act, Operates):
            found.append("the bot speaks while a human has the conversation")
    return found


def _overheard(act: Act, said: Sequence[Said], after: Conversation) -> list[str]:
    """Somebody may be looking: silent, short, nothing unasked, nothing that tells what it is."""
    found = []
    if any(not one.silent for one in said):
        found.append("a sound, though somebody may be looking")
    own = [one for one in said if one.ids]
    if own and isinstance(act, Waits | Operates):
        found.append("something comes unasked, though somebody may be looking")
    for one in own:
        if after.in_emergency and len(one.text) > IN_DANGER:
            found.append(f"{len(one.text)} characters in danger, though somebody may be looking")
        if named := NAMES_IT.search(one.text[:PREVIEW]):
            found.append(f"the preview reads {named[0]!r}, though somebody may be looking")
    return found
