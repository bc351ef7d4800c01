"""Set the ground: the county, its areas and services, and the officials who do the work."""

from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password

from lupaus.counties.actions import install_organiser, instrument
from lupaus.counties.models import Area, County, Municipality, Segment, Service
from lupaus.counties.states import CountyKind, LanguageStatus
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, in_languages, texts_of
from lupaus.people.actions import join
from lupaus.people.models import User

EXAMPLE = "99"
SET_ON = -426
# The example county's areas, from the most populous municipality of a real organiser to the rest of them.
BY_SIZE = ("centre", "coast", "valley")
THE_REST = {"fi": "Muut kunnat", "sv": "Övriga kommuner", "en": "Other municipalities"}


def set_county(code: str) -> County:
    """The invented example county, or one of the real organisers marked as a demo."""
    if code != EXAMPLE:
        return install_organiser(code, is_demo=True)
    county = chapter("county")["county"]
    return County.objects.create(
        code=EXAMPLE,
        kind=CountyKind.EXAMPLE,
        is_bilingual=county["bilingual"],
        is_in_use=True,
        is_demo=True,
        **in_languages("name", county["name"]),
        **instrument(CountyKind.COUNTY),
    )


def set_ground(stage: Stage) -> None:
    """Areas, segments and services of the county."""
    if stage.county.code == EXAMPLE:
        set_invented_areas(stage)
    else:
        set_real_areas(stage)
    for order, segment in enumerate(chapter("county")["segments"]):
        stage.segments[segment["key"]] = Segment.objects.create(
            county=stage.county, order=order, **in_languages("name", segment["name"])
        )
    for order, service in enumerate(chapter("county")["services"]):
        Service.objects.create(county=stage.county, order=order, **in_languages("name", service["name"]))


def set_invented_areas(stage: Stage) -> None:
    for order, area in enumerate(chapter("county")["areas"]):
        stage.areas[area["key"]] = made = Area.objects.create(
            county=stage.county, order=order, **in_languages("name", area["name"])
        )
        made.municipalities.set(
            Municipality.objects.create(
                county=stage.county,
                code=municipality["code"],
                language_status=LanguageStatus.BILINGUAL_FINNISH,
                **in_languages("name", municipality),
            )
            for municipality in area["municipalities"]
        )


def set_real_areas(stage: Stage) -> None:
    """The largest municipalities are areas of their own, the others one together; one alone is the only area."""
    by_size = list(stage.county.municipalities.order_by("-population", "name"))
    alone = by_size[: len(BY_SIZE)]
    groups: list[tuple[list[Municipality], dict[str, str]]] = [
        ([one], texts_of(one, "name")) for one in alone
    ]
    if rest := by_size[len(BY_SIZE) :]:
        groups.append((rest, THE_REST))
    made = []
    for order, (municipalities, names) in enumerate(groups):
        made.append(Area.objects.create(county=stage.county, order=order, **in_languages("name", names)))
        made[-1].municipalities.set(municipalities)
    for number, key in enumerate((*BY_SIZE, "inland")):
        stage.areas[key] = made[min(number, len(made) - 1)]


def seat_officials(stage: Stage) -> None:
    """One official in each role; in demo mode they all have the same known password."""
    # Hashing is slow on purpose, so it is done once; None gives a password nobody can use.
    password = make_password(settings.DEMO_PASSWORD if settings.DEMO else None)
    for official in chapter("people")["officials"]:
        user = User.objects.create_user(
            email=address_of(official),
            name=official["name"],
            title=official["title"]["fi"],
            language="sv" if official["key"] == "responder" else "fi",
        )
        user.password = password
        user.save(update_fields=["password"])
        join(stage.county, user=user, role=official["role"], by=None)
        stage.people[official["key"]] = user


def address_of(official: dict[str, Any]) -> str:
    """The official's e-mail, at a domain that can never exist."""
    plain = official["name"].lower().translate(str.maketrans("äöå ", "aoa."))
    return f"{plain}@example.invalid"
