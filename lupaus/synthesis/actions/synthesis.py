"""The synthesis as a whole: begun, signed off, opened again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.synthesis.models import Conclusion, Synthesis
from lupaus.synthesis.rules import NotReadyToSignOff, SynthesisIsSignedOff, TextIsMissing
from lupaus.synthesis.states import SYNTHESIS_MOVES, SynthesisState
from lupaus.web.access import require
from lupaus.web.states import move


@transaction.atomic
def begin(process: Process, *, by: User, at: datetime | None = None) -> Synthesis:
    """Begin the synthesis of a process; asked again, the same synthesis."""
    require(by, "synthesis.code", process)
    synthesis, is_new = Synthesis.objects.get_or_create(process=process)
    if is_new:
        record("synthesis.begun", synthesis, by=by, at=at)
    return synthesis


@transaction.atomic
def sign_off_synthesis(synthesis: Synthesis, *, by: User, at: datetime | None = None) -> Synthesis:
    """Say that the synthesis is done: every conclusion in it has been signed off."""
    synthesis = Synthesis.objects.select_for_update().get(pk=synthesis.pk)
    require(by, "synthesis.sign_off", synthesis)
    conclusions = Conclusion.objects.filter(synthesis=synthesis)
    signed_off = conclusions.signed_off().count()
    if drafts := conclusions.count() - signed_off:
        raise NotReadyToSignOff(
            _("%(count)s conclusions are still drafts. Sign them off or remove them first.")
            % {"count": drafts}
        )
    if not signed_off:
        raise NotReadyToSignOff(_("There is no conclusion yet. Write at least one and sign it off first."))
    synthesis.signed_off_at, synthesis.signed_off_by = at or timezone.now(), by
    move(synthesis, SynthesisState.SIGNED_OFF, SYNTHESIS_MOVES, also=["signed_off_at", "signed_off_by"])
    record("synthesis.synthesis_signed_off", synthesis, by=by, at=at)
    return synthesis


@transaction.atomic
def reopen_synthesis(synthesis: Synthesis, *, reason: str, by: User, at: datetime | None = None) -> Synthesis:
    """Open a finished synthesis again, because something must still be added."""
    synthesis = Synthesis.objects.select_for_update().get(pk=synthesis.pk)
    require(by, "synthesis.sign_off", synthesis)
    if not reason.strip():
        raise TextIsMissing(_("Write why the synthesis is opened again."))
    synthesis.signed_off_at, synthesis.signed_off_by = None, None
    synthesis.reopened_because = reason.strip()
    move(
        synthesis,
        SynthesisState.OPEN,
        SYNTHESIS_MOVES,
        also=["signed_off_at", "signed_off_by", "reopened_because"],
    )
    record("synthesis.synthesis_reopened", synthesis, by=by, at=at, reason=synthesis.reopened_because)
    return synthesis


def demand_open(synthesis: Synthesis) -> None:
    """Stop a change to a synthesis that has been signed off."""
    if not Synthesis.objects.filter(pk=synthesis.pk, state=SynthesisState.OPEN).exists():
        raise SynthesisIsSignedOff(
            _("The synthesis has been signed off. Open it again on the synthesis page to go on.")
        )
