#!/usr/bin/env bash
# Asks a question and prints the events of the answer as they arrive. Reconnects if the stream breaks.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
attempts=5
events=$(mktemp)
trap 'rm "$events"' EXIT

new_key() {
  cat /proc/sys/kernel/random/uuid 2> /dev/null || uuidgen
}

# cURL itself waits and tries again when the API is busy: it reads Retry-After, seconds or a date.
post() {
  curl --silent --show-error --no-buffer --retry 3 --retry-max-time 60 "$base$1" \
    --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
    --header "Content-Type: application/json" \
    --header "Idempotency-Key: $2" \
    --data "$3"
}

key=$(new_key)
thread=
for ((attempt = 1; attempt <= attempts; attempt++)); do
  ! response=$(post /threads "$key" '{"title": "Refunds"}') || break
  sleep "$attempt"
done
thread=$(grep --only-matching 'thr_[0-9a-z]*' <<< "${response:-}" | head -n 1) || {
  echo "${response:-No response.}" >&2
  exit 1
}

key=$(new_key)
for ((attempt = 1; attempt <= attempts; attempt++)); do
  post "/threads/$thread/messages/stream" "$key" '{"content": "How long does a refund take?"}' |
    tee "$events" || true
  ! grep --quiet '^event: message.completed' "$events" || exit 0
  if grep --quiet -e '^event: message.failed' -e '^ *"status": 4' "$events"; then
    exit 1
  fi
  # The stream broke off: the same key gets the same answer from its start.
  sleep "$attempt"
done
echo "Gave up after $attempts attempts." >&2
exit 1
