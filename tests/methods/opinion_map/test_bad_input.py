"""Whatever is wrong with a file, the message names the place and the mend, and nothing is taken in."""

import io
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from lupaus.methods.opinion_map import BadVotes, FileTooLarge, FlippedSigns, TooManyClaims, build_votes
from lupaus.methods.opinion_map.errors import SENTENCES
from lupaus.methods.opinion_map.exchange import read_export, read_export_files
from tests.methods.opinion_map.conversations import OWN

COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
VOTES = "timestamp,datetime,comment-id,voter-id,vote\n"
PEOPLE = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2\n"
ONE = COMMENTS + "1767225600000,,1,0,1,0,1,Neuvola on auki illalla\n"


def refused(**files: str | bytes) -> BadVotes:
    """The error that importing these files gives; names are written with _ for the last dot."""
    given = {
        name.replace("__", "-").replace("_", "."): text.encode() if isinstance(text, str) else text
        for name, text in files.items()
    }
    with pytest.raises(BadVotes) as caught:
        read_export_files(given)
    return caught.value


def place(error: BadVotes) -> tuple[str, str | None, int | None, str | None]:
    return error.code, error.file, error.line, error.column


def test_a_missing_column() -> None:
    error = refused(votes_csv="timestamp,datetime,comment-id,vote\n1,,1,1\n")

    assert place(error) == ("missing_column", "votes.csv", 1, "voter-id")
    assert "“voter-id” is missing; add it" in str(error)


def test_the_columns_of_another_file() -> None:
    error = refused(votes_csv="name,answer\nMaija,yes\n")

    assert place(error) == ("wrong_columns", "votes.csv", 1, None)
    assert "found name, answer" in str(error)


def test_semicolons_between_columns() -> None:
    assert refused(votes_csv=VOTES.replace(",", ";")).code == "wrong_delimiter"


def test_a_row_that_is_too_long() -> None:
    error = refused(votes_csv=VOTES + "1,,1,1,1\n1,,1,2,1,1\n")

    assert place(error) == ("wrong_field_count", "votes.csv", 3, None)


def test_text_that_is_not_utf8() -> None:
    error = refused(comments_csv=ONE.encode() + "1,,2,0,0,0,1,Lähellä\n".encode("latin-1"), votes_csv=VOTES)

    assert place(error) == ("not_utf8", "comments.csv", 3, None)
    assert error.values == {"byte": len(ONE.encode()) + len("1,,2,0,0,0,1,L") + 1}


def test_a_duplicate_claim() -> None:
    error = refused(comments_csv=ONE + "1,,1,0,0,0,1,Toinen\n", votes_csv=VOTES)

    assert place(error) == ("duplicate_claim", "comments.csv", 3, "comment-id")
    assert error.values == {"claim": 1, "first_line": 2}


def test_a_claim_without_text() -> None:
    error = refused(comments_csv=COMMENTS + "1,,7,0,0,0,1,  \n", votes_csv=VOTES)

    assert place(error) == ("claim_without_text", "comments.csv", 2, "comment-body")


def test_a_claim_without_number() -> None:
    assert refused(comments_csv=COMMENTS + "1,,,0,0,0,1,Teksti\n", votes_csv=VOTES).code == "claim_without_id"


@pytest.mark.parametrize("vote", ["2", "", "yes", "1.5", "−1"])
def test_a_vote_of_another_value(vote: str) -> None:
    error = refused(comments_csv=ONE, votes_csv=VOTES + f"1,,1,1,1\n1,,1,2,{vote}\n")

    assert place(error) == ("bad_vote", "votes.csv", 3, "vote")
    assert error.values == {"value": vote}


def test_a_cell_of_another_value_names_its_claim() -> None:
    error = refused(participants__votes_csv=PEOPLE + "1,0,0,1,1,0,1,\n2,0,0,2,1,0,1,3\n")

    assert place(error) == ("bad_vote", "participants-votes.csv", 3, "2")


