#!/usr/bin/env bash
# Whether the server answers and can do its work. Without curl, which the image lacks.
set -e
exec 3<>/dev/tcp/127.0.0.1/"${1:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
head -n 1 <&3 | grep -q ' 200 '
