"""What is heard beside the intent: facts and wishes of somebody who waits."""

import pytest

from flows.signals import Signal
from nlu.client import Heard
from nlu.keywords import Keywords
from nlu.recogniser import Recogniser
from tests.kit.own import keywords


@pytest.fixture(scope="module")
def own() -> Keywords:
    return keywords()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("хозяйка едет", Signal.HE_COMES),
        ("they will be back soon", Signal.HE_COMES),
        ("сейчас телефоны забирают у всех", Signal.HE_COMES),
        ("телефонро гирифта истодаанд", Signal.HE_COMES),
        ("its me im alone now", Signal.HE_HAS_GONE),
        ("он вышел в магазин", Signal.HE_HAS_GONE),
        ("муж на работе", Signal.HE_HAS_GONE),
        ("кошуна келди", Signal.HE_IS_HERE),
        ("таблетки в кармане", Signal.MEANS_AT_HAND),
        ("шекарашыға не деп айтам", Signal.OFFICER),
        ("chegarachiga nima deyman", Signal.OFFICER),
        ("чек арачыга айтсам коё берчү беле", Signal.OFFICER),
        ("ба пограничник чи гуям", Signal.OFFICER),
        ("может рвоту вызвать", Signal.SWALLOWED),
        ("should i make myself vomit", Signal.SWALLOWED),
        ("qayt qilib tashlasam bo'ladimi", Signal.SWALLOWED),
        ("формадаги кишига нима дейман русча билмайман", Signal.OFFICER),
        ("что сказать человеку в форме", Signal.OFFICER),
        ("он муноттон кийин чек арага токтойт", Signal.AT_BORDER),
        ("через 20 минут граница", Signal.AT_BORDER),
        ("o'zim tel qilaymi yo sizla qilasizlami", Signal.CALL_ASKED),
        ("мне звонить или вы позвоните", Signal.CALL_ASKED),
        ("podvalda 5 ta qiz matrasda o'tiribdi", Signal.THIRD_PARTY),
        ("але ин кист ба ки навиштаги", Signal.STRANGER),
        ("i think im losing the baby, blood", Signal.BLEEDING_PREGNANT),
        ("екі қабатпын қан кетті", Signal.BLEEDING_PREGNANT),
        ("хомиладорман қон кетяпти", Signal.BLEEDING_PREGNANT),
        ("кош бойлуумун кан кетип жатат", Signal.BLEEDING_PREGNANT),
        ("ман ҳомила ҳастам хун меравад", Signal.BLEEDING_PREGNANT),
        ("барсам ба", Signal.FOLLOW),
        ("should i just go there", Signal.FOLLOW),
        ("менің кінәм бар ма", Signal.FAULT),
        ("is this my fault", Signal.FAULT),
        ("енди не қыламан", Signal.WHAT_TO_DO),
        ("не істейін", Signal.WHAT_TO_DO),
        ("im 14 he says he will post it", Signal.OWN_MINOR),
        ("с братом нет связи третий месяц", Signal.THIRD_PARTY),
        ("брата держат в подвале на стройке", Signal.THIRD_PARTY),
        ("сын в россии на заводе не отпускают", Signal.THIRD_PARTY),
        ("my coworker is not allowed to go out", Signal.THIRD_PARTY),
        ("a friend went to thailand and now he says they wont let him go", Signal.THIRD_PARTY),
        ("a woman on 3rd floor who never goes out and i hear crying", Signal.THIRD_PARTY),
        ("they are keeping my cousin in a compound", Signal.THIRD_PARTY),
        ("коллегу не выпускают", Signal.THIRD_PARTY),
        ("брат в россии на заводе, пишут заплатите", Signal.THIRD_PARTY),
        ("my sister went to dubai and she is crying on the phone", Signal.THIRD_PARTY),
        ("нам платить?", Signal.RANSOM),
        ("should we pay", Signal.RANSOM),
        ("төлеу керек пе", Signal.RANSOM),
        ("ақша жіберсек жібереме", Signal.RANSOM),
        ("to'lash kerakmi", Signal.RANSOM),
        ("тўлаш керакми", Signal.RANSOM),
        ("төлөш керекпи", Signal.RANSOM),
        ("додан лозим аст", Signal.RANSOM),
        ("көршіде қойшыға көмек керек, оны ұрады", Signal.THIRD_PARTY),
        ("әріптесімді сыртқа шығармайды", Signal.THIRD_PARTY),
        ("hamkasbimni tashqariga chiqarishmayapti", Signal.THIRD_PARTY),
        ("ҳамкасбимни кўчага чиқаришмаяпти", Signal.THIRD_PARTY),
        ("кесиптешимди сыртка чыгарышпайт", Signal.THIRD_PARTY),
        ("дар ҳамсоя ба чӯпон кӯмак лозим, ӯро мезананд", Signal.THIRD_PARTY),
        ("акаам хабар нест", Signal.THIRD_PARTY),
        ("мунтазир шавем боз чанд вакт", Signal.STATE_ASKED),
        ("вы живы там", Signal.STATE_ASKED),
        ("the guard is coming", Signal.HE_COMES),
        ("қожайын келе жатыр", Signal.HE_COMES),
        ("хўжайин келяпти", Signal.HE_COMES),
        ("кожоюн келатат", Signal.HE_COMES),
        ("шавҳарам меояд", Signal.HE_COMES),
        ("муж уснул", Signal.HE_HAS_GONE),
        ("everything is ok, dont need help", Signal.ALL_FINE),
        ("ребенок играл с телефоном", Signal.JOKE),
        ("қалжыңдадым ғой", Signal.JOKE),
        ("с кем моя жена переписывается", Signal.STRANGER),
        ("men 15 yoshdaman", Signal.OWN_MINOR),
        ("мен 8 класста окуйм", Signal.OWN_MINOR),
        ("есть тут кто живой", Signal.STATE_ASKED),
        ("касе ҳаст?", Signal.STATE_ASKED),
        ("pills in my hand", Signal.MEANS_AT_HAND),
        ("дәрі қолымда тұр", Signal.MEANS_AT_HAND),
        ("пишу с телефона соседки", Signal.NOT_MY_PHONE),
        ("this is boss phone, he gave it to me", Signal.NOT_MY_PHONE),
        ("bu telefon xojaykaniki, u ham oqiydi buni", Signal.NOT_MY_PHONE),
        ("бу телефон хўжайканики", Signal.NOT_MY_PHONE),
        ("he is coming from the toilet", Signal.HE_COMES),
        ("i have a small hostel here", Signal.THIRD_PARTY),
        ("держу хостел", Signal.THIRD_PARTY),
        ("шағын хостел ұстаймын", Signal.THIRD_PARTY),
        ("кичинекей хостел кармайм", Signal.THIRD_PARTY),
        ("kichkina xostelim bor", Signal.THIRD_PARTY),
        ("хостели хурд дорам", Signal.THIRD_PARTY),
        ("mashinamda orqasidan borib ko'rsammi", Signal.FOLLOW),
        ("аз паси бус рафта бинам", Signal.FOLLOW),
    ],
)
def test_each_is_heard_in_the_words_of_its_language(
    own: Keywords, text: str, signal: Signal
) -> None:
    assert signal in own.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "if police take my phone can they read whatsapp",
        "this is manager phone number he gave me, is it a scam",
        "telefon raqami egasiniki",
        "соңынан полицияға барып көрсем бе",
        "аз пушти шиносномаам рафта биёям",
        "pulni orqasidan borib ko'rsak",
    ],
)
def test_none_of_them_in_an_everyday_question(own: Keywords, text: str) -> None:
    assert own.spot(text).signals.isdisjoint({Signal.NOT_MY_PHONE, Signal.FOLLOW})


