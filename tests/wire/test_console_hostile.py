"""Whatever a person writes is shown as text: a batch that Hypothesis makes, in one log, on one
page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.async_api import Browser, expect

from tests.kit.console import Served, signed_in
from tests.kit.wire import Line
from tests.wire.test_console import asks, takes, writes

pytestmark = [pytest.mark.process, pytest.mark.browser]

MESSAGES = 12
HACKS = "window.hacked=1"
PIECES = [
    *("<", ">", "</", "/>", "<!--", "-->", "]]>", "<![CDATA[", "&", "&#x3c;", "&lt;", "&amp;lt;"),
    *('"', "'", "`", "=", "\\", "/", "//", "{{", "}}", "{%", "%}", "{#", "${", "#{", "<%", "%>"),
    *(f"<img src=x onerror={HACKS}>", f"<svg/onload={HACKS}>", f"<script>{HACKS}</script>"),
    *(f'" autofocus onfocus="{HACKS}', f"javascript:{HACKS}", f"';{HACKS}//", "</textarea>"),
    *(
        "</p></li></ol></div>",
        "<template shadowrootmode=open>",
        "<iframe srcdoc='",
        "<base href=//x>",
    ),
    *("<link rel=stylesheet href=//x>", "<meta http-equiv=refresh content=0>", "<math><mtext>"),
    *("<form id=composer>", "<input name=body>", "<style>*{display:none}</style>", "<plaintext>"),
    *("\u202e", "\u2066", "\u200d", "\ufeff", "\u2028", "\n", "\U000e0041", "e\u0301" * 9),
]
"""What breaks out of texts, attributes, templates, scripts and styles, and turns writing around."""

LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=8)
NASTY = st.lists(st.sampled_from(PIECES) | LETTERS, min_size=4, max_size=24).map("".join)

WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def batch() -> list[str]:
    """The same in each run."""
    made: list[str] = []

    @settings(max_examples=MESSAGES * 3, suppress_health_check=list(HealthCheck))
    @given(NASTY)
    def collect(text: str) -> None:
        made.append(f"1{text}1")

    collect()
    return list(dict.fromkeys([*PIECES_ALONE, *made]))[:MESSAGES]


PIECES_ALONE = ["1" + " ".join(PIECES) + "1", "1" + "".join(PIECES) + "1"]


async def test_whatever_is_written_is_shown_as_text(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(served.url) else wrong.append(asked.url),
    )
    await page.add_init_script(WATCH)
    await page.reload()
    person = await asks(line, "p1")
    await takes(page)
    texts = batch()
    for text in texts:
        await person.say(text)
    shown = page.locator("#ticket .person .words")
    await expect(shown).to_have_count(len(texts) + 1, timeout=30_000)
    assert [one.strip() for one in (await shown.all_text_contents())[1:]] == texts
    await writes(page, texts[0])
    await expect(page.locator("#ticket .operator .words")).to_have_text(texts[0])
    await page.reload()
    await page.locator("#queue .entry").first.click()
    await expect(shown).to_have_count(len(texts) + 1)

    made = "#ticket :is(img, script, svg, iframe, style, link, meta, base, form, input, template)"
    assert await page.locator(made).count() == 0
    assert await page.evaluate("[window.hacked, ...window.violations]") == [None]
    assert wrong == []
    # The watch can see something: a script that isn't ours is stopped, and told of.
    await page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://x.example/'}))"
    )
    await page.wait_for_function("window.violations.length")
