#!/usr/bin/env bash
# Makes the AOT cache that a container starts from: aot.sh JAR CACHE starts the server once on a small project, asks it, stops it.
set -euo pipefail
jar=$1
cache=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cat >"$project/tenlines.yaml" <<'YAML'
features:
  triage:
    labels: { delivery: "", returns: "" }
    rungs: [rules, review]
YAML
mkdir "$project/rules"
printf -- '- when: input.mentions("parcel")\n  then: delivery\n' >"$project/rules/triage.yaml"

"$java" -XX:AOTCacheOutput="$cache" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -jar "$jar" serve --project "$project" --port 0 >"$project/out" 2>"$project/err" &
server=$!
for _ in $(seq 600); do
  grep -q "^Tenlines serves" "$project/out" && break
  kill -0 "$server" || { cat "$project/err" >&2; exit 1; }
  sleep 0.1
done
port=$(sed -n 's/.*http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$project/out")
key=$(sed -n 's/.*\(tl_[0-9a-z]*\).*/\1/p' "$project/out")
for text in "my parcel" "anything else"; do
  body="{\"input\": \"$text\"}"
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'POST /v1/features/triage/requests HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$key" "${#body}" "$body" >&3
  head -n 1 <&3
  exec 3>&-
done
kill -TERM "$server"
wait "$server" || true
[ -s "$cache" ] || { cat "$project/err" >&2; exit 1; }
