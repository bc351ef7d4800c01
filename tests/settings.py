"""The product's settings, quick and quiet for tests; PostgreSQL when LUPAUS_DATABASE_URL names one."""

import os

os.environ.setdefault("LUPAUS_SECRET_KEY", "a key for tests only, never for anything else")
os.environ.setdefault("LUPAUS_DEVELOPMENT", "1")
os.environ.setdefault("LUPAUS_DEMO", "0")

from lupaus.settings import *  # noqa: F403
from lupaus.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
REQUIRE_TWO_FACTOR = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": None}
