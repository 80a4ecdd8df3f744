"""Creates a user, and tries again when the API is busy: at most five times, and never twice."""

import os
import sys
import time
import uuid

import requests

base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
ATTEMPTS = 5


def create_user(user):
    # One value for all attempts: the API carries the request out once.
    headers = {
        "Authorization": f"Bearer {os.environ.get('CLOUDINDEX_API_KEY')}",
        "Idempotency-Key": str(uuid.uuid4()),
    }
    for attempt in range(1, ATTEMPTS + 1):
        response = requests.post(
            f"{base}/users", headers=headers, json=user, timeout=30
        )
        if response.ok:
            return response.json()
        busy = response.status_code == 429 or response.status_code >= 500
        if not busy or attempt == ATTEMPTS:
            sys.exit(f"{response.status_code} {response.text}")
        time.sleep(int(response.headers.get("Retry-After", 2**attempt)))


try:
    print(create_user({"email": "ada@example.com", "name": "Ada Lovelace"}))
except requests.RequestException as error:
    sys.exit(f"Request failed: {error}")
