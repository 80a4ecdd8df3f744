"""Uploads a file, waits until it is ready, and asks a question about it."""

import os
import sys
import time

import requests

api_key = os.environ.get("CLOUDINDEX_API_KEY")
if not api_key:
    sys.exit("Set CLOUDINDEX_API_KEY first.")
base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
LONGEST_WAIT = 60
session = requests.Session()
session.headers["Authorization"] = f"Bearer {api_key}"


def api(method, path, **options):
    response = session.request(method, base + path, timeout=30, **options)
    if not response.ok:
        sys.exit(f"{response.status_code} {response.text}")
    return response.json()


try:
    text = "Book a desk before nine in the morning."
    files = {"files": ("desks.txt", text, "text/plain")}
    document = api("POST", "/documents", files=files)["data"][0]

    seconds = 0
    while document["status"] != "ready":
        if document["status"] == "failed":
            sys.exit(document["failure_reason"])
        if seconds == LONGEST_WAIT:
            sys.exit(f"{document['id']} is not ready after {seconds} s.")
        seconds += 1
        time.sleep(1)
        document = api("GET", f"/documents/{document['id']}")

    thread = api("POST", "/threads", json={"title": "Desks"})
    question = {"content": "When do I book a desk?"}
    answer = api("POST", f"/threads/{thread['id']}/messages", json=question)
except requests.RequestException as error:
    sys.exit(f"Request failed: {error}")

print(answer["content"])
for citation in answer["citations"]:
    print(f"{citation['document_name']}: {citation['quote']}")
