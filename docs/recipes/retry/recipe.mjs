// Creates a user, and tries again when the API is busy: at most five times, and never twice.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";
const attempts = 5;

async function createUser(user) {
  // One value for all attempts: the API carries the request out once.
  const headers = {
    Authorization: `Bearer ${process.env.CLOUDINDEX_API_KEY}`,
    "Content-Type": "application/json",
    "Idempotency-Key": randomUUID(),
  };
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${base}/users`, {
      method: "POST",
      headers,
      body: JSON.stringify(user),
      signal: AbortSignal.timeout(30_000),
    });
    if (response.ok) {
      return response.json();
    }
    const busy = response.status === 429 || response.status >= 500;
    if (!busy || attempt === attempts) {
      throw new Error(`${response.status} ${await response.text()}`);
    }
    const seconds = Number(response.headers.get("Retry-After")) || 2 ** attempt;
    await sleep(seconds * 1000);
  }
}

try {
  const user = { email: "ada@example.com", name: "Ada Lovelace" };
  console.log(await createUser(user));
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
