"""The journal: events in a chain per county, with erasable contents beside them."""

from django.db import models

from lupaus.methods.hashchain import GENESIS, Json


class Chain(models.Model):
    """The newest link of a tenant's chain; locked while the next one is written."""

    tenant = models.CharField(max_length=20, unique=True)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default=GENESIS)


class Event(models.Model):
    """Something that happened (tapahtuma): what, to which thing, by whom and when. Never changed, never removed."""

    tenant = models.CharField(max_length=20)
    position = models.PositiveBigIntegerField()
    happened_at = models.DateTimeField()
    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    actor = models.CharField(max_length=60)
    commitment = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["tenant", "position"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "position"], name="event_position_is_taken_once")
        ]
        indexes = [models.Index(fields=["subject", "happened_at"], name="event_by_subject")]

    def body(self) -> dict[str, Json]:
        """What the hash of this event seals."""
        return {
            "tenant": self.tenant,
            "position": self.position,
            "happened_at": self.happened_at.isoformat(),
            "kind": self.kind,
            "subject": self.subject,
            "actor": self.actor,
            "commitment": self.commitment,
            "previous": self.previous,
        }


class EventDetail(models.Model):
    """What an event said beyond its name; can be erased without breaking the chain."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="detail")
    salt = models.CharField(max_length=32)
    body = models.JSONField(default=dict)
