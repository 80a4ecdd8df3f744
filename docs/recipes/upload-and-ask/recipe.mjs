// Uploads a file, waits until it is ready, and asks a question about it.
import { setTimeout as sleep } from "node:timers/promises";

const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";
const longestWait = 60;

async function api(path, options = {}) {
  const response = await fetch(base + path, {
    ...options,
    headers: { Authorization: `Bearer ${apiKey}`, ...options.headers },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  return response.json();
}

function postJson(path, body) {
  return api(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

try {
  const text = "Book a desk before nine in the morning.";
  const body = new FormData();
  body.append("files", new File([text], "desks.txt", { type: "text/plain" }));
  const { data } = await api("/documents", { method: "POST", body });

  let [document] = data;
  for (let seconds = 0; document.status !== "ready"; seconds++) {
    if (document.status === "failed") {
      throw new Error(document.failure_reason);
    }
    if (seconds === longestWait) {
      throw new Error(`${document.id} is not ready after ${seconds} s.`);
    }
    await sleep(1000);
    document = await api(`/documents/${document.id}`);
  }

  const thread = await postJson("/threads", { title: "Desks" });
  const answer = await postJson(`/threads/${thread.id}/messages`, {
    content: "When do I book a desk?",
  });
  console.log(answer.content);
  for (const { document_name, quote } of answer.citations) {
    console.log(`${document_name}: ${quote}`);
  }
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
