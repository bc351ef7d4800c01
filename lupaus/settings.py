"""Every setting in one place: safe for production by default, `LUPAUS_*` from the environment."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils.translation import gettext_lazy as _


def switched_on(name: str, otherwise: bool = False) -> bool:
    return os.environ.get(name, "1" if otherwise else "0").lower() in ("1", "true", "yes")


BASE = Path(__file__).resolve().parent.parent
# Where the database, uploads and the development key live.
VAR = Path(os.environ.get("LUPAUS_VAR", BASE / "var"))
# On a developer's own machine: no HTTPS demanded, a key made on the spot.
DEVELOPMENT = switched_on("LUPAUS_DEVELOPMENT")
# Demo content: a banner on every page, officials' known passwords, no second factor demanded.
DEMO = switched_on("LUPAUS_DEMO")
# The password every official of the demo has; shown on the sign-in page, and used in demo mode only.
DEMO_PASSWORD = os.environ.get("LUPAUS_DEMO_PASSWORD", "lanka-pysyy-koossa")
DEBUG = switched_on("LUPAUS_DEBUG")


def secret_key() -> str:
    """Signs cookies, receipts and tokens; named in production, made once on a developer's machine."""
    if key := os.environ.get("LUPAUS_SECRET_KEY"):
        return key
    if not DEVELOPMENT:
        raise RuntimeError("Set LUPAUS_SECRET_KEY to a long random text, and keep it.")
    path = VAR / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = secret_key()
# Host names this installation answers to, separated by commas.
ALLOWED_HOSTS = os.environ.get("LUPAUS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("LUPAUS_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "modeltranslation",
    "lupaus.web",
    "lupaus.journal",
    "lupaus.counties",
    "lupaus.people",
    "lupaus.foundations",
    "lupaus.process",
    "lupaus.participation",
    "lupaus.surveys",
    "lupaus.ideas",
    "lupaus.opinions",
    "lupaus.rankings",
    "lupaus.budgets",
    "lupaus.panels",
    "lupaus.feedback",
    "lupaus.synthesis",
    "lupaus.promise",
    "lupaus.hearing",
    "lupaus.decision",
    "lupaus.implementation",
    "lupaus.monitoring",
    "lupaus.trace",
    "lupaus.documents",
    "lupaus.desk",
    "lupaus.publication",
    # Ours stand first, so that our words and templates win over theirs.
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rules.apps.AutodiscoverRulesConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lupaus.counties.middleware.county_of_request",
    "lupaus.people.middleware.participant_of_request",
    "lupaus.web.middleware.limit_of_uploads",
]

ROOT_URLCONF = "lupaus.urls"
WSGI_APPLICATION = "lupaus.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lupaus.counties.context.county",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "lupaus.web.templatetags.lupaus",
            ],
        },
    }
]


def database(address: str) -> dict[str, Any]:
    """SQLite by default; PostgreSQL from `postgresql://user:password@host:port/name`."""
    if not address:
        VAR.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "lupaus.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise RuntimeError("LUPAUS_DATABASE_URL must begin with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**dict(parse_qsl(parts.query))},
        "CONN_MAX_AGE": 60,
    }


# Where the data lives: empty for SQLite, postgresql://... for PostgreSQL 15 or newer.
DATABASES = {"default": database(os.environ.get("LUPAUS_DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counts sign-in attempts for all worker processes at once: files beside SQLite, a table in PostgreSQL
# (`lupaus createcachetable` makes it), so that every web node sees the same count.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "lupaus_cache",
    }
    if os.environ.get("LUPAUS_DATABASE_URL")
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
    }
}

# --- People ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:my_tasks"
LOGOUT_REDIRECT_URL = "publication:home"
ACCOUNT_ADAPTER = "lupaus.people.adapter.OfficialsAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_FORMS = {
    "login": "lupaus.people.forms.SignInForm",
    "change_password": "lupaus.people.forms.NewPasswordForm",
    "set_password": "lupaus.people.forms.FirstPasswordForm",
    "reset_password": "lupaus.people.forms.ForgottenPasswordForm",
    "reset_password_from_key": "lupaus.people.forms.ChosenPasswordForm",
    "reauthenticate": "lupaus.people.forms.SamePersonForm",
}
# An invitation or a new password can be taken up for a week (seconds).
PASSWORD_RESET_TIMEOUT = 7 * 24 * 60 * 60
SESSION_COOKIE_AGE = 12 * 60 * 60
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Lupaus"
MFA_ADAPTER = "lupaus.people.adapter.OfficialsSecondFactorAdapter"
# The administrator gave the address when making the account.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "lupaus.people.forms.CodeForm",
    "reauthenticate": "lupaus.people.forms.SamePersonCodeForm",
    "activate_totp": "lupaus.people.forms.FirstCodeForm",
}
# Officials must use a second factor; a demo lets them in without.
REQUIRE_TWO_FACTOR = switched_on("LUPAUS_REQUIRE_TWO_FACTOR", otherwise=not DEMO)

# --- Languages -------------------------------------------------------------------------------------
LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]
MODELTRANSLATION_DEFAULT_LANGUAGE = "fi"
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("fi", "sv", "en"), "sv": ("fi", "en"), "en": ("fi", "sv")}
LANGUAGE_COOKIE_NAME = "lupaus_language"
TIME_ZONE = "Europe/Helsinki"
USE_I18N = True
USE_TZ = True

# --- Files and safety ------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("LUPAUS_STATIC", BASE / "staticfiles"))
WHITENOISE_USE_FINDERS = DEVELOPMENT
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = VAR / "media"
# A file larger than this is refused before it is read (bytes).
UPLOAD_LIMIT = int(os.environ.get("LUPAUS_UPLOAD_LIMIT", 100 * 1024 * 1024))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEVELOPMENT
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = not DEVELOPMENT
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if switched_on("LUPAUS_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 0 if DEVELOPMENT else 31_536_000

EMAIL_BACKEND = os.environ.get("LUPAUS_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = os.environ.get("LUPAUS_EMAIL_FROM", "lupaus@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LUPAUS_LOG_LEVEL", "WARNING")},
}
