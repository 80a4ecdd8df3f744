#!/usr/bin/env bash
# Renames a user, but only if nobody else has changed the user in the meantime.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
user_url=$base/users/usr_123abc
attempts=5
head=$(mktemp)
body=$(mktemp)
trap 'rm "$head" "$body"' EXIT

# Prints the status.
api() {
  curl --silent --show-error --max-time 30 --output "$body" --write-out '%{http_code}' \
    --header "Authorization: Bearer $CLOUDINDEX_API_KEY" "$@"
}

fail() {
  echo "$1" >&2
  exit 1
}

for ((attempt = 1; attempt <= attempts; attempt++)); do
  status=$(api "$user_url" --dump-header "$head")
  [ "$status" = 200 ] || fail "$status $(cat "$body")"
  etag=$(tr -d '\r' < "$head" | sed -n 's/^[Ee][Tt][Aa][Gg]: *//p')

  status=$(
    api "$user_url" --request PATCH \
      --header "Content-Type: application/json" \
      --header "If-Match: $etag" \
      --data '{"name": "Jane Doe"}'
  )
  case $status in
    200) cat "$body" && exit 0 ;;
    412) ;; # Someone else was faster: read the user again.
    *) fail "$status $(cat "$body")" ;;
  esac
done
fail "Gave up after $attempts attempts."
