"""Asks a question and prints the answer while it is being written. Reconnects if the stream breaks."""

import json
import os
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
LONGEST_WAIT = 60


class Busy(Exception):
    """A response that asks for a new attempt."""

    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text}")
        self.retry_after = seconds_of(response.headers.get("Retry-After", ""))


def post(path, body, key):
    response = requests.post(
        base + path,
        headers={"Authorization": f"Bearer {api_key}", "Idempotency-Key": key},
        json=body,
        stream=True,
        timeout=60,
    )
    if response.status_code == 429 or response.status_code >= 500:
        raise Busy(response)
    if not response.ok:
        sys.exit(f"{response.status_code} {response.text}")
    return response


def seconds_of(retry_after):
    """The meaning of a Retry-After: seconds or a date. None if it is neither."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        date = parsedate_to_datetime(retry_after).replace(tzinfo=timezone.utc)
    except (TypeError, ValueError):
        return None
    return max(0, (date - datetime.now(timezone.utc)).total_seconds())


def events_of(response):
    """The events of a stream, each as soon as it arrives."""
    name = None
    for line in response.iter_lines(chunk_size=1):
        field, _, value = line.decode().partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


def with_retries(send):
    """Repeats a request until it succeeds or cannot succeed. All attempts send the same key."""
    key = str(uuid.uuid4())
    for attempt in range(1, ATTEMPTS + 1):
        wait = 2 ** (attempt - 1) / 2
        try:
            return send(key)
        except Busy as error:
            problem = error
            wait = wait if error.retry_after is None else error.retry_after
        except (requests.RequestException, EOFError, ValueError) as error:
            problem = error
        if attempt == ATTEMPTS or wait > LONGEST_WAIT:
            sys.exit(str(problem))
        time.sleep(wait)


def ask(thread, content):
    shown = 0

    def stream(key):
        nonlocal shown
        text = ""
        response = post(f"/threads/{thread}/messages/stream", {"content": content}, key)
        for name, data in events_of(response):
            if name == "message.delta":
                text += data["text"]
                # After a reconnect, the text starts over: print only what is new.
                print(text[shown:], end="", flush=True)
                shown = max(shown, len(text))
            elif name == "message.failed":
                sys.exit(data["detail"])
            elif name == "message.completed":
                return data
        raise EOFError("The stream broke off.")

    return with_retries(stream)


try:
    thread = with_retries(
        lambda key: post("/threads", {"title": "Refunds"}, key).json()
    )
    answer = ask(thread["id"], "How long does a refund take?")
except KeyboardInterrupt:
    # The connection is closed, so the answer stops.
    sys.exit(130)
print()
for citation in answer["citations"]:
    print(f"{citation['document_name']}: {citation['quote']}")
