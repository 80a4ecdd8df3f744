#!/usr/bin/env bash
# Uploads a file, waits until it can be searched, and asks a question about it.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
command -v jq > /dev/null || { echo 'Install jq first.' >&2 && exit 1; }
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
longest_wait=60

api() {
  local answer
  answer=$(
    curl --silent --show-error --fail-with-body \
      --header "Authorization: Bearer $CLOUDINDEX_API_KEY" "$@"
  ) || { echo "$answer" >&2 && return 1; }
  echo "$answer"
}

echo 'Book a desk before nine in the morning.' > desks.txt
document=$(api "$base/documents" --form 'files=@desks.txt;type=text/plain' | jq --raw-output '.data[0].id')

status=queued
for ((seconds = 0; seconds < longest_wait; seconds++)); do
  sleep 1
  status=$(api "$base/documents/$document" | jq --raw-output .status)
  [ "$status" != ready ] || break
done
[ "$status" = ready ] || { echo "$document is not ready after $longest_wait s." >&2 && exit 1; }

post() {
  api "$1" --header 'Content-Type: application/json' --data "$2"
}

thread=$(post "$base/threads" '{"title": "Desks"}' | jq --raw-output .id)
post "$base/threads/$thread/messages" '{"content": "When do I book a desk?"}' |
  jq --raw-output '.content, (.citations[] | "\(.document_name): \(.quote)")'
