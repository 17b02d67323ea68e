"""News, history and learning tell of violence as well; who is in danger tells it otherwise."""

import pytest

from nlu.keywords import Keywords
from nlu.keywords.first_person import speaks

ACCOUNTS = [
    # said by officials and courts
    "Следователи установили, что обвиняемый избил свою сожительницу и запер её в гараже.",
    "следствие установило что обвиняемый избил сожительницу и запер ее в гараже",
    "prosecutors said the couple locked the maid in a room and beat her with a belt",
    "Тергеу мәліметінше, айыпталушы құрбысын өлтіріп тастаған.",
    "Айыпталуучу аялын сабап, үйгө камап койгон деп билдирди прокуратура.",
    "Ayblanuvchi qizni yerto'laga qamab qo'ygani aniqlandi.",
    "Гумонбарон занро дар анбор банд карданд, гуфта мешавад дар айбнома.",
    # long ago
    "The tsar's family was held under guard and shot in the basement in July 1918.",
    "In 1937 her husband was taken away by men with guns and shot.",
    "В 1918 году царскую семью держали взаперти и расстреляли в подвале дома.",
    "Басмачылар 1921-жылы кыштакты талап, мугалимди өлтүрүп кетишкен.",
    # science, fiction
    "Sharks attack swimmers, and one man was stabbed in the leg by a ray, the survey found.",
    "В пьесе брат избил сестру и запер её в башне.",
]

CRIES = [
    # of others, by who sees or hears it
    "девушку держат взаперти в подвале",
    "Девушку держат взаперти в подвале дома на окраине города.",
    "my neighbour is beating his wife",
    "My neighbour is beating his wife and the police will not come.",
    "They pushed a girl into a white van near the market.",
    "көршім әйелін ұрып жатыр",
    "кошунам аялын сабап жатат",
    "qo'shnim xotinini urib tashladi",
    "ҳамсояам занашро мезанад",
    # the words of an account, said by a person: of themselves, of now, for help
    "The court let him go and now he is beating me again.",
    "суд его отпустил он снова бьет меня и запер в гараже",
    "Прокуратура сообщила что дело закрыто, а хозяин держит нас взаперти.",
    "Следствие установило кто он, но меня опять заперли и не выпускают.",
    "прокуратура билдирди дешти бирок кожоюн бизди камап койду",
    "Тергеуші ештеңе анықтамады, мені үйге қамап қойды.",
    "Sud uni qo'yib yubordi, meni yana qamab qo'yishdi.",
    "Суд ӯро маҳкум накард, маро боз мезанад.",
    # a person in the ending alone
    "Прокуратура анықтамады, подвалға қамалып қалдым, көмек жоқ.",
    "Тибқи маълумот одамон бачаамро дар хона кулф кардаанд.",
    # too short for an account
    "королеву заперли в подвале",
]


@pytest.mark.parametrize("text", ACCOUNTS)
def test_an_account_raises_no_alarm(keywords: Keywords, text: str) -> None:
    assert keywords.reasons(text) == []
    assert keywords.spot(text).danger is None


@pytest.mark.parametrize("text", CRIES)
def test_a_cry_beside_it_does(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger is not None


def test_a_word_of_an_account_must_stand_letter_for_letter(keywords: Keywords) -> None:
    assert keywords.spot("the defendant pushed a girl into a white van").danger is None
    assert keywords.spot("the defendent pushed a girl into a white van").danger is not None


def test_one_sentence_of_an_account_calms_no_other(keywords: Keywords) -> None:
    account = "Prosecutors said the couple locked the maid in a room and beat her."

    assert keywords.spot(account).danger is None
    assert keywords.spot(f"{account} They push a girl into a van.").danger is not None


@pytest.mark.parametrize(
    ("word", "locale", "own"),
    [
        ("kamaldim", "kk", True),
        ("balamdi", "ky", True),
        ("urishapti", "uz", True),
        ("padaram", "tg", True),
        ("adam", "kk", False),
        ("dushman", "uz", False),
        ("odam", "tg", False),
        ("nojom", "ru", False),
    ],
)
def test_who_speaks_by_the_ending(word: str, locale: str, own: bool) -> None:
    assert speaks(word, locale) is own
