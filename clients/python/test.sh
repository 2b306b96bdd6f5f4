#!/usr/bin/env bash
# Tests the Python client and the Django example, first against scripted servers, then against the real one.
# Needs Python 3.10 or newer; fetches Django and pytest. Nothing is skipped: what cannot be had is a failure.
set -euo pipefail
cd "$(dirname "$0")"

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
  echo "Python 3.10 or newer is needed ($python). Maybe set PYTHON to one." >&2
  exit 1
}

make_environment() { "$python" -m venv --clear .venv; }

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  make_environment || {
    if command -v apt-get >/dev/null; then # Debian ships Python without it
      apt-get update -q && apt-get install -yq python3-venv
    fi
    make_environment
  }
fi
.venv/bin/python -m pip install -q --disable-pip-version-check . 'Django==5.2.*' 'pytest==9.*'

echo "Python client:"
.venv/bin/python -m pytest tests
echo "Django example:"
(cd ../../examples/django && ../../clients/python/.venv/bin/python -W error manage.py test)
echo "Both against ./tenlines serve:"
.venv/bin/python -m pytest e2e
