// Asks a question and prints the answer while it is being written. Reconnects if the stream breaks.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";
const attempts = 5;
const longestWait = 60;

/** An error that a new attempt cannot fix. */
class FinalError extends Error {}

async function post(path, body, key) {
  const response = await fetch(base + path, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${apiKey}`,
      "Content-Type": "application/json",
      "Idempotency-Key": key,
    },
    body: JSON.stringify(body),
  });
  if (response.ok) {
    return response;
  }
  const problem = `${response.status} ${await response.text()}`;
  if (response.status !== 429 && response.status < 500) {
    throw new FinalError(problem);
  }
  const retryAfter = secondsOf(response.headers.get("Retry-After") ?? "");
  throw Object.assign(new Error(problem), { retryAfter });
}

/** The meaning of a Retry-After: seconds or a date. Undefined if it is neither. */
function secondsOf(retryAfter) {
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** The events of a stream, each as soon as it arrives. */
async function* eventsOf(response) {
  let rest = "";
  const text = response.body.pipeThrough(new TextDecoderStream());
  for await (const chunk of text) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name && data) {
        yield { name, data: JSON.parse(data) };
      }
    }
  }
}

/** Repeats a request until it succeeds or cannot succeed. All attempts send the same key. */
async function withRetries(send) {
  const key = randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(key);
    } catch (error) {
      const wait = error.retryAfter ?? 2 ** (attempt - 1) / 2;
      if (
        error instanceof FinalError ||
        attempt === attempts ||
        wait > longestWait
      ) {
        throw error;
      }
      await sleep(wait * 1000);
    }
  }
}

async function ask(thread, content) {
  let shown = 0;
  return withRetries(async (key) => {
    const path = `/threads/${thread}/messages/stream`;
    const response = await post(path, { content }, key);
    let text = "";
    for await (const { name, data } of eventsOf(response)) {
      switch (name) {
        case "message.delta":
          text += data.text;
          // After a reconnect, the text starts over: print only what is new.
          process.stdout.write(text.slice(shown));
          shown = Math.max(shown, text.length);
          break;
        case "message.failed":
          throw new FinalError(data.detail);
        case "message.completed":
          return data;
      }
    }
    throw new Error("The stream broke off.");
  });
}

try {
  const thread = await withRetries(async (key) => {
    const response = await post("/threads", { title: "Refunds" }, key);
    return response.json();
  });
  const answer = await ask(thread.id, "How long does a refund take?");
  console.log();
  for (const { document_name, quote } of answer.citations) {
    console.log(`${document_name}: ${quote}`);
  }
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
