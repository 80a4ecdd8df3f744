"""Prints the email address of every user, page by page."""

import os
import sys

import requests

api_key = os.environ.get("CLOUDINDEX_API_KEY")
if not api_key:
    sys.exit("Set CLOUDINDEX_API_KEY first.")
base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
session = requests.Session()
session.headers["Authorization"] = f"Bearer {api_key}"


def users():
    cursor = None
    while True:
        response = session.get(
            f"{base}/users", params={"limit": 2, "cursor": cursor}, timeout=30
        )
        if not response.ok:
            sys.exit(f"{response.status_code} {response.text}")
        page = response.json()
        yield from page["data"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


try:
    for user in users():
        print(user["email"])
except requests.RequestException as error:
    sys.exit(f"Request failed: {error}")
