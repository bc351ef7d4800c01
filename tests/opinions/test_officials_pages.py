"""Officials write claims, bring in conversations, compute, look, publish and name; wrong files are told by row."""

import io
import json
import random
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from pytest_django.fixtures import DjangoAssertNumQueries

from lupaus.methods.opinion_map.errors import SENTENCES as CODES
from lupaus.opinions.actions import compute_map, publish_map
from lupaus.opinions.forms import ImportForm
from lupaus.opinions.forms.bad_votes import SENTENCES
from lupaus.opinions.models import Claim, GroupName, MapRun, OpinionMap, StagedImport, Vote
from lupaus.participation.models import Consultation, Result
from lupaus.people.models import Participant, User
from tests.opinions.test_import import COMMENTS, VOTES

SignedIn = Callable[[User], Client]
MakeClaim = Callable[..., Claim]
AnswerAll = Callable[[list[Claim], list[list[int]]], list[Participant]]


def at(name: str, consultation: Consultation, *args: object) -> str:
    return reverse(f"opinions:{name}", args=[consultation.public_id, *args])


@pytest.fixture
def desk(signed_in: SignedIn, coordinator: User) -> Client:
    return signed_in(coordinator)


@pytest.fixture
def computed(
    make_claim: MakeClaim, answer_all: AnswerAll, opinion_map: OpinionMap, coordinator: User
) -> MapRun:
    dice = random.Random(7)
    claims = [make_claim() for _ in range(10)]
    sides = [1] * 40 + [-1] * 40
    answer_all(claims, [[side * (1 if dice.random() < 0.9 else -1) for _ in claims] for side in sides])
    return compute_map(opinion_map, by=coordinator)


def upload(**files: bytes) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name.replace("_csv", ".csv"), content) for name, content in files.items()]


def test_a_map_is_opened_and_claims_are_written_one_after_another(
    desk: Client, consultation: Consultation
) -> None:
    assert "Ei vielä karttaa" in desk.get(at("officials_map", consultation)).content.decode()
    desk.post(at("open_map", consultation))

    answer = desk.post(
        at("seed_claim", consultation), {"text_fi": "Jonot näkyviin.", "text_sv": "Visa köerna."}
    )

    assert answer.headers["Location"] == at("seed_claim", consultation)
    claim = Claim.objects.get()
    assert (claim.text_sv, claim.is_seed, claim.contribution.moderation) == (
        "Visa köerna.",
        True,
        "published",
    )
    assert "Jonot näkyviin." in desk.get(at("officials_map", consultation)).content.decode()


def test_a_seed_is_needed_in_both_languages_and_keeps_what_was_written(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation
) -> None:
    answer = desk.post(at("seed_claim", consultation), {"text_fi": "Jonot näkyviin."})

    assert 'value="Jonot näkyviin."' in answer.content.decode()
    assert not Claim.objects.exists()


def test_a_claim_is_translated_and_its_original_stays(
    desk: Client, claim: Claim, consultation: Consultation
) -> None:
    desk.post(at("edit_claim", consultation, 0), {"text_fi": "Muutettu", "text_sv": "Ny", "is_meta": "on"})

    claim.refresh_from_db()
    assert (claim.text_fi, claim.text_sv, claim.is_meta) == ("Puheluun pitää vastata.", "Ny", True)


def test_files_are_looked_through_before_they_are_taken_in(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation
) -> None:
    files = upload(comments_csv=COMMENTS, votes_csv=VOTES)

    answer = desk.post(at("import_conversation", consultation), {"export": files, "language": "en"})

    assert answer.headers["Location"] == at("preview_import", consultation)
    assert "Mitään ei ole vielä tuotu" in desk.get(at("preview_import", consultation)).content.decode()
    assert not Claim.objects.exists()
    desk.post(at("take_in_import", consultation))
    assert (Claim.objects.count(), Vote.objects.count()) == (4, 6)


def test_a_zip_is_as_good_as_loose_files(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation
) -> None:
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w") as archive:
        archive.writestr("export/comments.csv", COMMENTS)
        archive.writestr("export/votes.csv", VOTES)
        archive.writestr("__MACOSX/._votes.csv", b"x")
    file = SimpleUploadedFile("export.zip", packet.getvalue())

    desk.post(at("import_conversation", consultation), {"export": [file], "language": "en"})

    assert StagedImport.objects.get().file_names == "comments.csv, votes.csv"


def test_files_may_be_left_out_after_all(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation
) -> None:
    files = upload(comments_csv=COMMENTS, votes_csv=VOTES)
    desk.post(at("import_conversation", consultation), {"export": files, "language": "en"})

    desk.post(at("discard_import", consultation))

    assert not StagedImport.objects.exists()
    assert desk.get(at("preview_import", consultation)).status_code == 404


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"comments_csv": COMMENTS, "votes_csv": VOTES.replace(b"comment-id", b"claim")},
            "votes.csv, rivi 1",
        ),
        (
            {"comments_csv": COMMENTS, "votes_csv": VOTES.replace(b",2,-1", b",2,5", 1)},
            "votes.csv, rivi 3, sarake vote: Ääni ”5” ei ole 1",
        ),
        (
            {"comments_csv": COMMENTS.replace(b",1,1,1,1,0,", b",0,1,1,1,0,"), "votes_csv": VOTES},
            "comments.csv, rivi 3, sarake comment-id: Väittämä 0 on kahdesti, ensin rivillä 2",
        ),
        (
            {"comments_csv": COMMENTS.replace(b"Longer hours.", b" "), "votes_csv": VOTES},
            "comments.csv, rivi 3, sarake comment-body: Väittämällä 1 ei ole tekstiä",
        ),
        (
            {"comments_csv": COMMENTS.replace(b"Rude", b"\xff\xfe"), "votes_csv": VOTES},
            "Tallenna tiedosto UTF-8-muodossa",
        ),
        ({"comments_csv": COMMENTS}, "Ääniä ei löytynyt"),
        ({"loma.jpg": b"x"}, "loma.jpg: Tiedosto ei kuulu keskustelun vientiin"),
    ],
)
def test_a_wrong_file_is_told_by_file_row_and_mend_and_nothing_comes_in(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation, files: dict[str, bytes], said: str
) -> None:
    answer = desk.post(at("import_conversation", consultation), {"export": upload(**files), "language": "en"})

    assert said in answer.content.decode().replace("&quot;", '"')
    assert not StagedImport.objects.exists()
    assert not Claim.objects.exists()


