"""A published result as people read it: sentences, bars and tables made once, in the page's language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_percent
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.methods.charts import BarLabels, coverage_bar, stacked_bar
from lupaus.opinions.forms.answers import ANSWER_WORDS
from lupaus.opinions.models import GroupName
from lupaus.web.languages import LANGUAGES, Shown, in_language

HEADLINE = 10
LISTED = 5
MOST = 0.5
UNSURE = 0.15
SPLIT = 0.25
LETTERS = "ABCDE"
SORTS = ("ground", "agrees", "disagrees", "passes", "number")


@dataclass(frozen=True)
class Row:
    """The answers of everybody or of one group to one claim; None where so few that they are not shown."""

    name: str
    agrees: int | None
    passes: int | None
    disagrees: int | None
    shown: int | None
    at_least: Mapping[str, int]

    @property
    def is_whole(self) -> bool:
        return None not in (self.agrees, self.passes, self.disagrees, self.shown)

    def share(self, count: int | None) -> str:
        return percent(count / self.shown) if count is not None and self.shown else ""

    @property
    def agree_share(self) -> str:
        return self.share(self.agrees)

    @property
    def pass_share(self) -> str:
        return self.share(self.passes)

    @property
    def disagree_share(self) -> str:
        return self.share(self.disagrees)


@dataclass(frozen=True)
class ReadClaim:
    """One claim of the result: its words, everybody's answers and the groups', and what is said of it."""

    number: int
    text: Shown
    original: str
    total: Row
    groups: tuple[Row, ...]
    sentence: str
    own_answer: str
    picture: SafeString

    @property
    def is_translated(self) -> bool:
        return self.text.language != self.original


@dataclass(frozen=True)
class ReadGroup:
    """An opinion group: the name people gave it, its size, and the claims it stands out on."""

    letter: str
    name: str
    because: str
    size: int | None
    claims: tuple[ReadClaim, ...]


class Reading:
    """Everything a result page shows, from the result's own body and nothing else."""

    def __init__(
        self,
        body: Mapping[str, Any],
        *,
        names: Iterable[GroupName] = (),
        own: Mapping[int, int] | None = None,
    ) -> None:
        self.map: Mapping[str, Any] = body.get("opinion_map") or {}
        self._texts = {each["number"]: each for each in body.get("claims") or []}
        self._entries = [each for each in self.map.get("claims") or [] if each["id"] in self._texts]
        self._names = {named.group: named for named in names}
        self._own = own or {}

    @property
    def is_ready(self) -> bool:
        return bool(self.map)

    @property
    def has_own(self) -> bool:
        """Whether the reader has answered any of these claims on this device."""
        return bool(self._own)

    @property
    def has_groups(self) -> bool:
        return self.map.get("verdict") == "groups"

    @property
    def verdict_sentence(self) -> str:
        """Why there are no groups, said plainly."""
        if self.map.get("verdict") == "too_few":
            return _(
                "Too few people have answered enough claims for opinion groups. "
                "We look for groups only when at least 50 people have."
            )
        return _(
            "We looked for groups of people who think alike, and found none that would hold. "
            "Opinions do not divide into clear camps."
        )

    def common_ground(self) -> list[ReadClaim]:
        word = (
            _("In every group at least %(share)s agree.")
            if self.has_groups
            else _("At least %(share)s agree.")
        )
        return self._first("common_ground", "ground", word, least=MOST, most=HEADLINE)

    def common_rejection(self) -> list[ReadClaim]:
        word = (
            _("In every group at least %(share)s disagree.")
            if self.has_groups
            else _("At least %(share)s disagree.")
        )
        return self._first("common_rejection", "rejection", word, least=MOST)

    def uncertainty(self) -> list[ReadClaim]:
        word = (
            _("At least %(share)s passed in every group.")
            if self.has_groups
            else _("At least %(share)s passed.")
        )
        return self._first("common_uncertainty", "uncertainty", word, least=UNSURE)

    def split(self) -> list[ReadClaim]:
        word = _("At least %(share)s stand on each side.")
        return self._first("split", "split", word, least=SPLIT)

    def differences(self) -> list[ReadClaim]:
        """The claims on which two groups surely differ, the widest difference first."""
        found = [each for each in self._entries if self.has_groups and each["divisive"]]
        found.sort(key=lambda each: (-each["divisive"]["difference"], each["id"]))
        return [self._read(each, "difference", self._difference_sentence(each)) for each in found[:LISTED]]

    def groups(self) -> list[ReadGroup]:
        listed = self.map.get("groups") or []
        return [self._group(each) for each in listed] if self.has_groups else []

    def all_claims(self, sort: str) -> list[ReadClaim]:
        keys: dict[str, Callable[[Mapping[str, Any]], tuple[float, int]]] = {
            "ground": lambda each: (-(each["common_ground"] or -1), each["id"]),
            "number": lambda each: (0, each["id"]),
        }
        for column in ("agrees", "disagrees", "passes"):
            keys[column] = lambda each, column=column: (-_share_of(each, column), each["id"])  # type: ignore[misc]
        return [self._read(each, "", "") for each in sorted(self._entries, key=keys[sort])]

    def represents(self) -> str:
        """The certificate for the claims shown first, in one sentence; empty when it cannot be given."""
        check = self.map.get("slate_check") or {}
        levels = [each for each in check.get("agree_with_at_least") or [] if each["share"] is not None]
        half = [each for each in levels if each["claims"] == (len(check["claims"]) + 1) // 2]
        if not check.get("represents") or not half:
            return ""
        return _(
            "%(share)s of those in the groups agree with at least %(claims)s of the %(all)s claims shown first."
        ) % {
            "share": percent(half[0]["share"]),
            "claims": half[0]["claims"],
            "all": len(check["claims"]),
        }

    def _first(
        self, score: str, place: str, sentence: str, *, least: float, most: int = LISTED
    ) -> list[ReadClaim]:
        found = [each for each in self._entries if each[score] is not None and each[score] >= least]
        found.sort(key=lambda each: (-each[score], each["id"]))
        return [
            self._read(each, place, sentence % {"share": percent(each[score], down=True)})
            for each in found[:most]
        ]

    def _difference_sentence(self, entry: Mapping[str, Any]) -> str:
        more, less = (entry["groups"][group] for group in entry["divisive"]["groups"])
        return _("%(more)s: %(high)s agree. %(less)s: %(low)s agree.") % {
            "more": self._name(more["group"]),
            "high": percent(more["agrees"] / more["shown"]),
            "less": self._name(less["group"]),
            "low": percent(less["agrees"] / less["shown"]),
        }

    def _group(self, group: Mapping[str, Any]) -> ReadGroup:
        place = int(group["group"])
        named = self._names.get(place)
        standing = [
            (one, each)
            for each in self._entries
            for one in each["representative_of"]
            if one["group"] == place
        ]
        standing.sort(key=lambda pair: (-(pair[0]["z"] or 0), pair[1]["id"]))
        words = {
            "agree": _("Agrees more often than the others."),
            "disagree": _("Disagrees more often than the others."),
        }
        return ReadGroup(
            letter=LETTERS[place],
            name=self._name(place),
            because=_in_page_language(named, "because"),
            size=group["size"],
            claims=tuple(
                self._read(each, f"group-{place}", words[one["answer"]]) for one, each in standing[:5]
            ),
        )

    def _name(self, group: int) -> str:
        given = _in_page_language(self._names.get(group), "name")
        letter = _("Group %(letter)s") % {"letter": LETTERS[group]}
        return f"{letter}: {given}" if given else letter

    def _read(self, entry: Mapping[str, Any], place: str, sentence: str) -> ReadClaim:
        text = self._texts[entry["id"]]
        words = _shown(text["text"])
        total = _row(_("All"), entry)
        own = self._own.get(entry["id"])
        return ReadClaim(
            number=int(entry["id"]),
            text=words,
            original=str(text["language"]),
            total=total,
            groups=tuple(_row(self._name(each["group"]), each) for each in entry["groups"]),
            sentence=sentence,
            own_answer="" if own is None else str(ANSWER_WORDS[own]),
            picture=_picture(total, words.text, f"{place}-{entry['id']}") if place else SafeString(""),
        )


def percent(share: float, *, down: bool = False) -> str:
    """A share as the language writes it; "at least" is never rounded up."""
    whole = int(share * 100) / 100 if down else round(share, 2)
    return format_percent(whole, locale=_language())


def _picture(row: Row, claim: str, name: str) -> SafeString:
    """Everybody's answers as one bar; where some are so few that they are hidden, only the largest part."""
    if not row.shown:
        return SafeString("")
    if not row.is_whole:
        return _largest_part(row, claim, name)
    labels = BarLabels(
        title=claim,
        description=_(
            "%(agree)s agree, %(passed)s pass and %(disagree)s disagree, of %(shown)s who answered."
        )
        % {"agree": row.agrees, "passed": row.passes, "disagree": row.disagrees, "shown": row.shown},
        agree=_("agree %(share)s") % {"share": row.agree_share},
        passed=_("pass %(share)s") % {"share": row.pass_share},
        disagree=_("disagree %(share)s") % {"share": row.disagree_share},
    )
    return mark_safe(stacked_bar(row.agrees or 0, row.passes or 0, row.disagrees or 0, labels, name=name))


def _largest_part(row: Row, claim: str, name: str) -> SafeString:
    words = {
        "agrees": _("agree at least %(share)s"),
        "disagrees": _("disagree at least %(share)s"),
        "passes": _("pass at least %(share)s"),
    }
    counts = {"agrees": row.agrees, "disagrees": row.disagrees, "passes": row.passes}
    known = {column: count or row.at_least.get(column, 0) for column, count in counts.items()}
    column, count = max(known.items(), key=lambda pair: pair[1])
    if not count or not row.shown:
        return SafeString("")
    label = words[column] % {"share": percent(count / row.shown, down=True)}
    drawn = coverage_bar(
        count,
        row.shown,
        title=claim,
        description=_("%(label)s, of %(shown)s who answered. The other answers are few.")
        % {"label": label, "shown": row.shown},
        label=label,
        name=name,
    )
    return mark_safe(drawn)


def _row(name: str, counts: Mapping[str, Any]) -> Row:
    return Row(
        name,
        counts["agrees"],
        counts["passes"],
        counts["disagrees"],
        counts["shown"],
        counts.get("at_least") or {},
    )


def _share_of(entry: Mapping[str, Any], column: str) -> float:
    count, shown = entry[column], entry["shown"]
    return count / shown if count is not None and shown else -1.0


def _shown(texts: Mapping[str, str]) -> Shown:
    wanted = _language()
    order: Sequence[str] = (wanted, *LANGUAGES)
    language = next((code for code in order if texts.get(code)), wanted)
    return Shown(texts.get(language, ""), language, language != wanted)


def _in_page_language(named: GroupName | None, field: str) -> str:
    if named is None:
        return ""
    return next((text for code in (_language(), *LANGUAGES) if (text := in_language(named, field, code))), "")


def _language() -> str:
    return (get_language() or "fi")[:2]
