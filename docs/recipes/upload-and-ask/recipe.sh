#!/usr/bin/env bash
# Uploads a file, waits until it can be searched, and asks a question about it.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}

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
while [ "$status" != ready ]; do
  sleep 1
  status=$(api "$base/documents/$document" | jq --raw-output .status)
done

thread=$(api "$base/threads" --json '{"title": "Desks"}' | jq --raw-output .id)
api "$base/threads/$thread/messages" --json '{"content": "When do I book a desk?"}' |
  jq --raw-output '.content, (.citations[] | "\(.document_name): \(.quote)")'
