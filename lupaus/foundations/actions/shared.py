"""Bring the foundations that all counties share up to date with the house's files."""

from django.db import transaction

from lupaus.foundations.models import LegalFloor, LegalReference, NationalObjective
from lupaus.foundations.queries.content import (
    finlex_address,
    law_content,
    legal_floor_content,
    national_objective_content,
)

LANGUAGES = ("fi", "sv", "en")


def in_columns(field: str, texts: dict[str, str]) -> dict[str, str]:
    return {f"{field}_{language}": texts[language] for language in LANGUAGES}


@transaction.atomic
def renew_shared() -> None:
    """Write national objectives, legal references and legal floors from the files; safe to repeat."""
    _renew_laws()
    _renew_objectives()
    _renew_floors()


def _renew_laws() -> None:
    law = law_content()
    for reference in law["references"]:
        act = reference["act"]
        LegalReference.objects.update_or_create(
            code=reference["code"],
            defaults={
                "act": act,
                "section": reference["section"],
                "read_on": law["read_on"],
                **in_columns("act_name", law["acts"][act]),
                **in_columns("says", reference["says"]),
                **{f"address_{language}": finlex_address(act, language) for language in LANGUAGES},
            },
        )


def _renew_objectives() -> None:
    content = national_objective_content()
    act = "272/2025"
    names = {language: f"{name} ({act})" for language, name in law_content()["acts"][act].items()}
    for objective in content["objectives"]:
        NationalObjective.objects.update_or_create(
            code=objective["key"],
            defaults={
                "valid_from": content["valid_from"].year,
                "valid_to": content["valid_to"].year,
                **in_columns("text", objective),
                **in_columns("source", names),
            },
        )


def _renew_floors() -> None:
    content = legal_floor_content()
    for floor in content["floors"]:
        service, limit = content["services"][floor["service"]], content["limits"][floor["limit"]]
        LegalFloor.objects.update_or_create(
            service_name_fi=service["fi"],
            valid_from=floor["valid_from"],
            act=floor["act"],
            defaults={
                "valid_to": floor["valid_to"],
                **in_columns("service_name", service),
                **in_columns("limit", limit),
            },
        )
