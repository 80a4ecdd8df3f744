"""Renames a user, but only if nobody else has changed the user in the meantime."""

import os
import sys

import requests

api_key = os.environ.get("CLOUDINDEX_API_KEY")
if not api_key:
    sys.exit("Set CLOUDINDEX_API_KEY first.")
base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
ATTEMPTS = 5
session = requests.Session()
session.headers["Authorization"] = f"Bearer {api_key}"


def update_user(user_id, change):
    """Applies a change to the current version of a user."""
    url = f"{base}/users/{user_id}"
    for _ in range(ATTEMPTS):
        read = session.get(url, timeout=30)
        if not read.ok:
            sys.exit(f"{read.status_code} {read.text}")
        updated = session.patch(
            url,
            headers={"If-Match": read.headers["ETag"]},
            json=change(read.json()),
            timeout=30,
        )
        if updated.ok:
            return updated.json()
        # Someone else was faster: read the user again.
        if updated.status_code != 412:
            sys.exit(f"{updated.status_code} {updated.text}")
    sys.exit(f"Gave up after {ATTEMPTS} attempts.")


def rename(user):
    return {"name": user["name"].replace("John", "Jane")}


try:
    print(update_user("usr_123abc", rename))
except requests.RequestException as error:
    sys.exit(f"Request failed: {error}")
