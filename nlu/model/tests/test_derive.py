"""Derived variants are the same on every machine and keep what is known of their message."""

from __future__ import annotations

import random
from pathlib import Path

from preparation.derive import careless, derive, joined, typos, variants
from preparation.read import Example
from preparation.scripts import (
    drop_special_letters,
    romanise,
    uzbek_to_cyrillic,
    uzbek_to_latin,
)


def example(text: str, locale: str) -> Example:
    return Example(text, "ask_police", locale, False, False, Path("f.yml"), 1)


def told(text: str, intent: str, urgent: bool = False) -> Example:
    return Example(text, intent, "ru", urgent, False, Path("f.yml"), 1)


def test_the_same_seed_gives_the_same_variants_in_any_order() -> None:
    examples = [example(f"полицияға қалай барамын {n}", "kk") for n in range(20)]

    forward = {(v.kind, v.text) for v in derive(examples)}
    backward = {(v.kind, v.text) for v in derive(reversed(examples))}

    assert forward == backward
    assert forward != {(v.kind, v.text) for v in derive(examples, seed=1)}


def test_a_variant_knows_its_origin_and_never_repeats_it() -> None:
    for locale in ("kk", "ru", "en", "uz", "uz-Cyrl", "ky", "tg"):
        first, *rest = variants(example("Qani bu yerda политсия борми?", locale))

        assert first.kind == ""
        assert all(v.text != first.text and v.origin is first.origin for v in rest)


def test_a_cry_is_joined_with_something_calm_and_stays_one() -> None:
    cries = [told(f"нас заперли {n}", "urgent_danger", urgent=True) for n in range(120)]
    calm = [told(f"сегодня тепло {n}", "out_of_scope") for n in range(120)]
    made = list(joined([*cries, *calm]))

    assert {v.kind for v in made} == {"joined"}
    of_cries = [v for v in made if v.origin.urgent]
    assert of_cries
    assert all("заперли" in v.text and "тепло" in v.text for v in of_cries)
    assert all("заперли" not in v.text for v in made if not v.origin.urgent)
    assert any(v.text.count("тепло") == 3 for v in made)


def test_another_message_changes_next_to_nothing_of_what_others_are_joined_with() -> None:
    cries = [told(f"нас заперли в доме {n}", "urgent_danger", urgent=True) for n in range(600)]
    calm = [told(f"сегодня тепло {n}", "out_of_scope") for n in range(600)]

    before = {v.text for v in joined([*cries, *calm])}
    after = {v.text for v in joined([told("аа снег", "out_of_scope"), *cries, *calm])}

    assert len(before) > 100
    assert len(before - after) <= 5


def test_small_talk_alone_is_joined_with_nothing() -> None:
    assert not list(joined([told(f"привет {n}", "greet") for n in range(40)]))


def test_uzbek_goes_to_cyrillic_and_back() -> None:
    latin = "O'g'lim, menga yordam bering: ish beruvchi pasportimni oldi"
    cyrillic = uzbek_to_cyrillic(latin)

    assert cyrillic == "Ўғлим, менга ёрдам беринг: иш берувчи паспортимни олди"
    assert uzbek_to_latin(cyrillic) == latin


def test_uzbek_e_at_the_start_of_a_word() -> None:
    assert uzbek_to_cyrillic("ertaga keldi") == "эртага келди"
    assert uzbek_to_cyrillic("tanımayman") == "танıмайман", "a letter that Uzbek hasn't"
    assert uzbek_to_latin("ер эди") == "yer edi"


def test_uzbek_y_before_o_with_an_apostrophe() -> None:
    assert uzbek_to_cyrillic("Yo'q, yo'lda yomon") == "Йўқ, йўлда ёмон"


def test_special_letters_become_those_of_a_russian_keyboard() -> None:
    assert drop_special_letters("Қайда әкем", "kk") == "Кайда акем"
    assert drop_special_letters("ман ҷойи хоб надорам", "tg") == "ман чойи хоб надорам"
    assert drop_special_letters("o'g'il", "uz") == "ogil"


def test_romanised_text_has_no_cyrillic() -> None:
    for locale, text in {"ru": "щи и ёж", "kk": "үйге қайту", "ky": "өңгө", "tg": "ӯ ҷӯра"}.items():
        for seed in range(10):
            assert romanise(text, locale, random.Random(seed)).isascii()


def test_typos_leave_the_first_letter_and_most_of_the_rest() -> None:
    text = "помогите мне пожалуйста"
    for seed in range(50):
        wrong = typos(text, random.Random(seed))

        assert wrong[0] == "п"
        assert abs(len(wrong) - len(text)) <= 3


def test_careless_text_has_no_punctuation() -> None:
    for seed in range(20):
        assert not set(careless("Где полиция? Скорее!", random.Random(seed))) & set("?!")
