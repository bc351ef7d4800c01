"""Components say what they are to eyes and to screen readers alike."""

from datetime import date

import html5lib
import pytest
from django import forms

from tests.web.cotton import rendered


class Wish(forms.Form):
    words = forms.CharField(label="Your words", help_text="Two sentences are enough.", widget=forms.Textarea)
    email = forms.EmailField(label="E-mail", required=False)
    who = forms.ChoiceField(
        label="Who are you?", choices=[("r", "Resident"), ("a", "Association")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="You may publish this")


def parsed(markup: str) -> object:
    """Strictly valid HTML, or a failure that names the place."""
    parser = html5lib.HTMLParser(strict=True)
    return parser.parseFragment(markup)


def test_a_field_ties_its_error_and_its_help_to_what_one_writes_in() -> None:
    form = Wish({})
    form.is_valid()

    markup = rendered('<c-field :field="form.words" />', form=form)

    assert parsed(markup) is not None
    assert '<label for="id_words">Your words</label>' in markup
    assert 'aria-describedby="id_words_helptext' in markup
    assert 'aria-invalid="true"' in markup
    assert 'id="id_words_error"' in markup
    assert 'class="field has-error"' in markup


def test_what_may_be_left_empty_says_so() -> None:
    assert "(optional)" in rendered('<c-field :field="form.email" />', form=Wish())
    assert "(ei pakollinen)" in rendered('<c-field :field="form.email" />', "fi", form=Wish())
    assert "optional" not in rendered('<c-field :field="form.words" />', form=Wish())


def test_choices_are_a_group_with_a_legend_and_a_tick_box_has_its_label_after_it() -> None:
    choices = rendered('<c-field :field="form.who" />', form=Wish())
    tick = rendered('<c-field :field="form.agree" />', form=Wish())

    assert "<legend>Who are you?</legend>" in choices
    assert tick.index("<input") < tick.index("<label")
    assert tick.count("<label") == 1


def test_the_summary_leads_to_every_field_that_needs_mending() -> None:
    form = Wish({})
    form.is_valid()

    markup = rendered('<c-error-summary :form="form" />', form=form)

    assert parsed(markup) is not None
    assert 'href="#id_words"' in markup
    assert 'role="alert"' in markup
    assert rendered('<c-error-summary :form="form" />', form=Wish()).strip() == ""


def test_a_step_of_the_thread_has_its_word_its_link_its_day_and_its_person() -> None:
    markup = rendered(
        '<c-thread label="From words to promise">'
        '<c-step title="Theme" href="/t/1/" :on="day" who="planner">Getting through</c-step>'
        '<c-step title="Pledge" here="yes" reason="Three conclusions say so.">We answer the same day.</c-step>'
        '<c-step title="Indicator" loose="yes">None yet.</c-step>'
        "</c-thread>",
        "fi",
        day=date(2026, 3, 12),
    )

    assert parsed(markup) is not None
    assert '<ol class="thread" aria-label="From words to promise"' in markup
    assert '<a href="/t/1/">Theme</a>' in markup
    assert '<time datetime="2026-03-12">12.3.2026</time> · planner' in markup
    assert 'class="thread-step is-here" aria-current="step"' in markup
    assert '<span class="thread-reason-word">Syy:</span> Three conclusions say so.' in markup
    assert 'class="thread-step is-loose"' in markup
    assert markup.count("(ei vielä)") == 1


def test_a_button_is_a_link_when_it_leads_somewhere_and_a_button_when_it_does_something() -> None:
    assert rendered('<c-button href="/x/">Go</c-button>').strip().startswith("<a ")
    assert 'type="submit"' in rendered("<c-button>Send</c-button>")
    assert 'name="vote" value="agree"' in rendered('<c-button name="vote" value="agree">Yes</c-button>')


@pytest.mark.parametrize(
    "kind", ["ok", "behind", "worse", "none", "stale", "neutral", "open", "closed", "draft", "info"]
)
def test_a_status_is_a_word_beside_its_shape(kind: str) -> None:
    assert (
        rendered(f'<c-badge kind="{kind}">Word</c-badge>').strip()
        == f'<span class="badge badge--{kind}" >Word</span>'
    )


def test_a_table_scrolls_inside_a_region_with_a_name() -> None:
    markup = rendered(
        '<c-table caption="Indicators" kind="matrix"><tbody><tr><td>1</td></tr></tbody></c-table>'
    )

    assert parsed(markup) is not None
    assert 'role="region" aria-label="Indicators" tabindex="0"' in markup
    assert "<caption>Indicators</caption>" in markup
    assert 'class="matrix"' in markup


def test_progress_is_words_before_it_is_a_bar() -> None:
    markup = rendered('<c-progress now="3" of="5" text="3 of 5 done" updated="Updated 1.2.2026" />')

    assert markup.index("<p>3 of 5 done</p>") < markup.index("<progress")
    assert "Updated 1.2.2026" in markup


def test_an_icon_is_silent() -> None:
    assert 'aria-hidden="true"' in rendered('<c-icon name="check" />')
