"""A text is published or hidden with a reason, and never deleted."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lupaus.journal.models import Event
from lupaus.participation.actions import ReasonMissing, moderate
from lupaus.participation.models import Contribution
from lupaus.participation.queries import moderation_reasons
from lupaus.people.models import User
from lupaus.web.states import MoveRefused

REASON = {"fi": "Tekstissä on nimi.", "sv": "Texten har ett namn.", "en": ""}
Say = Callable[..., Contribution]


def test_a_waiting_text_is_published(say: Say, moderator: User) -> None:
    text = say(moderation="waiting")

    moderate(text, to="published", reason=None, by=moderator)

    text.refresh_from_db()
    assert (text.moderation, text.moderated_by) == ("published", moderator)
    assert Event.objects.get().kind == "participation.contribution_published"


def test_a_text_is_hidden_with_a_reason_and_stays_stored(say: Say, moderator: User) -> None:
    text = say("Matti Meikäläinen sanoi", moderation="waiting")

    moderate(text, to="hidden", reason=REASON, by=moderator)

    text.refresh_from_db()
    assert (text.moderation, text.text) == ("hidden", "Matti Meikäläinen sanoi")
    assert (text.moderation_reason_fi, text.moderation_reason_sv) == (REASON["fi"], REASON["sv"])
    assert Event.objects.get().kind == "participation.contribution_hidden"


@pytest.mark.parametrize("reason", [None, {}, {"fi": "Vain suomeksi."}, {"fi": " ", "sv": "På svenska."}])
def test_nothing_is_hidden_without_a_reason_in_the_countys_languages(
    say: Say, moderator: User, reason: dict[str, str] | None
) -> None:
    text = say(moderation="waiting")

    with pytest.raises(ReasonMissing):
        moderate(text, to="hidden", reason=reason, by=moderator)

    assert Contribution.objects.get().moderation == "waiting"
    assert not Event.objects.exists()


def test_a_hidden_text_may_come_back_without_its_old_reason(say: Say, moderator: User) -> None:
    text = moderate(say(moderation="waiting"), to="hidden", reason=REASON, by=moderator)

    moderate(text, to="published", reason=None, by=moderator)

    text.refresh_from_db()
    assert (text.moderation, text.moderation_reason_fi) == ("published", "")


def test_a_published_text_is_not_published_again(say: Say, moderator: User) -> None:
    with pytest.raises(MoveRefused):
        moderate(say(), to="published", reason=None, by=moderator)


def test_a_responder_may_not_moderate(say: Say, responder: User) -> None:
    with pytest.raises(PermissionDenied):
        moderate(say(moderation="waiting"), to="published", reason=None, by=responder)


def test_the_database_too_refuses_a_hidden_text_without_a_reason(say: Say) -> None:
    text = say()

    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.filter(pk=text.pk).update(moderation="hidden")


def test_every_ready_made_reason_is_written_in_three_languages() -> None:
    reasons = moderation_reasons()

    assert len(reasons) == 6
    assert all(0 < len(text) <= 300 for words in reasons.values() for text in words.values())
