"""Creates a user once, and repeats the request up to five times when the API is busy or does not respond."""

import os
import random
import sys
import time
import uuid
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

import requests

api_key = os.environ.get("CLOUDINDEX_API_KEY")
if not api_key:
    sys.exit("Set CLOUDINDEX_API_KEY first.")
base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
ATTEMPTS = 5
LONGEST_WAIT = 120


def create_user(user):
    # All attempts send the same key, so the API carries the request out only once.
    headers = {
        "Authorization": f"Bearer {api_key}",
        "Idempotency-Key": str(uuid.uuid4()),
    }
    for attempt in range(1, ATTEMPTS + 1):
        # The wait doubles, minus a random part, so that clients don't all come back at once.
        wait = min(2 ** (attempt - 1), LONGEST_WAIT) * random.uniform(0.5, 1)
        try:
            response = requests.post(
                f"{base}/users", headers=headers, json=user, timeout=30
            )
            if response.ok:
                return response.json()
        except (requests.RequestException, ValueError) as error:
            # No response, or one that broke off: half a JSON text cannot be parsed.
            problem = error
        else:
            problem = f"{response.status_code} {response.text}"
            if response.status_code != 429 and response.status_code < 500:
                sys.exit(problem)
            asked = response.headers.get("Retry-After", "")
            wait = seconds_of(asked, wait)
            if wait > LONGEST_WAIT:
                sys.exit(f"Too long to wait (Retry-After: {asked}): {problem}")
        if attempt == ATTEMPTS:
            sys.exit(f"Gave up after {ATTEMPTS} attempts: {problem}")
        time.sleep(wait)


def seconds_of(retry_after, default):
    """A Retry-After, seconds or a date, in seconds. The default if it is neither."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        # Dates in HTTP are in UTC, even if they do not say so.
        date = parsedate_to_datetime(retry_after).replace(tzinfo=timezone.utc)
    except (TypeError, ValueError):
        return default
    return max(0, (date - datetime.now(timezone.utc)).total_seconds())


print(create_user({"email": "ada@example.com", "name": "Ada Lovelace"}))
