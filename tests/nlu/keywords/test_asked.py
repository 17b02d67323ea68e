"""What a person asks for in so many words: yes, no, a human, erasure, another language, a topic."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.events import Parse, Source
from nlu.intents import INTENTS
from nlu.keywords import TOPIC_CONFIDENCE, Keywords, as_parse
from tests.kit import own


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("да", "affirm"),
        ("Дааа!", "affirm"),
        ("ага", "affirm"),
        ("да пожалуйста", "affirm"),
        ("да но быстро", "affirm"),
        ("yes", "affirm"),
        ("yes please", "affirm"),
        ("ha", "affirm"),
        ("ҳа", "affirm"),
        ("xo'p", "affirm"),
        ("хоп", "affirm"),
        ("иә", "affirm"),
        ("ооба", "affirm"),
        ("бале", "affirm"),
        ("ok", "affirm"),
        ("👍", "affirm"),
        ("нет", "deny"),
        ("не надо", "deny"),
        ("no", "deny"),
        ("yo'q", "deny"),
        ("йўқ", "deny"),
        ("йок", "deny"),
        ("жоқ", "deny"),
        ("жок", "deny"),
        ("нест", "deny"),
        ("отмена", "cancel"),
        ("отмна", "cancel"),
        ("Стоооп!", "cancel"),
        ("хватит пожалуйста", "cancel"),
        ("otmena", "cancel"),
        ("cancel", "cancel"),
        ("cancle", "cancel"),
        ("stop", "cancel"),
        ("тоқтатыңыз", "cancel"),
        ("токтатыныз", "cancel"),
        ("жетеді", "cancel"),
        ("bekor qiling", "cancel"),
        ("toxtating", "cancel"),
        ("bas", "cancel"),
        ("бекор қилинг", "cancel"),
        ("тўхтатинг", "cancel"),
        ("токтотуңуз", "cancel"),
        ("жетишет", "cancel"),
        ("бекор кунед", "cancel"),
        ("бас кунед", "cancel"),
        ("привет", "greet"),
        ("assalomu alaykum", "greet"),
        ("сәлеметсіз бе", "greet"),
        ("саламатсызбы", "greet"),
        ("hello", "greet"),
        ("рахмат", "thank"),
        ("спасибо", "thank"),
        ("bye", "goodbye"),
    ],
)
def test_short_forms(keywords: Keywords, text: str, intent: str) -> None:
    spotted = keywords.spot(text)

    assert (spotted.short, spotted.asked) == (True, intent)
    heard = as_parse(spotted)
    plain = replace(heard, kinds=frozenset(), named=frozenset(), topics=())
    assert plain == Parse(intent, 1.0, source=Source.KEYWORDS)


@pytest.mark.parametrize(
    "text",
    [
        "да нет наверное",
        "да я потом приду к вам",
        "no problem with salary",
        "нет паспорта",
        "хватит меня бить",
        "stop hitting me",
        "хозяин сказал стоп и запер",
        "енді не",  # in Kazakh "now what", though "не" is a no in Tajik
        "а",
    ],
)
def test_what_is_no_short_form(keywords: Keywords, text: str) -> None:
    assert not keywords.spot(text).short


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("оператор", "ask_human"),
        ("хочу поговорить с живым человеком", "ask_human"),
        ("i want to talk to a real person", "ask_human"),
        ("tirik odam bilan gaplashmoqchiman", "ask_human"),
        ("операторға қосыңыз", "ask_human"),
        ("мага киши керек", "ask_human"),
        ("одам даркор", "ask_human"),
        ("удалите все мои сообщения", "delete_my_data"),
        ("udalite moyu perepisku", "delete_my_data"),
        ("please delete everything i wrote", "delete_my_data"),
        ("hammasini o'chiring", "delete_my_data"),
        ("ҳаммасини ўчириб ташланг", "delete_my_data"),
        ("бәрін өшіріңіз", "delete_my_data"),
        ("баарын өчүргүлө", "delete_my_data"),
        ("ҳама паёмҳоро пок кунед", "delete_my_data"),
        ("ну тогда да, удалите", "delete_my_data"),
        ("иә өшіре беріңіз", "delete_my_data"),
        ("ha o'chiravering", "delete_my_data"),
    ],
)
def test_a_person_or_erasure_asked_for(keywords: Keywords, text: str, intent: str) -> None:
    assert keywords.spot(text).asked == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("меня задержала миграционная полиция", "ask_detained"),
        ("кто признает жертвой", "ask_identification"),
        ("надо ли давать показания", "ask_testifying"),
        ("can a man be a victim", "ask_men_and_consent"),
        ("мы стоим на учете в полиции", None),
        ("у соседей домработница", None),
        ("показания счетчика воды", None),
        ("меня задержали на работе до вечера", None),
        ("victim of a haircut", None),
    ],
)
def test_a_page_asked_for_in_so_many_words(
    keywords: Keywords, text: str, intent: str | None
) -> None:
    assert keywords.spot(text).asked == intent


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("русский", "ru"),
        ("по-русски", "ru"),
        ("можно по русски пожалуйста", "ru"),
        ("English please", "en"),
        ("do you speak english", "en"),
        ("қазақша", "kk"),
        ("казахский", "kk"),
        ("казакша", "kk"),
        ("o'zbekcha", "uz"),
        ("oʻzbekcha gapirasizmi", "uz"),
        ("ozbekcha bormi", "uz"),
        ("ўзбекча", "uz-Cyrl"),
        ("узбекча борми", "uz-Cyrl"),
        ("узбекский", "uz"),
        ("кириллча ёзинг", "uz-Cyrl"),
        ("кыргызча", "ky"),
        ("по киргизски", "ky"),
        ("тоҷикӣ", "tg"),
        ("точики гап занед", "tg"),
    ],
)
def test_a_language_by_name(keywords: Keywords, text: str, locale: str) -> None:
    parse = as_parse(keywords.spot(text))

    assert (parse.intent, parse.locale, parse.source) == (
        "change_language",
        locale,
        Source.KEYWORDS,
    )


@pytest.mark.parametrize("text", ["другой язык", "сменить язык", "change language", "тіл"])
def test_another_language_that_isnt_named(keywords: Keywords, text: str) -> None:
    spotted = keywords.spot(text)

    assert (spotted.asked, spotted.wanted) == ("change_language", None)


def test_a_lawyer_in_a_language_is_no_change_of_language(keywords: Keywords) -> None:
    assert keywords.spot("нужен адвокат можно на узбекском").asked is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("хозяин паспорт не отдает", "ask_documents_taken"),
        ("oyligimni bermayapti", "ask_unpaid_wages"),
        ("pul bermayapti", "ask_unpaid_wages"),
        ("пул бермаяпти", "ask_unpaid_wages"),
        ("зарплату не платят", "ask_unpaid_wages"),
        ("хозяин не платит", "ask_unpaid_wages"),
        ("ақша бермей жатыр", "ask_unpaid_wages"),
        ("айлыгымды бербей жатат", "ask_unpaid_wages"),
        ("музд намедиҳанд", "ask_unpaid_wages"),
        ("my boss doesn't pay", "ask_unpaid_wages"),
        ("паспорт забрали", "ask_documents_taken"),
        ("паспорт у хозяина", "ask_documents_taken"),
        ("pasportimni bermayapti", "ask_documents_taken"),
        ("паспортим хўжайинда", "ask_documents_taken"),
        ("паспортымды алып қойды", "ask_documents_taken"),
        ("паспортум кожоюнда", "ask_documents_taken"),
        ("паспортам дар дасти хучаин", "ask_documents_taken"),
        ("boss keeps my documents", "ask_documents_taken"),
        ("хочу домой", "ask_safe_return"),
        ("uyimga ketmoqchiman", "ask_safe_return"),
        ("уйга қайтмоқчиман", "ask_safe_return"),
        ("үйге қайтқым келеді", "ask_safe_return"),
        ("мекениме кайтам", "ask_safe_return"),
        ("мехоҳам ба хона баргардам", "ask_safe_return"),
        ("i want to go home", "ask_safe_return"),
        ("мне некуда идти", "ask_shelter"),
        ("boradigan joyim yo'q", "ask_shelter"),
        ("баратын жерім жоқ", "ask_shelter"),
        ("жата турган жер жок", "ask_shelter"),
        ("ҷое барои рафтан нест", "ask_shelter"),
        ("nowhere to sleep", "ask_shelter"),
        ("ауырып тұрмын", "ask_medical_help"),
        ("ооруп жатам", "ask_medical_help"),
        ("kasalman", "ask_medical_help"),
        ("ман касалам", "ask_medical_help"),
        ("where is the embassy", "ask_embassy"),
        ("баспана керек", "ask_shelter"),
        ("котормочу керек", "ask_interpreter"),
        ("инро кӣ мехонад", "ask_privacy"),
    ],
)
def test_a_topic_when_nobody_else_answers(keywords: Keywords, text: str, intent: str) -> None:
    parse = as_parse(keywords.spot(text))

    plain = replace(parse, kinds=frozenset(), named=frozenset(), topics=())
    assert plain == Parse(intent, TOPIC_CONFIDENCE, source=Source.KEYWORDS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("потерял паспорт в такси", "ask_embassy"),
        ("i lost my passport", "ask_embassy"),
        ("паспортымды жоғалтып алдым", "ask_embassy"),
        ("pasportimni yo'qotib qo'ydim", "ask_embassy"),
        ("паспортумду жоготуп алдым", "ask_embassy"),
        ("паспортамро гум кардам", "ask_embassy"),
        ("денег нет даже на хлеб", "ask_social_services"),
        ("мне нечего есть", "ask_social_services"),
        ("no money for food", "ask_social_services"),
        ("нанға ақша жоқ", "ask_social_services"),
        ("ovqatga pul yo'q", "ask_social_services"),
        ("тамакка акча жок", "ask_social_services"),
        ("барои хӯрок пул нест", "ask_social_services"),
    ],
)
def test_lost_papers_and_hunger_are_named_outright(
    keywords: Keywords, text: str, intent: str
) -> None:
    assert intent in keywords.spot(text).named


@pytest.mark.parametrize(
    "text",
    [
        "хозяин потерял мой паспорт",
        "паспорт у хозяина",
        "boss lost my passport",
        "xo'jayin pasportimni yo'qotib qo'yibdi",
        "кожоюн паспортумду жоготуп койду",
    ],
)
def test_papers_that_somebody_else_has_or_lost_arent_lost(keywords: Keywords, text: str) -> None:
    assert "ask_embassy" not in keywords.spot(text).named


@pytest.mark.parametrize(
    "text", ["навишта мумкин? касе намебинад", "можно писать, никто не видит", "nobody is looking"]
)
def test_that_nobody_looks_on_is_told_and_not_asked(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).asked == "not_watched"
    assert keywords.spot(text + "?").asked != "not_watched"


def test_nothing_known_is_nothing(keywords: Keywords) -> None:
    for text in ("хмхм трям", ""):
        parse = as_parse(keywords.spot(text))

        assert replace(parse, kinds=frozenset()) == Parse()


_SAID = [
    *("привет", "салом", "hello", "assalomu alaykum", "да", "стоп", "оператор", "удалите всё"),
    *("помогите", "нас заперли", "спасибо", "ок", "!", "ака", "please", "здравствуйте"),
]


@given(st.lists(st.sampled_from(_SAID), max_size=4).map(" ".join), st.sampled_from(sorted(INTENTS)))
def test_a_message_is_only_what_all_of_it_says(text: str, intent: str) -> None:
    keywords = own.keywords()
    spotted = keywords.spot(text)

    assert keywords.is_only(intent, text) == (spotted.short and spotted.asked == intent)


@pytest.mark.parametrize(
    "text", ["ruscha yozilgan bo'lsachi", "русча ёзилган бўлсачи", "если написано на русском"]
)
def test_a_paper_in_some_language_asks_for_no_other_one_here(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).asked is None


def test_a_greeting_is_no_topic_beside_one(keywords: Keywords) -> None:
    assert keywords.spot("Ассалому алайкум. судга чақирув қоғози келди").topic == "ask_legal_help"


@pytest.mark.parametrize(
    "text", ["o'zbekcha yozsa bo'ladimi", "не пойму что написано, можно на узбекском"]
)
def test_a_wish_for_another_language_stands_beside_a_paper(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).asked == "change_language"
