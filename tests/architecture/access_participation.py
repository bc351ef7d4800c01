"""Who may open the addresses of participation and opinion maps, and what of the demo stands in them."""

from lupaus.desk.demo.stage import Stage
from lupaus.opinions.actions import compute_map, stage_import
from lupaus.opinions.models import OpinionMap
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.states import Channel
from tests.architecture.access_rows import (
    COORDINATORS,
    MODERATORS,
    RESPONDERS,
    Row,
    deed,
    deed_of_residents,
    deed_on_thing,
    desk,
    desk_thing,
    page,
    page_of_thing,
)

WRITERS_DOWN = MODERATORS | RESPONDERS

PARTICIPATION: dict[str, Row] = {
    "participation:consultations": page(),
    "participation:consultation": page_of_thing(),
    "participation:contribute": page_of_thing(),
    "participation:officials_consultations": desk(),
    "participation:draft_consultation": desk(COORDINATORS),
    "participation:officials_consultation": desk_thing(),
    "participation:edit_consultation": desk_thing(COORDINATORS),
    "participation:open_consultation": deed_on_thing(COORDINATORS),
    "participation:close_consultation": desk_thing(COORDINATORS),
    "participation:withdraw_consultation": deed_on_thing(COORDINATORS),
    "participation:moderation": desk(),
    "participation:moderate": deed_on_thing(MODERATORS),
    "participation:publish_many": deed(MODERATORS),
    "participation:officials_contribution": desk_thing(),
    "participation:enter_from_paper": desk(WRITERS_DOWN),
    "participation:parties": desk(),
    "participation:add_party": desk(COORDINATORS),
    "participation:add_usual_parties": deed(COORDINATORS),
    "participation:edit_party": desk_thing(COORDINATORS),
    "participation:move_party": deed_on_thing(COORDINATORS),
}

OPINIONS: dict[str, Row] = {
    "opinions:vote": page_of_thing(),
    "opinions:my_answers": page_of_thing(),
    "opinions:propose_claim": page_of_thing(),
    "opinions:answer": deed_of_residents(),
    "opinions:report_claim": deed_of_residents(),
    "opinions:result": page_of_thing(),
    "opinions:officials_map": desk_thing(),
    "opinions:open_map": deed_on_thing(COORDINATORS),
    "opinions:seed_claim": desk_thing(MODERATORS),
    "opinions:edit_claim": desk_thing(MODERATORS),
    "opinions:import_conversation": desk_thing(COORDINATORS),
    "opinions:preview_import": desk_thing(COORDINATORS),
    "opinions:discard_import": deed_on_thing(COORDINATORS),
    "opinions:take_in_import": deed_on_thing(COORDINATORS),
    "opinions:compute_map": deed_on_thing(COORDINATORS),
    "opinions:publish_map": deed_on_thing(COORDINATORS),
    "opinions:map_run": desk_thing(),
    "opinions:run_file": desk_thing(COORDINATORS),
    "opinions:claims_file": desk_thing(),
    "opinions:name_group": desk_thing(COORDINATORS),
}
VOTES = b"timestamp,datetime,comment-id,voter-id,vote\n1600000010000,x,0,1,1\n"
COMMENTS = (
    b"timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    b"1600000000000,x,0,1,1,0,1,The bus.\n"
)


def things_of_participation(story: Stage) -> dict[str, dict[str, object]]:
    """The demo's open consultation, its map, a result and a party; and files laid ready beside them."""
    coordinator = story.people["coordinator"]
    today = {"opens_on": story.today, "closes_on": story.today}
    empty = Consultation.objects.create(
        county=story.county, channel=Channel.OPINION_MAP, title_fi="Uusi", **today
    )
    ready = OpinionMap.objects.create(consultation=empty)
    files = {"votes.csv": VOTES, "comments.csv": COMMENTS}
    stage_import(ready, files=files, language="fi", by=coordinator)
    drawn = OpinionMap.objects.filter(consultation__results__county=story.county)[0]
    compute_map(drawn, by=coordinator)
    text = {"public_id": Consultation.objects.filter(channel=Channel.TEXT, state="open")[0].public_id}
    mapped = {"public_id": drawn.consultation.public_id}
    result = {"public_id": drawn.consultation.results.all()[0].public_id}
    contribution = {"public_id": Contribution.objects.filter(county=story.county)[0].public_id}
    party = {"key": story.county.parties.all()[1].key}
    of_map = {name: mapped for name in OPINIONS if name != "opinions:result"}
    of_text = {name: text for name, row in PARTICIPATION.items() if row.is_a_countys_thing}
    return {
        **of_text,
        **of_map,
        "participation:officials_contribution": contribution,
        "participation:moderate": contribution,
        "participation:edit_party": party,
        "participation:move_party": party,
        "opinions:open_map": {"public_id": empty.public_id},
        "opinions:result": result,
        **{f"opinions:{deed}": {**mapped, "number": 1} for deed in ("answer", "report_claim")},
        "opinions:edit_claim": {**mapped, "number": drawn.claims.all()[0].number},
        "opinions:preview_import": {"public_id": empty.public_id},
        "opinions:discard_import": {"public_id": empty.public_id},
        "opinions:take_in_import": {"public_id": empty.public_id},
        "opinions:name_group": {**result, "group": 0},
    }
