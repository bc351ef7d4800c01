"""The parties whose voice is heard as their own are added, renamed and put in order."""

from collections.abc import Mapping

from django.db import transaction

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.participation.models import Party
from lupaus.participation.queries import usual_parties
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns, missing_languages
from lupaus.web.public_ids import new_public_id


class NameMissing(Exception):
    """A party needs its name in the county's languages."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(", ".join(languages))
        self.languages = languages


@transaction.atomic
def add_party(
    county: County,
    *,
    name: Mapping[str, str],
    by: User,
    description: Mapping[str, str] | None = None,
    is_offered_to_residents: bool = True,
    key: str = "",
) -> Party:
    """A new party (taho), last in order."""
    require(by, "participation.manage_parties", county)
    if lacking := missing_languages(name, county.required_languages):
        raise NameMissing(lacking)
    last = Party.objects.of(county).order_by("-order").values_list("order", flat=True).first()
    party = Party.objects.create(
        county=county,
        key=key or new_public_id(),
        order=0 if last is None else last + 1,
        is_offered_to_residents=is_offered_to_residents,
        **columns("name", name),
        **columns("description", description),
    )
    record("participation.party_added", party, by=by)
    return party


@transaction.atomic
def add_usual_parties(county: County, *, by: User) -> list[Party]:
    """Begin the county's list with the parties that are usually heard; those already there are left alone."""
    require(by, "participation.manage_parties", county)
    present = set(Party.objects.of(county).values_list("key", flat=True))
    return [
        add_party(county, key=key, name=name, by=by)
        for key, name in usual_parties().items()
        if key not in present
    ]


@transaction.atomic
def edit_party(
    party: Party,
    *,
    name: Mapping[str, str],
    description: Mapping[str, str],
    is_offered_to_residents: bool,
    by: User,
) -> Party:
    """Rename or describe a party anew; what it has said stays its own."""
    require(by, "participation.manage_parties", party)
    if lacking := missing_languages(name, party.county.required_languages):
        raise NameMissing(lacking)
    texts = {**columns("name", name), **columns("description", description)}
    for field, text in texts.items():
        setattr(party, field, text)
    party.is_offered_to_residents = is_offered_to_residents
    party.save(update_fields=["name", "description", "is_offered_to_residents", *texts])
    record("participation.party_edited", party, by=by)
    return party


@transaction.atomic
def move_party(party: Party, *, up: bool, by: User) -> None:
    """Put a party one place earlier or later in every list."""
    require(by, "participation.manage_parties", party)
    parties = list(Party.objects.of(party.county).select_for_update())
    place = next(index for index, each in enumerate(parties) if each.pk == party.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(parties):
        return
    parties[place], parties[other] = parties[other], parties[place]
    for order, each in enumerate(parties):
        each.order = order
    Party.objects.bulk_update(parties, ["order"])
    record("participation.party_moved", party, by=by)
