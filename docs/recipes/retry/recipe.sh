#!/usr/bin/env bash
# Creates a user once, and repeats the request up to five times when the API is busy or does not respond.
set -euo pipefail
shopt -s nocasematch

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
attempts=5
longest_wait=120

# All attempts send the same key, so the API carries the request out only once.
key=$(cat /proc/sys/kernel/random/uuid 2> /dev/null || uuidgen)
body=$(mktemp)
trap 'rm "$body"' EXIT

fail() {
  echo "$1" >&2
  exit 1
}

# Prints a Retry-After, seconds or a date, in seconds. Fails if it is neither.
seconds_of() {
  local date
  if [[ $1 =~ ^[0-9]+$ ]]; then
    echo $((10#${1:0:9}))
  else
    [[ $1 == *' GMT' ]] || return
    # GNU date, or else the one of BSD and macOS.
    date=$(date -u -d "$1" +%s 2> /dev/null ||
      LC_ALL=C date -juf '%a, %d %b %Y %T GMT' "$1" +%s 2> /dev/null) || return
    echo $((date - $(date +%s)))
  fi
}

for ((attempt = 1; ; attempt++)); do
  : > "$body"
  # The headers end with an empty line. cURL accepts headers that break off before it.
  if head=$(
    curl --silent --show-error --max-time 30 "$base/users" \
      --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
      --header "Content-Type: application/json" \
      --header "Idempotency-Key: $key" \
      --data '{"email": "ada@example.com", "name": "Ada Lovelace"}' \
      --dump-header - --output "$body" --write-out '%{http_code}'
  ) && [[ $head == *$'\n\r\n'??? ]]; then
    status=${head: -3}
    problem="$status $(cat "$body")"
    ((status >= 400)) || break
    ((status == 429 || status >= 500)) || fail "$problem"
  else
    problem='no response'
  fi
  ((attempt < attempts)) || fail "Gave up after $attempts attempts: $problem"

  field=$'\nRetry-After:[ \t]*([^\r]*[^\r \t])'
  if [[ $head =~ $field ]] && seconds=$(seconds_of "${BASH_REMATCH[1]}"); then
    ((seconds <= longest_wait)) || fail "Too long to wait (Retry-After: ${BASH_REMATCH[1]}): $problem"
    sleep $((seconds > 0 ? seconds : 0))
  else
    # The wait doubles, minus a random part, so that clients don't all come back at once.
    ms=$((1000 * (1 << (attempt - 1))))
    ((ms <= longest_wait * 1000)) || ms=$((longest_wait * 1000))
    ms=$((ms - RANDOM % (ms / 2)))
    sleep "$((ms / 1000)).$(printf %03d $((ms % 1000)))"
  fi
done
cat "$body"