def test_a_claim_nobody_wrote() -> None:
    error = refused(comments_csv=ONE, votes_csv=VOTES + "1,,9,1,1\n")

    assert place(error) == ("unknown_claim", "votes.csv", 2, "comment-id")
    assert place(refused(comments_csv=ONE, participants__votes_csv=PEOPLE)) == (
        "unknown_claim",
        "participants-votes.csv",
        1,
        "2",
    )


def test_a_participant_nobody_knows() -> None:
    error = refused(votes_csv=VOTES + "1,,1,8,1\n", participants__votes_csv=PEOPLE + "1,0,0,1,1,0,1,\n")

    assert place(error) == ("unknown_participant", "votes.csv", 2, "voter-id")


@pytest.mark.parametrize("moment", ["yesterday", "", "-5", "nan", "1e300"])
def test_a_time_that_is_no_number(moment: str) -> None:
    error = refused(comments_csv=ONE, votes_csv=VOTES + f"{moment},,1,1,1\n")

    assert place(error) == ("bad_timestamp", "votes.csv", 2, "timestamp")


def test_a_count_that_is_no_number() -> None:
    error = refused(comments_csv=ONE.replace(",1,0,1,Neu", ",x,0,1,Neu"), votes_csv=VOTES)

    assert place(error) == ("bad_number", "comments.csv", 2, "agrees")


def test_a_strange_moderation_mark() -> None:
    error = refused(comments_csv=ONE.replace("1,0,1,Neu", "1,0,yes,Neu"), votes_csv=VOTES)

    assert place(error) == ("bad_moderation", "comments.csv", 2, "moderated")


def test_a_participant_given_twice() -> None:
    error = refused(participants__votes_csv=PEOPLE + "1,0,0,1,1,0,1,\n1,0,0,1,1,0,1,\n")

    assert place(error) == ("duplicate_participant", "participants-votes.csv", 3, "participant")


def test_an_empty_file() -> None:
    assert place(refused(votes_csv=" \n")) == ("empty_file", "votes.csv", None, None)


def test_no_votes_at_all() -> None:
    assert refused(comments_csv=ONE).code == "no_votes_file"


def test_a_stranger_and_two_of_a_kind() -> None:
    assert refused(photo_png=b"\x89PNG").code == "unknown_file"
    assert refused(votes_csv=VOTES, second__votes_csv=VOTES).code == "duplicate_file"


def test_an_open_quotation_mark() -> None:
    error = refused(comments_csv=COMMENTS + '1,,1,0,0,0,1,"Teksti\n', votes_csv=VOTES)

    assert place(error)[:3] == ("wrong_structure", "comments.csv", 2)


def test_raw_votes_are_refused_until_they_are_flipped() -> None:
    folder = OWN / "two-groups"
    comments, votes = (
        (folder / "comments.csv").read_bytes(),
        (folder / "votes.csv").read_text(encoding="utf-8"),
    )
    head, *rows = votes.splitlines()
    turned = [
        head,
        *(
            row[:-2] + ",1"
            if row.endswith(",-1")
            else row.removesuffix(",1") + ",-1"
            if row.endswith(",1")
            else row
            for row in rows
        ),
    ]
    raw = {"comments.csv": comments, "votes.csv": "\n".join(turned).replace(",,", ",").encode()}

    with pytest.raises(FlippedSigns) as caught:
        read_export_files(raw)
    flipped = read_export_files(raw, flip=True)

    assert place(caught.value) == ("flipped_signs", "votes.csv", None, "vote")
    assert flipped.votes.packed.tolist() == read_export(folder).votes.packed.tolist()


class Enormous(io.RawIOBase):
    """A file that says it has two gigabytes, and does not like to be read."""

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return 2_000_000_000 if whence == io.SEEK_END else offset

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("the file was read")


