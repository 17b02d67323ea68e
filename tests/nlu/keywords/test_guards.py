"""What sounds alarming and isn't: a false alarm wakes a human."""

import pytest

from nlu.keywords import Keywords

HARMLESS = [
    # figures of speech
    "жена меня убьет за новый телефон",
    "умираю со смеху с этого видео",
    "my boss is going to kill me if i am late lol",
    "traffic is killing me today",
    "onam o'ldiradi kech borsam",
    "күлкіден өлдім",
    "апам өлтүрөт кеч барсам",
    "аз ханда мурдам",
    # films, games, books, news
    "в фильме ее продали и держали в подвале",
    "in the movie they kidnap the girl",
    "pubgda meni o'ldirishdi",
    "кинода қызды ұрлап кетті",
    "пабгда мени өлтүрүп салышты",
    "филм дидам маро мекушад",
    "в новостях показали как людей похитили",
    # advertising
    "URGENT!!! HELP!!! earn crypto today",
    "СРОЧНО продам диван",
    "SOS скидки до 70 только сегодня",
    "срочно сатылады үй",
    # negations
    "нас никто не запирает",
    "никто меня не бьет",
    "they did not lock us",
    "nobody is beating us",
    "no one ever locked me anywhere",
    "nobody wants to kill me",
    "nobody is following me",
    "i wouldnt hurt myself",
    "i never said i want to die",
    "hech kim urmayapti",
    "мені ешкім ұрмайды",
    "бизди эч ким камаган жок",
    "хеч кас моро намезанад",
    "я не в опасности",
    "i dont want to die",
    # the past
    "пять лет назад меня держали на ферме",
    "last year they locked us",
    "o'tgan yili bizni qamab qo'yishgan edi",
    "былтыр мені қамап қойған",
    "порсол маро зада буданд",
    # in general
    "имеет ли право хозяин бить работника",
    "what if someone is locked in a house",
    "жалпы жұмысшыны қамап қою заңсыз ба",
    # ordinary questions
    "мне не платят зарплату три месяца",
    "хозяин забрал паспорт и не отдает",
    "where can i find a lawyer",
    "сколько стоит билет домой",
    "pasportimni ushlab turibdi",
    "ойлығымни бермаяпти",
    "айлық бермей жатыр",
    "паспортумду бербей атат",
    "пулам намедиҳад",
    "привет как дела",
    "u nima qilyapti",
    "телефон сел",
    "",
    "....",
    "😀",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_no_alarm(keywords: Keywords, text: str) -> None:
    assert keywords.reasons(text) == []
    assert keywords.spot(text).danger is None


def test_the_reasons_of_an_alarm_name_the_line(keywords: Keywords) -> None:
    (first, *_) = keywords.reasons("нас не выпускают")

    assert first.startswith("ru.yml:")
