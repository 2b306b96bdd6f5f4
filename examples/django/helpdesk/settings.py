"""Settings of the example. For your own machine only: DEBUG is on and there is no login."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

TENLINES = {
    "URL": os.environ.get("TENLINES_URL", "http://127.0.0.1:8080"),
    "KEY": os.environ.get("TENLINES_KEY", ""),
    "WEBHOOK_SECRET": os.environ.get("TENLINES_WEBHOOK_SECRET", ""),
    "TIMEOUT": 5,
}

DEBUG = True
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "only for this example")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = ["django.contrib.staticfiles", "tickets"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "helpdesk.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("TICKETS_DATABASE", BASE_DIR / "db.sqlite3"),
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