@pytest.mark.parametrize(
    "text", ["i have no money for a hostel", "мы сейчас в хостеле", "дар хостел кор дорам"]
)
def test_who_stays_in_a_hostel_reports_nobody(own: Keywords, text: str) -> None:
    assert Signal.THIRD_PARTY not in own.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "please dont reply until i write first",
        "the boss checks our messages every evening",
        "отвечайте только если я напишу",
        "в комнате камера, за нами смотрят",
        "мен жазғанша жазбаңыз",
        "бізді бақылап отырады",
        "мен жазмайынча жазбагыла",
        "телефон орток, баары колдонот",
        "men yozmaguncha yozmang",
        "бизни кузатишади",
        "то ман нанависам нанависед",
        "моро мепоянд",
    ],
)
def test_signs_short_of_danger(own: Keywords, text: str) -> None:
    """They ask whether it is safe, and call an operator without an alarm."""
    spotted = own.spot(text)

    assert Signal.NOT_MY_PHONE in spotted.signals
    assert spotted.danger is None


@pytest.mark.parametrize(
    "text",
    [
        "моей сестре 15 лет, она хочет подработать",
        "my daughter is 14",
        "singlim 15 yoshda",
        "зарплата идет на карту",
        "politsiya meni deport qiladimi",
        "the price is coming down",
    ],
)
def test_words_like_it_are_not(own: Keywords, text: str) -> None:
    assert own.spot(text).signals.isdisjoint(
        {Signal.OWN_MINOR, Signal.HE_COMES, Signal.STATE_ASKED}
    )


