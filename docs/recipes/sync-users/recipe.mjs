// Makes the users in CloudIndex match directory.csv (email,name). Keeps those it manages in users.csv (email,id,name).
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const apiKey = process.env.CLOUDINDEX_API_KEY;
if (!apiKey) {
  console.error("Set CLOUDINDEX_API_KEY first.");
  process.exit(1);
}
const base = process.env.CLOUDINDEX_BASE_URL ?? "https://api.cloudindex.com/v1";

/** Performs a request. Any of these statuses is a success. */
async function api(method, path, statuses, body, headers) {
  const response = await fetch(base + path, {
    method,
    headers: {
      Authorization: `Bearer ${apiKey}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!statuses.includes(response.status)) {
    throw new Error(`${response.status} ${text}`);
  }
  return response;
}

function readLines(file) {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  return lines.filter((line) => line !== "");
}

const people = new Map();
for (const line of readLines("directory.csv")) {
  const [email, ...name] = line.split(",");
  people.set(email, name.join(","));
}
const users = new Map();
for (const line of existsSync("users.csv") ? readLines("users.csv") : []) {
  const [email, id, ...name] = line.split(",");
  users.set(email, { id, name: name.join(",") });
}

/** Stored after each change, so that the next run carries on from there. */
function save() {
  const lines = [...users].map(
    ([email, { id, name }]) => `${email},${id},${name}\n`,
  );
  writeFileSync("users.csv", lines.join(""));
}

async function createOrRename(email, name) {
  const user = users.get(email);
  if (!user) {
    const { headers } = await api(
      "POST",
      "/users",
      [201],
      { email, name },
      { "Idempotency-Key": email },
    );
    const id = headers.get("Location").split("/").pop();
    users.set(email, { id, name });
    console.log(`created ${email}`);
  } else if (user.name !== name) {
    await api("PATCH", `/users/${user.id}`, [200], { name });
    users.set(email, { ...user, name });
    console.log(`renamed ${email}`);
  }
}

async function remove(email) {
  await api("DELETE", `/users/${users.get(email).id}`, [204, 404]);
  users.delete(email);
  console.log(`deleted ${email}`);
}

async function attempt(email, change) {
  try {
    await change();
    save();
  } catch (error) {
    console.error(`${email}: ${error.cause?.code ?? error.message}`);
    process.exitCode = 1;
  }
}

const leaving = [...users.keys()].filter((email) => !people.has(email));
if (leaving.length * 2 > users.size) {
  console.error(
    `Stopped: ${leaving.length} of ${users.size} users would be deleted. Check directory.csv.`,
  );
  process.exit(1);
}
for (const [email, name] of people) {
  await attempt(email, () => createOrRename(email, name));
}
for (const email of leaving) {
  await attempt(email, () => remove(email));
}
