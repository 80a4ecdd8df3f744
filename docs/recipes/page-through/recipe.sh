#!/usr/bin/env bash
# Prints all users, one page of JSON after another.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}

cursor=
while true; do
  page=$(
    curl --silent --show-error --fail-with-body --max-time 30 --get "$base/users" \
      --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
      --data limit=2 \
      ${cursor:+--data-urlencode "cursor=$cursor"}
  ) || { echo "$page" >&2 && exit 1; }
  echo "$page"
  # The last line with this name is the page's own. On the last page its value is null.
  cursor=$(sed -n 's/.*"next_cursor": *"\([^"]*\)".*/\1/p' <<< "$page" | tail -n 1)
  [ -n "$cursor" ] || break
done
