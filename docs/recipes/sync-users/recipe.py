"""Makes the users in CloudIndex match directory.csv (email,name). Keeps those it manages in users.csv (email,id,name)."""

import os
import sys

import requests

api_key = os.environ.get("CLOUDINDEX_API_KEY")
if not api_key:
    sys.exit("Set CLOUDINDEX_API_KEY first.")
base = os.environ.get("CLOUDINDEX_BASE_URL", "https://api.cloudindex.com/v1")
session = requests.Session()
session.headers["Authorization"] = f"Bearer {api_key}"


class ApiError(Exception):
    pass


def api(method, path, statuses, **options):
    """Performs a request. Any of these statuses is a success."""
    response = session.request(method, base + path, timeout=30, **options)
    if response.status_code not in statuses:
        raise ApiError(f"{response.status_code} {response.text}")
    return response


def read_lines(file):
    with open(file, encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines if line.strip()]


people = dict(line.split(",", 1) for line in read_lines("directory.csv"))
users = {}
for line in read_lines("users.csv") if os.path.exists("users.csv") else []:
    email, user_id, name = line.split(",", 2)
    users[email] = (user_id, name)


def save():
    """Called after each change, so that the next run carries on from there."""
    with open("users.csv", "w", encoding="utf-8") as file:
        for email, (user_id, name) in users.items():
            file.write(f"{email},{user_id},{name}\n")


def create_or_rename(email, name):
    if email not in users:
        response = api(
            "POST",
            "/users",
            [201],
            json={"email": email, "name": name},
            headers={"Idempotency-Key": email},
        )
        users[email] = (response.headers["Location"].split("/")[-1], name)
        print(f"created {email}")
        return
    user_id, old_name = users[email]
    if name != old_name:
        api("PATCH", f"/users/{user_id}", [200], json={"name": name})
        users[email] = (user_id, name)
        print(f"renamed {email}")


def remove(email):
    api("DELETE", f"/users/{users[email][0]}", [204, 404])
    del users[email]
    print(f"deleted {email}")


problems = 0


def attempt(change, email, *arguments):
    global problems
    try:
        change(email, *arguments)
        save()
    except (ApiError, requests.RequestException) as error:
        print(f"{email}: {error}", file=sys.stderr)
        problems += 1


leaving = [email for email in users if email not in people]
if len(leaving) * 2 > len(users):
    sys.exit(
        f"Stopped: {len(leaving)} of {len(users)} users would be deleted. Check directory.csv."
    )
for email, name in people.items():
    attempt(create_or_rename, email, name)
for email in leaving:
    attempt(remove, email)
sys.exit(1 if problems else 0)
