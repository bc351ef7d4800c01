"""Who may open which address: one row for each. A new address needs a new row here."""

from lupaus.desk.demo.stage import Stage
from lupaus.people.models import Membership, User
from lupaus.people.states import Role
from tests.architecture.access_keeping import DECISION, IMPLEMENTATION, MONITORING, things_of_keeping
from tests.architecture.access_participation import OPINIONS, PARTICIPATION, things_of_participation
from tests.architecture.access_process import (
    FOUNDATIONS,
    PROCESS,
    things_of_foundations,
    things_of_process,
)
from tests.architecture.access_public import DESK, PROMISE, PUBLICATION, things_of_public
from tests.architecture.access_rows import (
    ADMIN,
    ALL,
    SIGNED_IN,
    Row,
    deed,
    deed_of_residents,
    deed_on_thing,
    desk,
    desk_thing,
    page,
)
from tests.architecture.access_synthesis import SYNTHESIS, things_of_synthesis

ACCOUNT = {
    "account_login": page(),
    "account_logout": page(status=302),
    "account_signup": page(status=403),
    "account_inactive": page(),
    "account_reset_password": page(),
    "account_reset_password_done": page(),
    "account_reset_password_from_key": page(),
    "account_reset_password_from_key_done": page(),
    "mfa_authenticate": page(status=302),
    "account_reauthenticate": Row(SIGNED_IN),
    "account_change_password": Row(SIGNED_IN),
    "account_set_password": Row(SIGNED_IN),
    "mfa_index": Row(SIGNED_IN),
    "mfa_reauthenticate": Row(SIGNED_IN),
    "mfa_activate_totp": Row(SIGNED_IN),
    "mfa_deactivate_totp": Row(SIGNED_IN),
    "mfa_view_recovery_codes": Row(SIGNED_IN),
    "mfa_generate_recovery_codes": Row(SIGNED_IN),
    "mfa_download_recovery_codes": Row(SIGNED_IN),
}

PEOPLE = {
    "people:my_data": page(),
    "people:my_data_file": page(status=302),
    "people:erase_my_data": deed_of_residents(),
    "people:members": desk(),
    "people:invite_member": desk(ADMIN),
    "people:own_account": desk(),
    "people:own_data_file": desk(),
    "people:invitation": desk_thing(ADMIN),
    "people:remove_role": deed_on_thing(ADMIN),
    "people:journal": desk(),
    "people:check_journal": deed(ALL),
    "people:county": desk(),
    "people:describe_county": desk(ADMIN),
    "people:add_part": desk(ADMIN),
    "people:edit_part": desk_thing(ADMIN),
    "people:move_part": deed_on_thing(ADMIN),
    "people:remove_part": deed_on_thing(ADMIN),
}

TABLE: dict[str, Row] = {
    **ACCOUNT,
    **PEOPLE,
    **FOUNDATIONS,
    **PROCESS,
    **PARTICIPATION,
    **OPINIONS,
    **SYNTHESIS,
    **PROMISE,
    **DECISION,
    **IMPLEMENTATION,
    **MONITORING,
    **DESK,
    **PUBLICATION,
}


def things_of(story: Stage) -> dict[str, dict[str, object]]:
    """What of the demo stands in each address that names a thing."""
    newcomer = User.objects.create_user(email="uusi@oma.example", name="Uusi")
    Membership.objects.create(user=newcomer, county=story.county, role=Role.VIEWER)
    area = {"kind": "areas", "public_id": story.county.areas.all()[0].public_id}
    return (
        things_of_foundations(story)
        | things_of_process(story)
        | things_of_synthesis(story)
        | things_of_keeping(story)
        | things_of_participation(story)
        | things_of_public(story)
        | {
            "account_reset_password_from_key": {"uidb36": "1", "key": "no-key"},
            "people:invitation": {"public_id": newcomer.public_id},
            "people:remove_role": {"public_id": newcomer.public_id, "role": "viewer"},
            "people:add_part": {"kind": "services"},
            "people:edit_part": area,
            "people:move_part": area,
            "people:remove_part": area,
        }
    )
