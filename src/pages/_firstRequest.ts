/** What the home page shows: a request for a terminal, and its answer. A test holds both against the OpenAPI document. */
export const request = `curl https://api.cloudindex.com/v1/users \\
  -H "Authorization: Bearer $CLOUDINDEX_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"email": "ada@example.com", "name": "Ada Lovelace"}'`;

export const answer = `{
  "id": "usr_123abc",
  "email": "ada@example.com",
  "name": "Ada Lovelace",
  "role": "user",
  "metadata": {},
  "created_at": "2024-01-11T10:00:00Z",
  "updated_at": "2024-01-11T10:00:00Z"
}`;
