"""Versions: frozen so that they never change, revised as new drafts, adopted by the council."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.promise.actions.drafting import lock_draft
from lupaus.promise.models import Basis, Point, ServicePromise, Version, Wording
from lupaus.promise.queries.content import content_sha256
from lupaus.promise.queries.missing import missing
from lupaus.promise.queries.versions import draft_of, latest_version, version_with_content
from lupaus.promise.rules import DraftExists, TextIsMissing, VersionIsNotReady
from lupaus.promise.states import VERSION_MOVES, VersionState
from lupaus.web.access import require
from lupaus.web.content_forms import columns, language_words, missing_languages, written
from lupaus.web.states import move


@transaction.atomic
def freeze(version: Version, *, by: User, at: datetime | None = None) -> Version:
    """Make a draft final: from now on its words, points and basis stay as they are."""
    require(by, "promise.freeze", version)
    version = lock_draft(version, by=by)
    if lacking := missing(version):
        raise VersionIsNotReady(
            ngettext(
                "One thing is still missing from the draft.",
                "%(count)s things are still missing from the draft.",
                len(lacking),
            )
            % {"count": len(lacking)},
            [*lacking],
        )
    whole = version_with_content(Version.objects.filter(pk=version.pk)).get()
    version.content_sha256 = content_sha256(whole)
    version.frozen_at, version.frozen_by = at or timezone.now(), by
    move(version, VersionState.FROZEN, VERSION_MOVES, also=["content_sha256", "frozen_at", "frozen_by"])
    record("promise.frozen", version, by=by, at=at, content_sha256=version.content_sha256)
    return version


@transaction.atomic
def revise(
    promise: ServicePromise, *, reason: dict[str, str], by: User, at: datetime | None = None
) -> Version:
    """Begin the next draft from the newest version, and say in public why."""
    promise = ServicePromise.objects.select_for_update().get(pk=promise.pk)
    require(by, "promise.draft", promise)
    last = latest_version(promise)
    if last is None or draft_of(promise):
        raise DraftExists(_("A draft is open already. Go on with it, or freeze it first."))
    if lacking := missing_languages(reason, promise.county.required_languages):
        words = language_words()
        raise TextIsMissing(
            _("The reason is public. Write it %(languages)s too.")
            % {"languages": ", ".join(words[code] for code in lacking)}
        )
    if last.state == VersionState.FROZEN:
        move(last, VersionState.SUPERSEDED, VERSION_MOVES)
    version = Version.objects.create(
        promise=promise,
        number=last.number + 1,
        follows=last,
        started_at=at or timezone.now(),
        started_by=by,
        **columns("change_reason", reason),
        **columns("statement_of_intent", written(last, "statement_of_intent")),
        **columns("resident_principle", written(last, "resident_principle")),
        **columns("organiser_principle", written(last, "organiser_principle")),
    )
    whole = version_with_content(Version.objects.filter(pk=last.pk)).get()
    for wording in whole.wordings.all():
        copy_wording(wording, version)
    record("promise.revised", version, by=by, at=at)
    return version


def copy_wording(wording: Wording, version: Version) -> None:
    """The pledge's words, points and basis as they were, in the new draft."""
    copied = Wording.objects.create(
        version=version,
        pledge=wording.pledge,
        **columns("sentence", written(wording, "sentence")),
        **columns("plain", written(wording, "plain")),
    )
    for point in wording.points.all():
        Point.objects.create(wording=copied, order=point.order, **columns("text", written(point, "text")))
    for basis in wording.basis.all():
        Basis.objects.create(
            wording=copied,
            conclusion=basis.conclusion,
            goal=basis.goal,
            **columns("note", written(basis, "note")),
        )


@transaction.atomic
def adopt(version: Version, *, by: User, at: datetime | None = None) -> Version:
    """The council has approved a frozen version: it comes into force, and the one before it steps aside."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    require(by, "promise.adopt", version)
    for earlier in version.promise.versions.filter(state=VersionState.DECIDED).exclude(pk=version.pk):
        move(earlier, VersionState.SUPERSEDED, VERSION_MOVES)
        record("promise.superseded", earlier, by=by, at=at)
    move(version, VersionState.DECIDED, VERSION_MOVES)
    record("promise.adopted", version, by=by, at=at)
    return version
