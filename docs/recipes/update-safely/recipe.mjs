// Renames a user, but only if nobody else has changed the user in the meantime.
const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";
const attempts = 5;

function api(path, options = {}) {
  return fetch(base + path, {
    ...options,
    headers: { Authorization: `Bearer ${apiKey}`, ...options.headers },
    signal: AbortSignal.timeout(30_000),
  });
}

/** Applies a change to the current version of a user. */
async function updateUser(id, change) {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const read = await api(`/users/${id}`);
    if (!read.ok) {
      throw new Error(`${read.status} ${await read.text()}`);
    }
    const updated = await api(`/users/${id}`, {
      method: "PATCH",
      headers: {
        "Content-Type": "application/json",
        "If-Match": read.headers.get("ETag"),
      },
      body: JSON.stringify(change(await read.json())),
    });
    if (updated.ok) {
      return updated.json();
    }
    // Someone else was faster: read the user again.
    if (updated.status !== 412) {
      throw new Error(`${updated.status} ${await updated.text()}`);
    }
  }
  throw new Error(`Gave up after ${attempts} attempts.`);
}

try {
  const user = await updateUser("usr_123abc", (current) => ({
    name: current.name.replace("John", "Jane"),
  }));
  console.log(user);
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
