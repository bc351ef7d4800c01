"""The product's settings, quick and quiet for tests; PostgreSQL when LUPAUS_DATABASE_URL names one."""

import os
import tempfile
import zlib
from pathlib import Path

os.environ.setdefault("LUPAUS_SECRET_KEY", "a key for tests only, never for anything else")
os.environ.setdefault("LUPAUS_DEVELOPMENT", "1")
os.environ.setdefault("LUPAUS_DEMO", "0")

from lupaus.settings import *  # noqa: F403
from lupaus.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
REQUIRE_TWO_FACTOR = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# A name of this checkout's own, so that several may be tested on one machine at a time. SQLite gets a file, because
# the browser's server answers from other threads.
HOUSE = zlib.crc32(str(Path(__file__).resolve()).encode())
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    MEMORY = Path("/dev/shm")
    PLACE = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    DATABASES["default"]["TEST"] = {"NAME": str(PLACE / f"lupaus-test-{HOUSE:x}-{os.getpid()}.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_lupaus_{HOUSE:x}"}
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
# The browser's driver keeps an event loop running in the tests' own thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
