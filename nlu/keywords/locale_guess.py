"""A small guess at the locale of a message, for while the model is down.

Letters that only one of the locales has, and small words that every sentence of a language is
full of. It says nothing rather than something doubtful: a wrong switch of language hurts more than
a late one.
"""

from nlu.keywords.matching.normalise import normalise, words

CLEAR = 1.5
"""How many points a locale needs. A small word that n locales share gives each of them 1/n."""

LEAD = 0.7
"""By how many points it must be ahead of the next."""

UNUSUAL = 0.6
"""What Latin letters leave of the points of a locale that is normally written in Cyrillic."""

_LETTERS = {
    "ә": ("kk",), "і": ("kk",), "ұ": ("kk",), "һ": ("kk",),
    "ӣ": ("tg",), "ӯ": ("tg",), "ҷ": ("tg",), "ў": ("uz-Cyrl",), "щ": ("ru",),
    "ғ": ("kk", "tg", "uz-Cyrl"), "қ": ("kk", "tg", "uz-Cyrl"), "ҳ": ("tg", "uz-Cyrl"),
    "ң": ("kk", "ky"), "ө": ("kk", "ky"), "ү": ("kk", "ky"),
}  # fmt: skip
_SMALL_WORDS = {
    "kk": "мен мені маған менің біз бізді бізге жоқ емес керек деп қалай бар ма ме осы сонда енді "
    "болды жатыр отыр едім деді қазір үйден көмек бе сіз және үшін бірақ қайда кім бір тұр ақша "
    "жұмыс жүр келеді бүгін екен алып отырмын туралы басқа тегін па пе түнде болып бермейді жақсы "
    "алмай қандай үйге ешкім барады тек көп бәрі жұмысқа олар ол қашан болады қанша дейді бара",
    "ky": "мен мени мага менин биз бизди бизге жок эмес керек деп кантип барбы ушул анан эми болду "
    "жатат отурам элем деди азыр үйдөн жардам сиз жана үчүн бирок кайда ким атат экен эмне менен "
    "болобу дейт атышат атам эле келет болот эч жумуш болуп кыла башка турат керекпи кайра албай "
    "нерсе качан жашта кардар үйдө ошол үйгө акча эмнеге алып баары бүгүн дагы кетти",
    "tg": "ман маро моро мара мана ба аз дар ки чи хел нест аст мекунад кунам намедиҳад шумо ӯ "
    "онҳо лекин барои куҷо хона ҳоло гирам дорам намемонад мекунанд буд шуд ин он бо кор ҳам "
    "хучаин ҳаст мешавад лозим дигар мегӯяд кунед чанд мехоҳам агар гап мо як ҳозир карданд кард "
    "гуфт доданд медиҳанд худам не хуб то аст кай",
    "ru": "я меня мне нас мы не что в и на у с по как он она они это его её их здесь есть нет был "
    "была уже если где могу можно помогите сейчас чтобы только вы за от из мой моя моя но до к кто "
    "хочу нужно надо нужен все так же ли без или когда потом тут там теперь сегодня домой сколько "
    "куда для деньги говорит очень работу работа будет вам еще",
    "en": "i me my we us the a is are was to and of in not they he she you it do can will dont "
    "have has been what how please help at on for with this that am but from no there want or if "
    "his her him here out one get now their someone where who im be so need home our your by",
    "uz": "men meni menga mening biz bizni bizga yo'q emas kerak deb qanday bor mi shu keyin endi "
    "bo'ldi yotibdi turibdi edim dedi hozir uydan yordam siz va uchun lekin qayerda kim ham bilan "
    "qilib bo'ladi bormi nima qilay ular u ko'p har olib bu bugun ekan qilish uyga ishga boshqa "
    "bering bir ketdi o'zim yosh deyapti qilsam bo'lsa qo'yib chiqib hech nega qachon pul kishi",
}
_WORDS: dict[str, tuple[str, ...]] = {}
for _locale, _list in _SMALL_WORDS.items():
    for _word in normalise(_list).split():
        _WORDS[_word] = (*_WORDS.get(_word, ()), _locale)

SMALL_WORDS = frozenset(_WORDS)
"""Skeletons of the small words of all locales."""


def guess(text: str) -> str | None:
    """The locale that a message is most likely in, or None when it isn't clear."""
    lower = text.casefold()
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in lower)
    latin = sum("a" <= letter <= "z" for letter in lower)
    points = dict.fromkeys((*_SMALL_WORDS, "uz-Cyrl"), 0.0)
    for word in words(text):
        locales = _WORDS.get(word.text, ())
        for locale in locales:
            points[locale] += 1 / len(locales)
    points["uz-Cyrl"] = points["uz"]
    for letter, sharing in _LETTERS.items():
        for locale in sharing:
            points[locale] += lower.count(letter) / len(sharing)
    if cyrillic > latin:
        points["uz"] = points["en"] = 0.0
    else:
        points["uz-Cyrl"] = 0.0
        for locale in ("kk", "ky", "tg", "ru"):
            points[locale] *= UNUSUAL
        points["uz"] += sum(
            lower.count(letters) for letters in ("o'", "g'", "o‘", "oʻ", "g‘", "gʻ")
        )
    ordered = sorted(points, key=points.__getitem__, reverse=True)
    clear = points[ordered[0]] >= CLEAR and points[ordered[0]] - points[ordered[1]] >= LEAD
    return ordered[0] if clear else None
