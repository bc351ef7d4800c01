"""Officials who sign in, and residents who take part."""

from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from lupaus.counties.models import County
from lupaus.people.states import ParticipantKind, Role
from lupaus.web.languages import LANGUAGES
from lupaus.web.public_ids import public_id_field


class UserManager(BaseUserManager["User"]):
    """Makes officials' accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An official or elected representative who signs in (virkahenkilö, luottamushenkilö)."""

    email = models.EmailField(unique=True)
    public_id = public_id_field()
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="fi", choices=[(code, code) for code in LANGUAGES])
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    _roles: dict[int, frozenset[str]]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def reference(self) -> str:
        """How the journal names this person: an opaque id, not a name."""
        return f"user:{self.public_id}"

    def roles_in(self, county: County) -> frozenset[str]:
        """This person's roles in the county; asked once, then remembered on the object."""
        if not hasattr(self, "_roles"):
            self._roles = {}
            for county_id, role in self.memberships.values_list("county_id", "role"):
                self._roles[county_id] = self._roles.get(county_id, frozenset()) | {role}
        return self._roles.get(county.pk, frozenset())

    def has_role(self, county: County, *roles: str) -> bool:
        """Whether the person has any of the roles; without roles named, whether any role at all."""
        own = self.roles_in(county)
        return bool(own & set(roles)) if roles else bool(own)


class Membership(models.Model):
    """A role (rooli) of a person in a county."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "county", "role"], name="a_role_is_held_once")]

    def __str__(self) -> str:
        return f"{self.user} / {self.get_role_display()}"


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class Participant(models.Model):
    """Someone who takes part (osallistuja), known only by a token unless they chose otherwise."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="participants")
    public_id = public_id_field()
    kind = models.CharField(max_length=10, choices=ParticipantKind, default=ParticipantKind.DEVICE)
    language = models.CharField(max_length=2, default="fi", choices=[(code, code) for code in LANGUAGES])
    email = models.EmailField(blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = ParticipantQuerySet.as_manager()

    @property
    def reference(self) -> str:
        return f"participant:{self.public_id}"


class Receipt(models.Model):
    """A receipt (kuitti): with its code anyone can see what became of one's own words.

    Only a keyed hash of the code is stored, so the database alone opens no receipt.
    """

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="receipts")
    participant = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="receipts"
    )
    digest = models.CharField(max_length=64, unique=True)
    given_at = models.DateTimeField()
