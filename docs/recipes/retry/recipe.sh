#!/usr/bin/env bash
# Creates a user, and tries again when the API is busy: at most five times, and never twice.
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}

# One value for all attempts: the API carries the request out once.
key=$(cat /proc/sys/kernel/random/uuid 2> /dev/null || uuidgen)

# cURL waits as Retry-After says, for 408, 429 and most statuses in the 500s.
curl --silent --show-error --fail-with-body --retry 4 --retry-connrefused "$base/users" \
  --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
  --header "Idempotency-Key: $key" \
  --json '{"email": "ada@example.com", "name": "Ada Lovelace"}'