def test_a_negation_right_before_takes_one_back(own: Keywords) -> None:
    assert Signal.ESCAPED in own.spot("я убежала").signals
    assert Signal.MEETING not in own.spot("он не приедет за мной").signals


async def test_the_model_isnt_asked_about_nothing_but_a_joke() -> None:
    parse = await Recogniser(keywords()).parse("пошутила")

    assert parse.signals == {Signal.JOKE}
    assert not parse.urgent
    assert not parse.unread


class Guesses:
    """A model that hears a page in everything."""

    async def hear(self, text: str) -> Heard:
        return Heard(
            "ask_reflection_period",
            0.9,
            urgent=False,
            urgency_score=0.1,
            locale="ru",
            locale_confidence=0.9,
        )


@pytest.mark.parametrize(
    "text", ["долго ждать?", "операторы где", "still there?", "nobody answers"]
)
async def test_no_page_is_heard_where_nothing_but_the_state_is_asked(
    own: Keywords, text: str
) -> None:
    parse = await Recogniser(own, Guesses()).parse(text)

    assert parse.intent == "out_of_scope"
    assert Signal.STATE_ASKED in parse.signals


async def test_a_question_of_one_s_own_about_waiting_keeps_its_page(own: Keywords) -> None:
    parse = await Recogniser(own, Guesses()).parse("сколько ждать зарплату")

    assert parse.intent == "ask_reflection_period"


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("мне за ними ехать или нет", Signal.FOLLOW),
        ("может выломать им дверь", Signal.FOLLOW),
        ("should i go there myself", Signal.FOLLOW),
        ("глаза закатил и хрипит", Signal.UNCONSCIOUS),
        ("she is barely breathing", Signal.UNCONSCIOUS),
        ("веревка тут", Signal.MEANS_AT_HAND),
        ("yes the blade is near", Signal.MEANS_AT_HAND),
        ("охранник косится на меня", Signal.HE_IS_HERE),
        ("the foreman is staring at me", Signal.HE_IS_HERE),
        ("в дверь стучат", Signal.HE_COMES),
        ("the driver is coming back", Signal.HE_COMES),
        ("водитель вышел курить", Signal.HE_HAS_GONE),
        ("what has she told you here", Signal.STRANGER),
        ("это я сам виноват", Signal.FAULT),
        ("am i to blame for it", Signal.FAULT),
        ("что говорить офицеру на границе", Signal.OFFICER),
        ("can i ask the officer for help", Signal.OFFICER),
        ("не надо уже, сами справились", Signal.ALL_FINE),
        ("сорян, нажала случайно", Signal.JOKE),
        ("i changed my mind", Signal.ALL_FINE),
        ("only trying this bot", Signal.JOKE),
        ("wait he is here already later", Signal.HE_IS_HERE),
        ("все он пришел потом напишу", Signal.HE_IS_HERE),
        ("this is phone of my husband, sometimes he look what i write", Signal.NOT_MY_PHONE),
        ("бұл енемнің телефоны, жазғанымды оқып қоюы мүмкін", Signal.NOT_MY_PHONE),
        ("i dont want my name to come in this", Signal.UNNAMED),
        ("это рабочий телефон, старшая вечером все читает", Signal.NOT_MY_PHONE),
        ("ин телефони корӣ, старший бегоҳӣ ҳамаашро мехонад", Signal.NOT_MY_PHONE),
        ("bu ishxona telefoni, kechqurun boshliq hammasini o'qiydi", Signal.NOT_MY_PHONE),
        ("mashinasini orqasidan borib qaray desam", Signal.FOLLOW),
    ],
)
def test_said_in_other_words(own: Keywords, text: str, signal: Signal) -> None:
    assert signal in own.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "мама придет ко мне в гости на праздник",
        "my mother is coming with me to almaty",
        "хозяин квартиры смотрит объявления, можно ли ему показать договор",
        "the manager looks at my cv this week",
        "can a doctor give me pills without papers",
        "в кино он сказал: сам решу",
        "дочь уехала в алматы учиться, нужна ли регистрация",
        "someone come please",
        "somebody help me",
    ],
)
def test_calm_words_silence_nobody_and_call_nobody(own: Keywords, text: str) -> None:
    """A false alarm wakes operators; false silence leaves somebody without an answer."""
    signals = own.spot(text).signals

    assert signals.isdisjoint(
        {Signal.HE_IS_HERE, Signal.HE_COMES, Signal.MEANS_AT_HAND, Signal.STRANGER}
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("плати или сожжем дом твоих родителей", True),
        ("they said pay or they burn my family house", True),
        ("в фильме дом сожгли", False),
        ("the soup will burn if you leave the house", False),
    ],
)
def test_a_family_threatened_at_home_is_danger(own: Keywords, text: str, *, told: bool) -> None:
    assert (own.spot(text).danger is not None) is told


