#!/usr/bin/env bash
# Prints the email address of every user, page by page.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
command -v jq > /dev/null || { echo 'Install jq first.' >&2 && exit 1; }
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}

cursor=
while true; do
  page=$(
    curl --silent --show-error --fail-with-body --get "$base/users" \
      --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
      --data limit=2 \
      ${cursor:+--data-urlencode "cursor=$cursor"}
  ) || { echo "$page" >&2 && exit 1; }
  jq --raw-output '.data[].email' <<< "$page"
  cursor=$(jq --raw-output '.next_cursor // empty' <<< "$page")
  [ -n "$cursor" ] || break
done
