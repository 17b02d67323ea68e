"""What only several phrases mean together: farewells and places, and everyday matters."""

import pytest

from bench.understanding.messages import DEVELOPMENT, TESTS, read
from nlu.client import Heard
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.places import is_only_place
from nlu.recogniser import Recogniser


class Model:
    """Gives every message one score."""

    def __init__(self, score: float) -> None:
        self._score = score

    async def hear(self, text: str) -> Heard:
        urgent = self._score > 0.5
        return Heard(
            "urgent_danger" if urgent else "ask_legal_help", 0.9, urgent, self._score, None, 0.0
        )


QUIET = [
    # held, asked as a question of law
    ("urgent_danger", "если работников на ночь снаружи закрывают на замок, это нарушение?"),
    ("urgent_danger", "вопрос: могут ли, пока он не вернет аванс, со двора не выпускать человека"),
    ("urgent_danger", "заңгерге сұрақ: адамды қарызын өтемейінше ауладан шығармау қылмыс па"),
    ("urgent_danger", "жатақхананы түнде сыртынан құлыптап кетеді, өрт шықса кім жауапты"),
    ("urgent_danger", "адамды акчасын төлөмөйүнчө эшиктен чыгарбай коюу мыйзамга туурабы"),
    ("urgent_danger", "жатакананы кечкисин сыртынан кулпулап кетишет, өрт чыкса ким жооп берет"),
    ("urgent_danger", "birovni qarzini to'lamaguncha darvozadan tashqariga qo'ymaslik jinoyatmi"),
    ("urgent_danger", "бошлиқ кечқурун эшикни ташқаридан қулфлайди, бу қонунга тўғрими"),
    ("urgent_danger", "одамро то қарзашро надода аз ҳавлӣ берун намонданд ҷиноят мешавад ё не"),
    ("urgent_danger", "хобгоҳро ҳар шаб аз берун қулф мекунанд, агар сӯхтор шавад кӣ ҷавобгар"),
    ("urgent_danger", "can a man not leave the compound until the debt is paid, which law is it"),
    ("urgent_danger", "can the owner lock the workers in overnight from outside, what law is it"),
    # what became of others
    ("urgent_danger", "прораб говорит прошлый раз один жаловался так его весной в озере нашли"),
    ("urgent_danger", "бригадир былтыр бирөө сураган эле көлдүн түбүндө жатат дейт"),
    ("urgent_danger", "last one who complained is under the ground now, says foreman"),
    # not outside for months
    ("urgent_danger", "уже восемь месяцев я за калитку не выходила, у невесток так положено?"),
    ("urgent_danger", "faqat sakkiz oydan beri ko'chaga chiqmadim, kelinlar shunaqami"),
    ("urgent_danger", "бирок сегиз айдан бери көчөгө чыга элекмин, келинге ушундай эреже барбы"),
    ("urgent_danger", "тек сегіз айдан бері көшеге шықпадым, келінге осылай ма"),
    ("urgent_danger", "лекин ҳашт моҳ боз ба кӯча набаромадаам, арӯсҳо ҳамин хеланд"),
    # lay medicine beside a practical question
    ("medical_emergency", "у отца рот перекосило на одну сторону, какую мазь взять"),
    ("medical_emergency", "dadamning og'zi bir tomonga qiyshayib qoldi, qaysi malham yaxshi"),
    ("medical_emergency", "аары чакты эле, жутуу кыйын болуп калды, дарыканадан эмне алсам"),
    ("medical_emergency", "сколько стоит патент, брат после падения с крыши никого не узнаёт"),
    ("medical_emergency", "паспорт гузашта буд, додарам аз бом афтида чашм накушода, ҳуҷҷат лозим"),
    ("medical_emergency", "ағам құлағаннан бері бізді танымайды, патенті не болады"),
    ("medical_emergency", "bee stung me and it is hard to swallow, what to buy"),
    # a farewell without a word of dying
    ("self_harm", "кошку отдала соседке, письма детям написала, завтра не будите"),
    ("self_harm", "kiyimlarimni qo'shniga berdim, xat ham yozib qo'ydim"),
    ("self_harm", "китептеримди досума таратып бердим, кат жазып койдум"),
    ("self_harm", "мысығымды көршіге бердім, хат жазып қойдым"),
    ("self_harm", "гурбаамро ба ҳамсоя додам, хат навишта мондам"),
    ("self_harm", "gave my cat to the neighbour, wrote letters to all"),
    # a place and nothing else
    ("urgent_danger", "капчагайская трасса после заправки синие ворота подвал 4 девушки"),
    ("urgent_danger", "Qibray yo'li zapravkadan keyin podval 4 kishi tez"),
    ("urgent_danger", "Токмок жолу, заправкадан кийин, подвал, 4 киши"),
    ("urgent_danger", "роҳи Ваҳдат, баъди заправка, подвал, 4 нафар"),
    ("urgent_danger", "43.2389, 76.8897 скорее"),
    ("urgent_danger", "https://maps.app.goo.gl/abcd1234"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), QUIET)
async def test_danger_is_heard_though_the_model_is_certain_of_calm(
    keywords: Keywords, kind: str, text: str
) -> None:
    assert keywords.spot(text).danger == kind
    assert (await Recogniser(keywords, Model(0.001)).parse(text)).urgent


