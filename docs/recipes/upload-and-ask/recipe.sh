#!/usr/bin/env bash
# Uploads a file, waits until it is ready, and asks a question about it.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
longest_wait=60

api() {
  local response
  response=$(
    curl --silent --show-error --fail-with-body --max-time 30 \
      --header "Authorization: Bearer $CLOUDINDEX_API_KEY" "$@"
  ) || { echo "$response" >&2 && return 1; }
  echo "$response"
}

post() {
  api "$1" --header 'Content-Type: application/json' --data "$2"
}

# Ids have a prefix of their own, so they can be found without reading the JSON.
id_in() {
  grep --only-matching "$1_[0-9a-z]*" <<< "$2" | head -n 1
}

echo 'Book a desk before nine in the morning.' > desks.txt
uploaded=$(api "$base/documents" --form 'files=@desks.txt;type=text/plain')
document=$(id_in doc "$uploaded")

for ((seconds = 0; ; seconds++)); do
  ((seconds < longest_wait)) || { echo "$document is not ready after $longest_wait s." >&2 && exit 1; }
  sleep 1
  details=$(api "$base/documents/$document")
  [[ ! $details =~ \"status\":\ *\"ready\" ]] || break
  [[ ! $details =~ \"status\":\ *\"failed\" ]] || { echo "$details" >&2 && exit 1; }
done

created=$(post "$base/threads" '{"title": "Desks"}')
thread=$(id_in thr "$created")
post "$base/threads/$thread/messages" '{"content": "When do I book a desk?"}'
