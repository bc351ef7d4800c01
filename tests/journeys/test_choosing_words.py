"""Choosing words with the mouse or keys on the coding page gives the server exactly those words."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from lupaus.methods.spans import from_shown, shown

SCRIPT = Path(__file__).resolve().parents[2] / "lupaus" / "synthesis" / "static" / "synthesis" / "coding.js"
WORDS = "Soitin 👩‍👧 kolme kertaa.\r\nKukaan ei vastannut. Lopulta Åsa auttoi."
PAGE = """
<div id="coding-text" style="white-space: pre-wrap">{before}<mark>{marked}</mark>{after}</div>
<form id="coding-form">
  <input type="hidden" name="start"><input type="hidden" name="end"><textarea name="words"></textarea>
  <select name="sentence"><option></option><option>yksi</option><option>kaksi</option></select>
  <input type="radio" name="perspective" value="a"><input type="radio" name="perspective" value="b">
  <select name="theme"><option></option></select>
</form>
<details id="coding-keys" hidden><input type="checkbox" id="coding-keys-on" checked></details>
"""
CHOOSE = """([start, end]) => {
  const text = document.getElementById("coding-text");
  const range = document.createRange();
  const place = (offset) => {
    for (const part of text.childNodes) {
      const node = part.nodeType === Node.TEXT_NODE ? part : part.firstChild;
      if (offset <= node.data.length) return [node, offset];
      offset -= node.data.length;
    }
  };
  range.setStart(...place(start));
  range.setEnd(...place(end));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  text.dispatchEvent(new Event("mouseup"));
}"""

pytestmark = pytest.mark.journey


@pytest.fixture
def coding(page: Page) -> Page:
    marked = "kolme"
    before, after = shown(WORDS).split(marked)
    page.set_content(PAGE.format(before=before, marked=marked, after=after))
    page.add_script_tag(path=SCRIPT)
    return page


def value(page: Page, name: str) -> str:
    return str(page.eval_on_selector(f"[name={name}]", "field => field.value"))


@pytest.mark.parametrize("words", ["kolme kertaa.\nKukaan", "👩‍👧 kolme", "Åsa auttoi.", " Lopulta "])
def test_the_chosen_words_are_those_the_server_finds(coding: Page, words: str) -> None:
    page_text = shown(WORDS)
    start = utf16(page_text[: page_text.index(words)])

    coding.evaluate(CHOOSE, [start, start + utf16(words)])

    found = from_shown(WORDS, int(value(coding, "start")), int(value(coding, "end")))
    assert shown(WORDS[slice(*found)]) == value(coding, "words") == words.strip()


def utf16(text: str) -> int:
    """How a browser counts characters."""
    return len(text.encode("utf-16-le")) // 2


def test_keys_choose_and_can_be_turned_off(coding: Page) -> None:
    coding.keyboard.press("2")
    assert coding.eval_on_selector("input[name=perspective]:checked", "field => field.value") == "b"

    coding.evaluate("document.activeElement.blur()")
    coding.keyboard.press("j")
    assert value(coding, "sentence") == "yksi"

    coding.eval_on_selector("#coding-keys-on", "box => box.checked = false")
    coding.keyboard.press("j")
    assert value(coding, "sentence") == "yksi"


def test_editing_the_words_forgets_the_selection(coding: Page) -> None:
    coding.evaluate(CHOOSE, [0, 6])
    assert value(coding, "words") == "Soitin"

    coding.fill("textarea[name=words]", "Soitin kerran")

    assert (value(coding, "start"), value(coding, "end")) == ("", "")
