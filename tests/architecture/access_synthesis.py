"""Who may open the addresses of the synthesis, and what of the demo stands in them."""

from lupaus.desk.demo.stage import Stage
from lupaus.participation.models import Contribution, Party
from lupaus.synthesis.models import Coding, Conclusion, Theme
from tests.architecture.access_rows import (
    COORDINATORS,
    PREPARERS,
    Row,
    deed,
    deed_on_thing,
    desk,
    desk_thing,
)

SYNTHESIS: dict[str, Row] = {
    "synthesis:matrix": desk(),
    "synthesis:themes": desk(),
    "synthesis:coding": desk(),
    "synthesis:code_contribution": desk_thing(),
    "synthesis:set_aside": deed_on_thing(COORDINATORS),
    "synthesis:put_back": deed_on_thing(COORDINATORS),
    "synthesis:withdraw_coding": deed_on_thing(COORDINATORS),
    "synthesis:edit_theme": desk_thing(),
    "synthesis:remove_theme": deed_on_thing(COORDINATORS),
    "synthesis:conclude": desk(),
    "synthesis:edit_conclusion": desk_thing(),
    "synthesis:drop": deed_on_thing(COORDINATORS),
    "synthesis:replace": deed_on_thing(COORDINATORS),
    "synthesis:sign_off": deed_on_thing(PREPARERS),
    "synthesis:begin_synthesis": deed(COORDINATORS),
    "synthesis:sign_off_synthesis": deed(PREPARERS),
    "synthesis:reopen_synthesis": deed(PREPARERS),
}


def things_of_synthesis(story: Stage) -> dict[str, dict[str, object]]:
    words = Contribution.objects.filter(channel="text").order_by("pk")[0].public_id
    conclusion = Conclusion.objects.order_by("-pk")[0].public_id
    theme = Theme.objects.order_by("pk")[0].public_id
    return {
        **{
            f"synthesis:{name}": {"public_id": words}
            for name in ("code_contribution", "set_aside", "put_back")
        },
        **{f"synthesis:{name}": {"public_id": theme} for name in ("edit_theme", "remove_theme")},
        **{
            f"synthesis:{name}": {"public_id": conclusion}
            for name in ("edit_conclusion", "drop", "replace", "sign_off")
        },
        "synthesis:withdraw_coding": {"pk": Coding.objects.order_by("pk")[0].pk},
        "synthesis:conclude": {"party": Party.objects.order_by("pk")[0].key, "perspective": "quality"},
    }
