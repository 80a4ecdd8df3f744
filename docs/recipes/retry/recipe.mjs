// Creates a user once, and repeats the request up to five times when the API is busy or does not respond.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";
const attempts = 5;
const longestWait = 120;

async function createUser(user) {
  // All attempts send the same key, so the API carries the request out only once.
  const key = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const { response, text } = await post("/users", user, key);
    if (response?.ok) {
      return JSON.parse(text);
    }
    const problem = response ? `${response.status} ${text}` : text;
    if (response && response.status !== 429 && response.status < 500) {
      throw new Error(problem);
    }
    if (attempt === attempts) {
      throw new Error(`Gave up after ${attempts} attempts: ${problem}`);
    }
    const asked = response?.headers.get("Retry-After") ?? "";
    const seconds = secondsOf(asked) ?? backoff(attempt);
    if (seconds > longestWait) {
      throw new Error(`Too long to wait (Retry-After: ${asked}): ${problem}`);
    }
    await sleep(seconds * 1000);
  }
}

/** The response, or the reason why there is none or it broke off. */
async function post(path, body, key) {
  try {
    const response = await fetch(base + path, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${apiKey}`,
        "Content-Type": "application/json",
        "Idempotency-Key": key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return { response, text: await response.text() };
  } catch (error) {
    return { text: error.cause?.code ?? error.message };
  }
}

/** A Retry-After, seconds or a date, in seconds. Undefined if it is neither. */
function secondsOf(retryAfter) {
  if (/^\d+$/.test(retryAfter)) {
    return Number(retryAfter);
  }
  const date = / GMT$/.test(retryAfter) ? Date.parse(retryAfter) : NaN;
  return Number.isNaN(date)
    ? undefined
    : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** The wait doubles, minus a random part, so that clients don't all come back at once. */
function backoff(attempt) {
  return Math.min(2 ** (attempt - 1), longestWait) * (1 - Math.random() / 2);
}

try {
  const user = { email: "ada@example.com", name: "Ada Lovelace" };
  console.log(await createUser(user));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
