// Prints the email address of every user, page by page.
const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";

async function* users() {
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: 2, ...(cursor && { cursor }) });
    const response = await fetch(`${base}/users?${query}`, {
      headers: { Authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) {
      throw new Error(`${response.status} ${await response.text()}`);
    }
    const page = await response.json();
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor !== null);
}

try {
  for await (const user of users()) {
    console.log(user.email);
  }
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
