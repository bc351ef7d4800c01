"""Officials read, quote, conclude and sign off on pages that work without JavaScript."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.participation.models import Contribution, Party, Result
from lupaus.participation.states import Moderation
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.synthesis import actions
from lupaus.synthesis.models import Coding, Conclusion, Quote, SetAside, Synthesis, Theme
from lupaus.synthesis.states import ConclusionState, SynthesisState


@pytest.fixture
def browser(coordinator: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(coordinator)


@pytest.fixture
def preparers(preparer: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(preparer)


def coding_address(contribution: Contribution) -> str:
    return reverse("synthesis:code_contribution", args=[contribution.public_id])


def send(browser: Client, contribution: Contribution, under: Theme | None, **values: object) -> object:
    told = {"words": "", "perspective": "availability", "theme": under.pk if under else "", **values}
    return browser.post(coding_address(contribution), told)


def say_and_code(speaks: Callable[..., Contribution], theme: Theme, by: User, words: str = "Åsa") -> Quote:
    contribution = speaks()
    start = contribution.text.index(words)
    quote = actions.quote(contribution, start=start, end=start + len(words), by=by)
    actions.code(quote, perspective="availability", theme=theme, by=by)
    return quote


# --- Coding --------------------------------------------------------------------------------------


def test_pasted_words_become_an_exact_quote(
    browser: Client, contribution: Contribution, theme: Theme
) -> None:
    send(browser, contribution, theme, words="kolme kertaa.\r\nKukaan ei vastannut.")

    quote = Quote.objects.get()
    assert quote.text == contribution.text[quote.start : quote.end] == "kolme kertaa.\r\nKukaan ei vastannut."
    assert quote.codings.get().theme == theme


def test_a_selection_on_the_page_becomes_an_exact_quote(
    browser: Client, contribution: Contribution, theme: Theme
) -> None:
    shown = contribution.text.replace("\r\n", "\n")
    start = shown.index("Lopulta")

    send(browser, contribution, theme, words="Lopulta", start=start, end=start + 7)

    assert Quote.objects.get().text == "Lopulta"


def test_a_whole_sentence_becomes_a_quote(browser: Client, contribution: Contribution, theme: Theme) -> None:
    page = browser.get(coding_address(contribution))
    choices = page.context["form"].fields["sentence"].choices

    send(browser, contribution, theme, sentence=choices[2][0])

    assert Quote.objects.get().text == "Kukaan ei vastannut."


def test_words_that_are_not_there_are_refused_and_kept_in_the_form(
    browser: Client, contribution: Contribution, theme: Theme
) -> None:
    page = send(browser, contribution, theme, words="Joku vastasi")

    assert not Quote.objects.exists()
    assert "Joku vastasi" in page.content.decode()  # type: ignore[attr-defined]
    assert "täsmälleen" in page.content.decode()  # type: ignore[attr-defined]


def test_words_that_stand_twice_are_asked_about(
    browser: Client, speaks: Callable[..., Contribution], theme: Theme
) -> None:
    contribution = speaks("Jono on jono.")
    contribution_twice = speaks("Aina jono ja taas jono.")

    send(browser, contribution, theme, words="jono")
    page = send(browser, contribution_twice, theme, words="jono")
    assert Quote.objects.count() == 1
    assert "Mikä näistä?" in page.content.decode()  # type: ignore[attr-defined]

    send(browser, contribution_twice, theme, words="jono", which="18-22")
    assert Quote.objects.get(contribution=contribution_twice).start == 18


def test_a_new_theme_is_named_while_coding(browser: Client, contribution: Contribution, theme: Theme) -> None:
    send(browser, contribution, None, words="Åsa", new_theme="Sama ihminen")

    assert Theme.objects.exclude(pk=theme.pk).get().title_fi == "Sama ihminen"


def test_a_quote_needs_a_theme_and_words(browser: Client, contribution: Contribution, theme: Theme) -> None:
    page = send(browser, contribution, None)

    assert set(page.context["form"].errors) == {"words", "theme"}  # type: ignore[attr-defined]


def test_the_first_quote_begins_the_synthesis(
    browser: Client, contribution: Contribution, process: Process
) -> None:
    told = {"words": "Åsa", "perspective": "quality", "new_theme": "Kohtaaminen"}

    browser.post(coding_address(contribution), told)

    assert Synthesis.objects.get().process == process


def test_what_has_been_quoted_is_marked(
    browser: Client, contribution: Contribution, theme: Theme, coordinator: User
) -> None:
    send(browser, contribution, theme, words="Åsa")

    assert "<mark>Åsa</mark>" in browser.get(coding_address(contribution)).content.decode()


def test_a_coding_is_withdrawn_on_the_page(browser: Client, contribution: Contribution, theme: Theme) -> None:
    send(browser, contribution, theme, words="Åsa")

    browser.post(reverse("synthesis:withdraw_coding", args=[Coding.objects.get().pk]))

    assert Coding.objects.get().withdrawn_at is not None
    assert "<mark>" not in browser.get(coding_address(contribution)).content.decode()


def test_setting_aside_leads_to_the_next_one(
    browser: Client, speaks: Callable[..., Contribution], synthesis: Synthesis
) -> None:
    older, newer = speaks("Vanha"), speaks("Uusi")

    answer = browser.post(reverse("synthesis:set_aside", args=[newer.public_id]), {"reason": "thanks"})

    assert answer["Location"] == coding_address(older)
    assert SetAside.objects.get().contribution == newer
    listed = browser.get(reverse("synthesis:coding")).context["page"]
    assert [one.pk for one in listed.rows] == [older.pk]


def test_the_pile_is_filtered_and_paged(
    browser: Client, speaks: Callable[..., Contribution], synthesis: Synthesis, residents: Party
) -> None:
    for number in range(27):
        speaks(f"Puheenvuoro {number}")
    speaks("Utan grupp", party=None, language="sv")
    speaks("Piilotettu", moderation=Moderation.HIDDEN)

    first = browser.get(reverse("synthesis:coding")).context["page"]
    second = browser.get(reverse("synthesis:coding"), {"after": first.after}).context["page"]
    swedish = browser.get(reverse("synthesis:coding"), {"language": "sv"}).context["page"]

    assert (first.total, len(first.rows), len(second.rows), second.after) == (28, 25, 3, "")
    assert not {one.pk for one in first.rows} & {one.pk for one in second.rows}
    assert [one.text for one in swedish.rows] == ["Utan grupp"]


def test_a_place_that_is_no_place_shows_the_newest(
    browser: Client, contribution: Contribution, synthesis: Synthesis
) -> None:
    page = browser.get(reverse("synthesis:coding"), {"after": "2026-99-99~x"})

    assert [one.pk for one in page.context["page"].rows] == [contribution.pk]


def test_another_countys_contribution_is_not_found(
    browser: Client, speaks: Callable[..., Contribution], other_county: County
) -> None:
    assert browser.get(coding_address(speaks(county=other_county))).status_code == 404


def test_a_hidden_contribution_is_not_found(browser: Client, speaks: Callable[..., Contribution]) -> None:
    assert browser.get(coding_address(speaks(moderation=Moderation.HIDDEN))).status_code == 404


def test_a_viewer_reads_but_does_not_quote(
    viewer: User, signed_in: Callable[[User], Client], contribution: Contribution, theme: Theme
) -> None:
    browser = signed_in(viewer)

    assert "coding-form" not in browser.get(coding_address(contribution)).content.decode()
    assert send(browser, contribution, theme, words="Åsa").status_code == 403  # type: ignore[attr-defined]
    assert not Quote.objects.exists()


def test_nobody_comes_in_without_signing_in(contribution: Contribution, client: Client) -> None:
    assert AnonymousUser().is_anonymous
    for name in ("coding", "matrix", "themes"):
        assert client.get(reverse(f"synthesis:{name}")).status_code == 302


# --- Themes --------------------------------------------------------------------------------------


def test_a_theme_is_added_in_the_countys_languages(browser: Client, synthesis: Synthesis) -> None:
    browser.post(reverse("synthesis:themes"), {"title_fi": "Jonot"})
    assert not Theme.objects.exists()

    browser.post(reverse("synthesis:themes"), {"title_fi": "Jonot", "title_sv": "Köer"})
    assert Theme.objects.get().title_sv == "Köer"


def test_a_theme_shows_its_quotes(
    browser: Client, theme: Theme, speaks: Callable[..., Contribution], coordinator: User
) -> None:
    say_and_code(speaks, theme, coordinator)

    page = browser.get(reverse("synthesis:edit_theme", args=[theme.public_id])).content.decode()

    assert "Åsa" in page
    assert "Poista teema" not in page


def test_an_empty_theme_is_removed_on_its_page(browser: Client, theme: Theme) -> None:
    browser.post(reverse("synthesis:remove_theme", args=[theme.public_id]))

    assert not Theme.objects.exists()


# --- The matrix and conclusions -------------------------------------------------------------------


def test_the_matrix_says_where_the_gaps_are(
    browser: Client, theme: Theme, speaks: Callable[..., Contribution], coordinator: User, county: County
) -> None:
    Party.objects.create(county=county, key="staff", name_fi="Henkilöstö")
    say_and_code(speaks, theme, coordinator)

    page = browser.get(reverse("synthesis:matrix"))

    assert [cell.state for cell in page.context["matrix"].cells] == ["gap"] + ["silent"] * 9
    assert "johtopäätös puuttuu" in page.content.decode()
    assert "kukaan ei ole vielä sanonut mitään" in page.content.decode()


def conclude_address(party: Party, perspective: str = "availability") -> str:
    return reverse("synthesis:conclude", args=[party.key, perspective])


def test_a_conclusion_is_written_with_its_evidence(
    browser: Client,
    preparers: Client,
    theme: Theme,
    speaks: Callable[..., Contribution],
    residents: Party,
    result: Result,
    coordinator: User,
) -> None:
    quote, other = (
        say_and_code(speaks, theme, coordinator),
        say_and_code(speaks, theme, coordinator, "Soitin"),
    )

    browser.post(
        conclude_address(residents),
        {
            "text_fi": "Aika pitää kertoa.",
            "text_sv": "Tiden ska meddelas.",
            f"quote_{quote.pk}": "for",
            f"quote_{other.pk}": "against",
            "new_claim_1": f"{result.pk}-7",
            "new_stance_1": "for",
            "themes": [theme.pk],
        },
    )

    conclusion = Conclusion.objects.get()
    assert {(one.quote, one.claim_number, one.stance) for one in conclusion.evidence.all()} == {
        (quote, None, "for"),
        (other, None, "against"),
        (None, 7, "for"),
    }

    page = browser.get(reverse("synthesis:edit_conclusion", args=[conclusion.public_id]))
    assert "80 % samaa mieltä" in page.content.decode()
    assert browser.post(reverse("synthesis:sign_off", args=[conclusion.public_id])).status_code == 403
    preparers.post(reverse("synthesis:sign_off", args=[conclusion.public_id]))
    conclusion.refresh_from_db()
    assert conclusion.state == ConclusionState.SIGNED_OFF


def test_a_draft_is_edited_and_evidence_taken_out(
    browser: Client,
    theme: Theme,
    speaks: Callable[..., Contribution],
    synthesis: Synthesis,
    residents: Party,
    coordinator: User,
) -> None:
    quote = say_and_code(speaks, theme, coordinator)
    draft = actions.conclude(
        synthesis, perspective="availability", party=residents, text={"fi": "A"}, by=coordinator
    )
    actions.add_evidence(draft, stance="for", quote=quote, by=coordinator)

    browser.post(
        reverse("synthesis:edit_conclusion", args=[draft.public_id]),
        {"text_fi": "B", f"quote_{quote.pk}": "", "against_note": "Kaikista työpajoista"},
    )

    draft.refresh_from_db()
    assert (draft.text_fi, draft.against_note, draft.evidence.count()) == ("B", "Kaikista työpajoista", 0)


def test_an_empty_conclusion_keeps_its_choices(
    browser: Client,
    theme: Theme,
    speaks: Callable[..., Contribution],
    residents: Party,
    coordinator: User,
) -> None:
    quote = say_and_code(speaks, theme, coordinator)

    page = browser.post(conclude_address(residents), {f"quote_{quote.pk}": "against"})

    assert not Conclusion.objects.exists()
    assert page.context["form"][f"quote_{quote.pk}"].value() == "against"


def test_signing_off_without_evidence_says_what_to_do(
    preparers: Client, synthesis: Synthesis, residents: Party, preparer: User
) -> None:
    draft = actions.conclude(
        synthesis,
        perspective="quality",
        party=residents,
        text={"fi": "A", "sv": "B"},
        by=preparer,
    )

    page = preparers.post(reverse("synthesis:sign_off", args=[draft.public_id]), follow=True)

    assert "ei ole vielä näyttöä" in page.content.decode()


def signed(synthesis: Synthesis, party: Party, result: Result, by: User) -> Conclusion:
    made = actions.conclude(
        synthesis, perspective="availability", party=party, text={"fi": "A", "sv": "B"}, by=by
    )
    actions.add_evidence(made, stance="for", result=result, claim_number=7, by=by)
    return actions.sign_off(made, by=by)


def test_a_signed_off_conclusion_is_read_and_replaced(
    preparers: Client, synthesis: Synthesis, residents: Party, result: Result, preparer: User
) -> None:
    old = signed(synthesis, residents, result, preparer)
    address = reverse("synthesis:edit_conclusion", args=[old.public_id])

    assert '<form method="post" novalidate>' not in preparers.get(address).content.decode()
    preparers.post(reverse("synthesis:replace", args=[old.public_id]))

    newer = Conclusion.objects.get(supersedes=old)
    assert (newer.text_sv, newer.evidence.get().claim_number) == ("B", 7)
    assert newer.public_id in preparers.get(address).content.decode()


def test_a_draft_is_removed_on_its_page(
    browser: Client, synthesis: Synthesis, residents: Party, coordinator: User
) -> None:
    draft = actions.conclude(
        synthesis, perspective="quality", party=residents, text={"fi": "A"}, by=coordinator
    )

    browser.post(reverse("synthesis:drop", args=[draft.public_id]))

    assert not Conclusion.objects.exists()


def test_the_synthesis_is_begun_signed_off_and_reopened(
    preparers: Client, process: Process, residents: Party, result: Result, preparer: User
) -> None:
    assert "Aloita yhteenveto" in preparers.get(reverse("synthesis:matrix")).content.decode()
    preparers.post(reverse("synthesis:begin_synthesis"))
    synthesis = Synthesis.objects.get()

    page = preparers.post(reverse("synthesis:sign_off_synthesis"), follow=True)
    assert "Johtopäätöksiä ei vielä ole." in page.content.decode()

    signed(synthesis, residents, result, preparer)
    preparers.post(reverse("synthesis:sign_off_synthesis"))
    synthesis.refresh_from_db()
    assert synthesis.state == SynthesisState.SIGNED_OFF

    preparers.post(reverse("synthesis:reopen_synthesis"), {"reason": "Uusi työpaja"})
    synthesis.refresh_from_db()
    assert synthesis.state == SynthesisState.OPEN


def test_a_cell_that_does_not_exist_is_not_found(
    browser: Client, synthesis: Synthesis, residents: Party
) -> None:
    assert browser.get(conclude_address(residents, "beauty")).status_code == 404


# --- Queries -------------------------------------------------------------------------------------


def queries_of(browser: Client, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_no_page_asks_more_when_there_is_more(
    browser: Client,
    theme: Theme,
    speaks: Callable[..., Contribution],
    synthesis: Synthesis,
    residents: Party,
    result: Result,
    coordinator: User,
    preparer: User,
    county: County,
) -> None:
    quote = say_and_code(speaks, theme, coordinator)
    conclusion = signed(synthesis, residents, result, preparer)
    draft = actions.replace(conclusion, by=preparer)
    addresses = [
        reverse("synthesis:coding") + "?state=all",
        coding_address(quote.contribution),
        reverse("synthesis:matrix"),
        reverse("synthesis:themes"),
        reverse("synthesis:edit_theme", args=[theme.public_id]),
        conclude_address(residents),
        reverse("synthesis:edit_conclusion", args=[draft.public_id]),
        reverse("synthesis:edit_conclusion", args=[conclusion.public_id]),
    ]
    with_one = {address: queries_of(browser, address) for address in addresses}

    for number in range(2):
        say_and_code(speaks, theme, coordinator)
        more = actions.quote(quote.contribution, start=number, end=number + 3, by=coordinator)
        actions.code(more, perspective="availability", theme=theme, by=coordinator)
        actions.add_evidence(draft, stance="for", quote=more, by=coordinator)
        signed(synthesis, residents, result, preparer)
        Party.objects.create(county=county, key=f"party{number}", name_fi="Taho")
        Theme.objects.create(synthesis=synthesis, title_fi="Lisää")

    assert {address: queries_of(browser, address) for address in addresses} == with_one
    assert {address: count for address, count in with_one.items() if count > 12} == {}
