"""A page with a repository of its own, for reviews: what the real one says may change any day."""

from pathlib import Path

from tests.bot.studio.trees import git, repository

PAGE = "content/ru/pages/police.md"
SENTENCE = "В полиции есть отдел по торговле людьми."
"""Rests on an act, and stands in the second message."""

HEAD = "---\nreviewed_by:\nreviewed_on:\nreview_by: 2027-03-01\ntranslated_from:{}\n---\n"
RU = """\
# Полиция: сначала юрист

Заявлять ли в полицию, решаете Вы.

Вас могут записать потерпевшим. [^cpc 71] За отказ может быть наказание. [^cpc 71(10)]

{ $said_confidentiality }

Полиция: { $phone_102 }

## more

В полиции есть отдел по торговле людьми. [^order 9] Можно просить и защиту. [^cpc 71]
"""
KK = """\
# Полиция: алдымен заңгер

Полицияға арыз беруді өзіңіз шешесіз.

Сізді жәбірленуші деп тануы мүмкін. Бас тартсаңыз, жаза болуы мүмкін.

{ $said_confidentiality }

Полиция: { $phone_102 }

## more

Полицияда адам саудасына қарсы бөлім бар. Соны сұрауға болады.
"""


def with_police(folder: Path) -> Path:
    """A repository with Russian and Kazakh, where this page says that."""
    repository(folder, "kk")
    for locale, body, source in (("ru", RU, ""), ("kk", KK, " 000000000000")):
        file = folder / f"content/{locale}/pages/police.md"
        file.write_text(HEAD.format(source) + body)
    git(folder, "commit", "-qam", "A page")
    return folder
