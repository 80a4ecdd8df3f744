"""Creates a user, and tries again when the API is busy or silent: at most five times, and never twice."""

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
    # One value for all attempts: the API carries the request out once.
    headers = {
        "Authorization": f"Bearer {api_key}",
        "Idempotency-Key": str(uuid.uuid4()),
    }
    for attempt in range(1, ATTEMPTS + 1):
        # A time that doubles, and up to half of it less, so that not all clients come back at once.
        wait = min(2 ** (attempt - 1), LONGEST_WAIT) * random.uniform(0.5, 1)
        try:
            response = requests.post(
                f"{base}/users", headers=headers, json=user, timeout=30
            )
            if response.ok:
                return response.json()
        except (requests.RequestException, ValueError) as error:
            # No answer, or one that broke off: half of a JSON text is none.
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
    """What a Retry-After means, which is a number or a date; the default if it is neither."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        # Dates in HTTP are in UTC, even where they do not say so.
        date = parsedate_to_datetime(retry_after).replace(tzinfo=timezone.utc)
    except (TypeError, ValueError):
        return default
    return max(0, (date - datetime.now(timezone.utc)).total_seconds())


print(create_user({"email": "ada@example.com", "name": "Ada Lovelace"}))
