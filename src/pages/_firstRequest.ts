/** The user that the home page creates. */
export const user = {email: 'ada@example.com', name: 'Ada Lovelace'};

/** The request that the home page shows, for a terminal. A test holds it and its response against the OpenAPI document. */
export function requestFor(body: typeof user): string {
  const text = `{"email": ${JSON.stringify(body.email)}, "name": ${JSON.stringify(body.name)}}`;
  return `curl https://api.cloudindex.com/v1/users \\
  -H "Authorization: Bearer $CLOUDINDEX_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${text.replaceAll("'", "'\\''")}'`;
}

/** What comes back. */
export const response = `{
  "id": "usr_123abc",
  "email": "ada@example.com",
  "name": "Ada Lovelace",
  "role": "user",
  "metadata": {},
  "created_at": "2024-01-11T10:00:00Z",
  "updated_at": "2024-01-11T10:00:00Z"
}`;
