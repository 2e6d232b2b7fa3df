"""Settings. What comes from the environment is declared, with what it means, in `heed.config.environment.table`."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from heed.config.environment import read
from heed.config.keys import secret_key
from heed.lib.embedded import Embedded

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = read(os.environ)
HOME: Path = ENVIRONMENT["HEED_HOME"] or ROOT / ".heed"
DEMO: bool = ENVIRONMENT["HEED_DEMO"]
SAMPLE: str = ENVIRONMENT["HEED_SAMPLE"]
HTTPS: bool = ENVIRONMENT["HEED_HTTPS"]

SECRET_KEY = secret_key(HOME)
DEBUG = False
# This machine itself is always among them: whoever watches the service asks it by its own address.
ALLOWED_HOSTS = [*(ENVIRONMENT["HEED_HOSTS"] or [".localhost"]), "localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "heed.config.urls"
WSGI_APPLICATION = "heed.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "heed.tenancy",  # first: its `migrate` and `flush` stand before Django's
    "heed.config",
    "heed.demo",
    "heed.home",
    "heed.people",
    "heed.guarding",
    "heed.roll",
    "heed.chronology",
    "heed.incidents",
    "heed.alerts",
    "heed.records",
    "heed.access",
    "heed.pupils",
    "heed.staff",
    "heed.accounts",
    "heed.schools",
    "heed.audit",
    "heed.ui",
    "heed.jobs",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
]

PROXIES = ENVIRONMENT["HEED_PROXIES"]
METRICS_FROM = ENVIRONMENT["HEED_METRICS_FROM"]
MIDDLEWARE = [
    "heed.config.requests.Origins",
    "heed.config.requests.Noted",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "heed.config.middleware.NeverKept",
    "heed.config.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "heed.config.middleware.OneTransaction",
    "allauth.account.middleware.AccountMiddleware",  # inside ours: it turns exceptions into redirects
]

# The database ------------------------------------------------------------------------------------

EMBEDDED = None if ENVIRONMENT["HEED_DATABASE_URL"] else Embedded(HOME)


def _parts(url: str) -> dict[str, Any]:
    """A postgresql:// address as Django takes it; whatever else it says (sslmode, ...) goes to the driver."""
    parts = conninfo_to_dict(url)
    rest = {key: value for key, value in parts.items() if key not in _NAMED}
    return {
        "NAME": parts.get("dbname", "heed"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "OPTIONS": rest,
    }


_NAMED = {"dbname", "user", "password", "host", "port"}
_APP_URL = ENVIRONMENT["HEED_DATABASE_URL"] or (EMBEDDED.url("heed_app") if EMBEDDED else "")
_OWNER_URL = ENVIRONMENT["HEED_DATABASE_OWNER_URL"] or (EMBEDDED.url("heed_owner") if EMBEDDED else "")
OWNER_URL = _OWNER_URL
BACKUP_URL = ENVIRONMENT["HEED_DATABASE_BACKUP_URL"] or (EMBEDDED.url("postgres") if EMBEDDED else "")
OWNER_DATABASE = _parts(_OWNER_URL) if _OWNER_URL else None  # a web process needs none
_APP = _parts(_APP_URL)
RUNTIME_ROLE = str(_APP["USER"])
_POOL = ENVIRONMENT["HEED_POOL"]  # connections a web process keeps; commands need none
DATABASES = {
    "default": {
        "ENGINE": "heed.tenancy.backend",
        **_APP,
        "OPTIONS": {
            **_APP["OPTIONS"],
            **({"pool": {"min_size": 1, "max_size": _POOL, "timeout": 5}} if _POOL else {}),
        },
        "CONN_HEALTH_CHECKS": True,  # a connection from before the database was restarted is not handed out
        "DISABLE_SERVER_SIDE_CURSORS": True,  # a pooler in transaction mode cannot keep them
    }
}

# Pages -------------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "heed.ui.jinja.environment",
            "context_processors": ["heed.config.frame.frame"],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = ROOT / ".build" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 60
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # a paste of a whole book still gets its answer beside the field
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300

# Sessions ----------------------------------------------------------------------------------------

IDLE_MINUTES = ENVIRONMENT["HEED_IDLE_MINUTES"]
SESSION_COOKIE_AGE = IDLE_MINUTES * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "heed_session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"  # links in mail must arrive signed in
CSRF_COOKIE_NAME = "heed_csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "heed.config.outcomes.stale_form"

# Sign-in -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["heed.accounts.backends.SchoolBackend"]
AUTH_PASSWORD_VALIDATORS = [  # the length is asked first, see accounts.passwords
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:show"
ACCOUNT_ADAPTER = "heed.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {"login": "heed.accounts.forms.SignIn"}
# A school's whole staff signs in from one network address between 8:20 and 8:40.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,8/5m/key",  # the key: one account at one address, see accounts.limits
    "login_failed_anywhere": "100/h/key",
    "forgotten": "5/h/key,60/h/ip",  # the key: one address typed at one network address
    "bad_links": "60/h/ip",
    "sign_on": "600/m/ip",  # there and back
}
# Where schools' own sign-in services may stand, apart from the internet: whoever names one makes Heed call it.
SIGN_ON_NETWORKS = ENVIRONMENT["HEED_SIGN_ON_NETWORKS"]
MFA_ADAPTER = "heed.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {"authenticate": "heed.accounts.forms.Code"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Heed"
# Counts of failed sign-ins and used codes must be shared by all processes and machines.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "service_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},  # so that guessing at many addresses drops nobody's count
    },
    # What schools' sign-in services say of themselves, in each process: nothing of anybody.
    "here": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "signon"},
}

# Mail: without all three of server, sender and address it stays due -------------------------------

_SERVER = ENVIRONMENT["HEED_MAIL_URL"]
EMAIL_HOST, EMAIL_PORT = _SERVER.host, _SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _SERVER.user, _SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _SERVER.starttls, _SERVER.tls
EMAIL_TIMEOUT = _SERVER.timeout
DEFAULT_FROM_EMAIL = ENVIRONMENT["HEED_MAIL_FROM"]
HEED_ADDRESS = ENVIRONMENT["HEED_ADDRESS"]
BASE_DOMAIN = ENVIRONMENT["HEED_BASE_DOMAIN"]

# Words and time ----------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
USE_I18N = False
TIME_ZONE = "UTC"
USE_TZ = True

# Logs say what the service did, never to whom ----------------------------------------------------

_JSON = ENVIRONMENT["HEED_LOGS"] == "json"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "words": {"()": "heed.config.logs.Line"},
        "json": {"()": "heed.config.logs.Json"},
    },
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "formatter": "json" if _JSON else "words",
            "stream": "ext://sys.stdout" if _JSON else "ext://sys.stderr",
        }
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "heed": {"level": "INFO"},
        "heed.requests": {"level": "INFO" if _JSON else "WARNING"},
        "django.request": {"level": "CRITICAL"},  # its lines carry addresses and exceptions' own words
        "django.security": {"level": "CRITICAL"},
        "procrastinate": {"level": "WARNING"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
PROCRASTINATE_ON_APP_READY = None
PROCRASTINATE_IMPORT_PATHS = ["heed.people.staff.tasks"]  # beside the `tasks` of each app
PROCRASTINATE_WORKER_DEFAULTS = {"update_heartbeat_interval": 2, "stalled_worker_timeout": 15}
