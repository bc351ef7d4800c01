"""From a contribution to the conclusions it was heard in."""

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lupaus.participation.models import Contribution
from lupaus.participation.states import Channel, Moderation
from lupaus.promise.states import Outcome
from lupaus.synthesis.models import Conclusion, Evidence, SetAside
from lupaus.synthesis.queries import ClaimOfResult, claims_of
from lupaus.synthesis.states import AsideReason, ConclusionState, Stance
from lupaus.trace.queries.heard import Fate, Heard
from lupaus.trace.steps import Badge, Line, Step
from lupaus.trace.words.texts import perspective_name, said

OUTCOME_BADGES = {Outcome.TAKEN: "ok", Outcome.PARTLY: "info", Outcome.NOT_TAKEN: "neutral"}


def given(contribution: Contribution) -> Step:
    """You wrote to us."""
    is_claim = contribution.channel == Channel.OPINION_MAP
    consultation = contribution.consultation
    lines = []
    if consultation is not None:
        address = reverse("participation:consultation", args=[consultation.public_id])
        lines.append(Line(said(consultation, "title"), address))
    return Step(
        _("A claim was proposed") if is_claim else _("Written to us"),
        tuple(lines),
        on=localtime(contribution.given_at).date(),
        who=contribution.source or (said(contribution.party, "name") if contribution.party else ""),
    )


def read_by_moderator(contribution: Contribution) -> Step:
    """We read it before publishing it, or have not yet."""
    if contribution.moderation == Moderation.WAITING:
        return Step(
            _("Waiting to be read"),
            (
                Line(
                    _(
                        "A moderator reads every text before it is published. That takes two working days at most."
                    )
                ),
            ),
            is_loose=True,
        )
    on = localtime(contribution.moderated_at).date() if contribution.moderated_at else None
    if contribution.moderation == Moderation.HIDDEN:
        return Step(
            _("Hidden from the public pages"),
            (Line(_("Your words are kept, but we do not show them to others.")),),
            on=on,
            who=_("Moderator"),
            reason=said(contribution, "moderation_reason"),
        )
    return Step(_("Read and published"), on=on, who=_("Moderator"))


def quoted(group: list[Heard]) -> Step:
    """These words were picked, and what they were found to speak of."""
    codings = {(coding.theme_id, coding.perspective): coding for part in group for coding in part.codings}
    lines = tuple(
        Line(said(coding.theme, "title"), note=perspective_name(coding.perspective))
        for coding in codings.values()
    )
    return Step(
        _("Taken up under a theme") if lines else _("Quoted"),
        lines,
        on=max(localtime(part.quote.quoted_at).date() for part in group),
        who=_("Preparer"),
    )


def no_conclusion_yet() -> Step:
    return Step(
        _("Conclusion"), (Line(_("The conclusions on this theme are being written.")),), is_loose=True
    )


def concluded(conclusion: Conclusion, stance: str | None) -> Step:
    """A conclusion that these words support or speak against."""
    note = _("These words speak against it.") if stance == Stance.AGAINST else _("These words support it.")
    is_final = conclusion.state == ConclusionState.SIGNED_OFF
    on = conclusion.signed_off_at if is_final and conclusion.signed_off_at else conclusion.written_at
    title = _("Conclusion on what %(party)s said") % {"party": said(conclusion.party, "name")}
    if not is_final:
        return Step(
            title,
            (Line(_("The conclusion is being written. It is published when it is signed off.")),),
            is_loose=True,
        )
    return Step(
        title,
        (
            Line(
                said(conclusion, "text"), reverse("publication:conclusion", args=[conclusion.public_id]), note
            ),
        ),
        on=localtime(on).date(),
        who=perspective_name(conclusion.perspective),
    )


def fate_of(fate: Fate) -> Step:
    """What we did with the conclusion, and why."""
    disposition = fate.disposition
    outcome = Outcome(disposition.outcome)
    return Step(
        _("What we did with it"),
        on=localtime(disposition.disposed_at).date(),
        who=_("Preparer"),
        reason=said(disposition, "reason"),
        badge=Badge(OUTCOME_BADGES[outcome], outcome.label),
    )


def no_fate_yet() -> Step:
    return Step(
        _("What we do with it"),
        (
            Line(
                _(
                    "Every conclusion gets a public answer: taken, taken in part or not taken, with the reason."
                )
            ),
        ),
        is_loose=True,
    )


def not_taken_up_yet(contribution: Contribution) -> Step:
    """Nothing has been quoted: say what happens and when."""
    consultation = contribution.consultation
    next_words = said(consultation, "what_happens_next") if consultation is not None else ""
    return Step(
        _("Going through what was said"),
        (Line(next_words or _("We go through every text. What we find is shown here.")),),
        is_loose=True,
    )


def set_aside(aside: SetAside) -> Step:
    """We read it and took nothing further, for this reason."""
    return Step(
        _("Read, but nothing was taken further"),
        on=localtime(aside.set_aside_at).date(),
        who=_("Preparer"),
        reason=AsideReason(aside.reason).label,
    )


def quotes_of(evidence: list[Evidence], stance: str) -> tuple[Line, ...]:
    """The pieces of evidence on one side, as lines with links to where they were said."""
    return tuple(_line(piece) for piece in evidence if piece.stance == stance)


def _line(piece: Evidence) -> Line:
    if piece.quote is not None:
        contribution = piece.quote.contribution
        if contribution.moderation != Moderation.PUBLISHED:
            return Line(_("A text that has been hidden from the public pages."))
        place = said(contribution.area, "name") if contribution.area else ""
        return Line(
            piece.quote.text,
            reverse("publication:contribution", args=[contribution.public_id]),
            place,
            is_quote=True,
            language=contribution.language,
        )
    if piece.result is None:
        return Line(said(piece, "note"))
    address = reverse("opinions:result", args=[piece.result.public_id])
    claim = next((one for one in claims_of(piece.result) if one.number == piece.claim_number), None)
    if claim is None:
        return Line(
            said(piece.result, "title"), address, said(piece, "note") or _("Result of an opinion map")
        )
    return Line(claim.text, address, said(piece, "note") or _answered(claim))


def _answered(claim: ClaimOfResult) -> str:
    if claim.agreement is None:
        return _("Result of an opinion map")
    return _("%(agree)s %% of %(count)s people agreed in an opinion map") % {
        "agree": claim.agreement,
        "count": claim.shown,
    }