class Endless(io.RawIOBase):
    """A stream without an end that cannot say its size."""

    def __init__(self) -> None:
        self.asked = 0

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        self.asked += size
        return b"1" * size


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    sparse = tmp_path / "votes.csv"
    with sparse.open("wb") as file:
        file.truncate(2_000_000_000)

    for source in (sparse, cast(BinaryIO, Enormous())):
        with pytest.raises(FileTooLarge) as caught:
            read_export_files({"votes.csv": source})
        assert caught.value.values == {"limit_megabytes": 200}
        assert "larger than 200 MB; send a smaller one" in str(caught.value)


def test_a_stream_without_end_is_read_only_to_the_limit() -> None:
    stream = Endless()

    with pytest.raises(FileTooLarge):
        read_export_files({"votes.csv": cast(BinaryIO, stream)}, limit=1_000)

    assert stream.asked == 1_001
    with pytest.raises(FileTooLarge):
        read_export_files({"votes.csv": b"1" * 1_001}, limit=1_000)


def test_more_claims_than_can_be_numbered() -> None:
    many = range(16_384)

    with pytest.raises(TooManyClaims) as caught:
        build_votes([1] * len(many), list(many), [1] * len(many))

    assert caught.value.values == {"found": 16_384, "limit": 16_383}
    listed = COMMENTS + "".join(f"1,,{claim},0,0,0,1,Teksti\n" for claim in many)
    assert refused(comments_csv=listed, votes_csv=VOTES).code == "too_many_claims"


def test_votes_given_as_lists_are_checked_too() -> None:
    for bad in (lambda: build_votes([1], [1], [2]), lambda: build_votes([1, 2], [1], [1])):
        with pytest.raises(BadVotes):
            bad()
    with pytest.raises(BadVotes, match="not among the claims"):
        build_votes([1], [2], [1], claims=[1])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("{", "wrong_structure", 1),
        ("[\n {]", "not_json", 2),
        ("[1]", "wrong_structure", 1),
        (
            '[\n {"pid": 1, "tid": 1, "vote": 1, "modified": 1},\n {"pid": 1, "tid": 1, "vote": 3}]',
            "bad_vote",
            3,
        ),
        ('[{"tid": 1, "vote": 1}]', "participant_without_id", 1),
        ('[{"pid": 1, "vote": 1}]', "claim_without_id", 1),
        ('[{"pid": 1, "tid": 1, "vote": 1, "modified": "soon"}]', "bad_timestamp", 1),
        ('[{"pid": 1, "tid": 1, "vote": true}]', "bad_vote", 1),
    ],
)
def test_engine_votes_that_are_wrong(text: str, code: str, line: int) -> None:
    error = refused(votes_json=text)

    assert (error.code, error.file, error.line) == (code, "votes.json", line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[{"tid": 1, "txt": " "}]', "claim_without_text"),
        ('[{"tid": 1, "txt": "a"}, {"tid": 1, "txt": "b"}]', "duplicate_claim"),
        ('[{"tid": 1, "txt": "a", "mod": 5}]', "bad_moderation"),
    ],
)
def test_engine_claims_that_are_wrong(text: str, code: str) -> None:
    assert refused(comments_json=text, votes_json="[]").code == code


@pytest.mark.parametrize(
    "text", ["[]", "nothing", '{"base-clusters": 1}', '{"base-clusters": {"id": [1], "members": []}}']
)
def test_engine_results_that_are_wrong(text: str) -> None:
    assert refused(votes_json="[]", math__pca2_json=text).file == "math-pca2.json"


def test_every_sentence_can_be_said() -> None:
    values = {
        "missing": "vote", "expected": "a", "found": "b", "delimiter": ";", "byte": 1, "problem": "p", "claim": 1,
        "first_line": 2, "participant": 1, "value": "v", "limit_megabytes": 200, "limit": 3, "kind": "votes",
    }  # fmt: skip
    for code in SENTENCES:
        assert "{" not in BadVotes(code, values=values).sentence()
