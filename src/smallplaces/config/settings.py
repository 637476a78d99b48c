"""One file of settings, read from the environment (docs/reference/settings.md). A bad value stops the start."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from smallplaces.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
HOME = environment.home(CHECKOUT)
SECRET_KEY = environment.secret(HOME)
DEBUG = environment.switch("SMALLPLACES_DEBUG", default=False)
PORT = environment.number("PORT", 8000)

URL = environment.address()
SECURE = URL is not None and URL.scheme == "https"
ALLOWED_HOSTS = [URL.hostname or ""] if URL else ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS += [host for host in environment.words("SMALLPLACES_HOSTS").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"{URL.scheme}://{URL.netloc}"] if URL else []
SECURE_SSL_REDIRECT = False  # The server in front does it; without one, a redirect would lock everybody out.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
USE_X_FORWARDED_HOST = False

INSTALLED_APPS = [
    "smallplaces.core",
    "smallplaces.places",
    "smallplaces.groups",
    "smallplaces.norms",
    "smallplaces.dialogues",
    "smallplaces.meetings",
    "smallplaces.letters",
    "smallplaces.issues",
    "smallplaces.commitments",
    "smallplaces.steps",
    "smallplaces.reports",
    "smallplaces.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "template_partials",
]
MIDDLEWARE = [
    "smallplaces.web.headers.HeadersMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "smallplaces.web.kept_pages.KeptPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "smallplaces.web.viewing.ViewerMiddleware",
]
ROOT_URLCONF = "smallplaces.config.urls"
WSGI_APPLICATION = "smallplaces.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "smallplaces.web.viewing.context",
            ],
        },
    },
]

DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"  # Django's own tables only; ours have random keys (core.ids).
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "groups.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "smallplaces.core.passwords.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
ACCOUNT_ADAPTER = "smallplaces.web.accounts.adapter.ClosedDoorAdapter"
ACCOUNT_FORMS = {
    "login": "smallplaces.web.accounts.forms.SignInForm",
    "reauthenticate": "smallplaces.web.accounts.forms.AgainForm",
    "change_password": "smallplaces.web.accounts.forms.ChangePasswordForm",
}
MFA_ADAPTER = "smallplaces.web.accounts.adapter.CodesAdapter"
MFA_FORMS = {
    "authenticate": "smallplaces.web.accounts.forms.CodeForm",
    "reauthenticate": "smallplaces.web.accounts.forms.CodeAgainForm",
    "activate_totp": "smallplaces.web.accounts.forms.SwitchOnCodesForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "public:home"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Small Places"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-sid" if SECURE else "sid"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "smallplaces.web.errors.stale_form"
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1500  # 200 sentences of five fields on one sheet, and room.
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_BYTES_MAX = 10 * 1024 * 1024
MEDIA_ROOT = HOME / "files"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# How long a public page may be kept in memory while nothing is written (web.kept_pages).
KEPT_PAGES_SECONDS = 60 if environment.switch("SMALLPLACES_KEEP_PAGES", default=True) else 0

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_ROOT}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

MAIL = environment.mail()
EMAIL_BACKEND = MAIL["EMAIL_BACKEND"]  # Without mail it takes letters and does nothing: no feature waits for mail.
globals().update(MAIL)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # Paths and queries may carry a link or somebody's words: only our own sentences are logged.
    "loggers": {
        "django.request": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "smallplaces": {"handlers": ["console"], "level": "INFO"},
    },
}
# Our own middleware sets what these two would have SecurityMiddleware set (web/headers.py).
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002"]