@pytest.mark.parametrize(
    "text",
    [
        "телефон рабочий, никто не читает",
        "этот чат читает менеджер или робот?",
        "what is office phone, i want to check my case",
        "жұмыс телефон арқылы ұсынды, қалай тексеремін",
        "ish telefon orqali topildi, qanday tekshiraman",
        "чоң кызым телефон карайт",
        "телефони идора кай мегирад",
    ],
)
def test_a_telephone_at_work_is_read_by_nobody(own: Keywords, text: str) -> None:
    assert Signal.NOT_MY_PHONE not in own.spot(text).signals


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("маған қағаз келді, кейін сотқа шақырды", Signal.HE_IS_HERE),
        ("birovi yordam beraman deb pasportimni oldi", Signal.THIRD_PARTY),
        ("ulardan biri chiqarmayman dedi", Signal.THIRD_PARTY),
        ("do they throw us out", Signal.SWALLOWED),
        ("biz 5 ta qiz podvalda o'tiribmiz", Signal.THIRD_PARTY),
        ("i am pregnant, do i need blood test", Signal.BLEEDING_PREGNANT),
        ("я беременна, сдала кровь на анализ", Signal.BLEEDING_PREGNANT),
        ("i lost my baby at the market", Signal.BLEEDING_PREGNANT),
    ],
)
def test_the_same_words_may_tell_something_else(own: Keywords, text: str, signal: Signal) -> None:
    assert signal not in own.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "хозяин не отпускает меня",
        "a man locked me in a room",
        "i am crying on the phone, he hits me",
        "я на стройке в россии, брат далеко, хозяин не отпускает",
        "they wont let me and my friend go",
        "мені шығармайды",
        "meni tashqariga chiqarishmayapti",
        "мени чыгарышпайт",
        "маро намебароранд",
    ],
)
def test_whoever_is_held_alone_or_with_others_is_no_third_party(own: Keywords, text: str) -> None:
    assert Signal.THIRD_PARTY not in own.spot(text).signals