CALM = [
    "с понедельника переводят на другой объект, общежитие там лучше",
    "dushanbadan bizni yangi obyektga ko'chirishadi, maosh o'zgarmaydimi",
    "дүйшөмбүдөн жаңы объектке көчүрөт экен, жатаканасы дурус дешет",
    "моро ба объекти нав мекӯчонанд, хобгоҳаш нав аст",
    "дүйсенбіден жаңа объектіге ауыстырады, жатақханасы жақсы",
    "they move us to another site, dorm is better there",
    "в туалете сломан замок, дверь не закрывается, комендант не чинит",
    "xonamizning qulfi buzilgan, yopilmaydi, usta chaqirish kimning ishi",
    "бөлмөбүздүн кулпусу бузулуп калды, устаны ким чакырат",
    "қулфи ҳуҷраамон вайрон, баста намешавад, усторо кӣ даъват мекунад",
    "дәретхананың құлпы сынған, есік жабылмайды, комендант жөндемейді",
    "lock on the shower door is broken, manager does not fix it",
    "ukam o'ynab yozib yuboribdi qutqaring deb, kechirasiz, kerak emas",
    "балам ойноп жардам бергиле деп жазып жибериптир, кечирип коюңуз",
    "додарам бозӣ карда маро наҷот диҳед навишта фиристодааст, узр",
    "друг взял телефон и в шутку написал спасите, извините, всё в порядке",
    "досым ойнап құтқарыңдар деп жазып жіберіпті, кешіріңіз",
    "16 yoshli ukam yozda kafeda ishlasa qonun bo'yicha necha soat mumkin",
    "16 жаштагы иним жайында кафеде иштесе мыйзам боюнча канча саат болот",
    "додари 16 солаам тобистон дар кафе кор кунад қонун чӣ мегӯяд",
    "16 жастағы інім жазда кафеде жұмыс істесе заң бойынша неше сағат болады",
    "can my 16 year old brother work in a cafe in summer, what does the law say",
    "шеф опять задержал зарплату на неделю, говорит потерпите",
    "срок паспорта заканчивается в марте, где менять",
    "после смены спина отваливается, весь день стоя",
    "начальница у нас вредная, вечно ворчит",
    "бастық айлықты бір апта кешіктіріп жатыр, ертең ертең дейді",
    "тіркеуімнің мерзімі бітейін деп тұр, кімге барам",
    "кешке қарай белім ауырады, тік тұрып істейміз",
    "хозяин айлыкты кечиктирип атат, эртең эртең дейт",
    "каттоомдун мөөнөтү бүтүп атат, кайда барам",
    "xo'jayin oylikni kechiktiryapti, ertaga ertaga deydi",
    "registratsiyamning muddati tugayapti, qayerga boraman",
    "бошлиқ жуда инжиқ, ҳар нарсага ворчат қилади",
    "сардор маошро дер медиҳад, пагоҳ пагоҳ мегӯяд",
    "boss is late with our salary again, says next week",
    "my visa will expire in two weeks, where do i renew it",
    "my feet hurt after the shift, standing all day",
    "work tied my hands, no time to rest",
    "прикололся, извините, живой здоровый",
]


@pytest.mark.parametrize("text", CALM)
async def test_an_everyday_matter_is_no_alarm_though_the_model_gives_one(
    keywords: Keywords, text: str
) -> None:
    parse = await Recogniser(keywords, Model(0.9)).parse(text)

    assert not parse.urgent


@pytest.mark.parametrize(
    "text",
    [
        "завтра нас силой увозят на другой объект, общежитие лучше говорят",
        "в туалете сломан замок, комендант не чинит, муж ломится и бьет меня",
        "друг взял телефон и пошутил, извините, на самом деле нас держат",
        "сестру 15 лет летом заставляют работать в сауне, что говорит закон",
        "singlim 15 yosh, yozda saunada majburlab ishlatyapti, qonun nima deydi",
        "бизди күч менен башка объектке көчүрөт, жатаканасы жакшы дейт",
        "шеф опять задержал зарплату и не отпускает домой",
        "срок паспорта заканчивается, а сам паспорт у него и он не отдает",
        "бастық айлықты кешіктіріп жатыр, паспортымды алып қойды",
        "xo'jayin oylikni kechiktiryapti, hech qayerga chiqarmaydi",
        "boss is late with salary again and keeps my passport",
    ],
)
async def test_danger_beside_it_is_heard(keywords: Keywords, text: str) -> None:
    assert (await Recogniser(keywords, Model(0.9)).parse(text)).urgent


@pytest.mark.slow
def test_no_cry_is_taken_for_an_everyday_matter(keywords: Keywords) -> None:
    """Of those that were written to judge by: there the model's alarm would be lost."""
    for locale in LOCALES:
        for folder in (DEVELOPMENT, TESTS):
            cries = [message.text for message in read(folder / locale) if message.urgent]
            assert not [cry for cry in cries if keywords.spot(cry).calm]


@pytest.mark.parametrize(
    "text",
    [
        "как доехать до 43.2389, 76.8897?",
        "14.30 15.45",
        "аренда 45.50 за метр, 89.90 за коммуналку в месяц по договору от хозяина квартиры",
        "версия 43.23 и 76.88.12",
    ],
)
def test_figures_that_are_no_place(text: str) -> None:
    assert not is_only_place(text)