def test_turned_signs_are_offered_to_be_turned_back(
    desk: Client, opinion_map: OpinionMap, consultation: Consultation
) -> None:
    turned = VOTES.replace(b",1\n", b",x\n").replace(b",-1\n", b",1\n").replace(b",x\n", b",-1\n")
    address = at("import_conversation", consultation)

    told = desk.post(address, {"export": upload(comments_csv=COMMENTS, votes_csv=turned), "language": "en"})
    assert "Valitse ”Käännä etumerkit”" in told.content.decode()

    sent = {"export": upload(comments_csv=COMMENTS, votes_csv=turned), "language": "en", "flip": "on"}
    assert desk.post(address, sent).status_code == 302


class TwoGigabytes(SimpleUploadedFile):
    """A file that says how large it is and fails when somebody reads it."""

    def __init__(self) -> None:
        super().__init__("votes.csv", b"x")
        self.size = 2 * 1024**3

    def read(self, *args: object) -> bytes:
        raise AssertionError("The file was read before its size was looked at.")


def test_a_file_of_two_gigabytes_is_refused_unread() -> None:
    form = ImportForm({"language": "fi"}, MultiValueDict({"export": [TwoGigabytes()]}))

    assert not form.is_valid()
    assert "votes.csv: Tiedosto on suurempi kuin 104 Mt" in form.errors["export"][0]


def test_everything_that_can_be_wrong_is_said_in_three_languages() -> None:
    assert set(SENTENCES) == set(CODES)
    for code, sentence in SENTENCES.items():
        said = set()
        for language in ("fi", "sv", "en"):
            with translation.override(language):
                said.add(str(sentence))
        assert len(said) == 3, code


def test_the_whole_map_is_on_one_page_for_officials(
    desk: Client, computed: MapRun, consultation: Consultation
) -> None:
    shown = desk.get(at("map_run", consultation)).content.decode()

    assert "Kaikki väittämät, näytöt ja vaihteluvälit" in shown
    assert "Miten pysyvä kukin ryhmien määrä on" in shown
    assert "%–" in shown


def test_publishing_leads_to_the_public_page_and_groups_can_be_named(
    desk: Client, computed: MapRun, consultation: Consultation
) -> None:
    answer = desk.post(at("publish_map", consultation))

    result = Result.objects.get()
    assert answer.headers["Location"] == reverse("opinions:result", args=[result.public_id])
    naming = reverse("opinions:name_group", args=[result.public_id, 0])
    form = desk.get(naming).context["form"]
    number = form.fields["claim_numbers"].choices[0][0]
    desk.post(naming, {"name_fi": "Nopeasti", "name_sv": "Snabbt", "claim_numbers": [number]})
    assert GroupName.objects.get().claim_numbers == [number]


def test_a_name_without_claims_is_asked_for_them(
    desk: Client, computed: MapRun, opinion_map: OpinionMap, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    answer = desk.post(
        reverse("opinions:name_group", args=[result.public_id, 0]),
        {"name_fi": "Nopeasti", "name_sv": "Snabbt"},
    )

    assert "Valitse ainakin yksi väittämä" in answer.content.decode()
    assert not GroupName.objects.exists()


def test_a_group_that_is_not_there_is_not_found(
    desk: Client, computed: MapRun, opinion_map: OpinionMap, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    assert desk.get(reverse("opinions:name_group", args=[result.public_id, 7])).status_code == 404


def test_everyones_group_is_for_the_organiser_only(
    desk: Client, computed: MapRun, consultation: Consultation, moderator: User, signed_in: SignedIn
) -> None:
    file = json.loads(desk.get(at("run_file", consultation)).content)

    assert len(file["membership"]) == 80
    assert signed_in(moderator).get(at("run_file", consultation)).status_code == 403
    assert Client().get(at("run_file", consultation)).status_code == 302


def test_claims_as_a_table_run_no_formulas(
    desk: Client,
    make_claim: MakeClaim,
    opinion_map: OpinionMap,
    consultation: Consultation,
    coordinator: User,
) -> None:
    make_claim("=SUM(A1)")
    compute_map(opinion_map, by=coordinator)

    rows = desk.get(at("claims_file", consultation)).content.decode().splitlines()

    assert rows[0].startswith("id,agrees,disagrees,passes,shown")
    assert "'=SUM(A1)" in rows[1]


def test_only_the_newest_unpublished_computation_is_kept(
    computed: MapRun, opinion_map: OpinionMap, coordinator: User
) -> None:
    newer = compute_map(opinion_map, by=coordinator)

    assert list(MapRun.objects.all()) == [newer]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_maps_pages_ask_the_same_however_many_claims(
    desk: Client,
    make_claim: MakeClaim,
    opinion_map: OpinionMap,
    consultation: Consultation,
    coordinator: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    for _ in range(rows):
        make_claim()
    compute_map(opinion_map, by=coordinator)

    with django_assert_max_num_queries(12):
        desk.get(at("officials_map", consultation))
    with django_assert_max_num_queries(11):
        desk.get(at("map_run", consultation))
