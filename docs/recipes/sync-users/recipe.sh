#!/usr/bin/env bash
# Makes the users in CloudIndex match directory.csv (email,name). Keeps those it manages in users.csv (email,id,name).
set -euo pipefail

: "${CLOUDINDEX_API_KEY:?}"
base=${CLOUDINDEX_BASE_URL:-https://api.cloudindex.com/v1}
touch users.csv
head=$(mktemp)
body=$(mktemp)
trap 'rm "$head" "$body"' EXIT
problems=0

# Prints the status.
api() {
  curl --silent --show-error --max-time 30 --dump-header "$head" --output "$body" --write-out '%{http_code}' \
    --header "Authorization: Bearer $CLOUDINDEX_API_KEY" \
    --header "Content-Type: application/json" "$@"
}

report() {
  echo "$1: $2 $(cat "$body")" >&2
  problems=$((problems + 1))
}

# The line of an email address in a file.
find_line() {
  awk -F , -v email="$2" '$1 == email' "$1"
}

remove_line() {
  awk -F , -v email="$1" '$1 != email' users.csv > users.csv.new
  mv users.csv.new users.csv
}

# A text as JSON.
json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

total=0
leaving=0
while IFS=, read -r email _; do
  total=$((total + 1))
  [ -n "$(find_line directory.csv "$email")" ] || leaving=$((leaving + 1))
done < users.csv
if ((leaving * 2 > total)); then
  echo "Stopped: $leaving of $total users would be deleted. Check directory.csv." >&2
  exit 1
fi

while IFS=, read -r email name || [ -n "$email" ]; do
  IFS=, read -r _ id old_name <<< "$(find_line users.csv "$email")" || true
  if [ -z "$id" ]; then
    status=$(
      api "$base/users" --header "Idempotency-Key: $email" \
        --data "{\"email\": $(json "$email"), \"name\": $(json "$name")}"
    )
    [ "$status" = 201 ] || { report "$email" "$status" && continue; }
    id=$(tr -d '\r' < "$head" | sed -n 's/^[Ll]ocation: .*\///p')
    echo "created $email"
  elif [ "$name" != "$old_name" ]; then
    status=$(api "$base/users/$id" --request PATCH --data "{\"name\": $(json "$name")}")
    [ "$status" = 200 ] || { report "$email" "$status" && continue; }
    echo "renamed $email"
  else
    continue
  fi
  remove_line "$email"
  echo "$email,$id,$name" >> users.csv
done < directory.csv

cp users.csv users.csv.old
while IFS=, read -r email id _; do
  [ -z "$(find_line directory.csv "$email")" ] || continue
  status=$(api "$base/users/$id" --request DELETE)
  case $status in
    204 | 404) remove_line "$email" && echo "deleted $email" ;;
    *) report "$email" "$status" ;;
  esac
done < users.csv.old
rm users.csv.old
((problems == 0))
