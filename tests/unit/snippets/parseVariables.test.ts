import {expect, test} from 'vitest';

import type {ParsedRequest} from '../../../src/snippets/parse/parsedRequest';
import {parseSnippet} from '../../../src/snippets/parse';
import type {Language} from '../../../src/snippets';

/** The same call in each language: an id and a name from variables without a value, a team with one, and a key. */
const calls: readonly (readonly [Language, string])[] = [
  [
    'curl',
    `curl "https://a.test/users/$USER_ID" --header "Authorization: Bearer $KEY" \\
  --json "{\\"name\\": \\"$NAME\\", \\"team\\": \\"\${TEAM:-blue}\\"}"`,
  ],
  [
    'node',
    `fetch(\`https://a.test/users/\${process.env.USER_ID}\`, {
  method: "POST",
  headers: {Authorization: \`Bearer \${process.env.KEY}\`, "Content-Type": "application/json"},
  body: JSON.stringify({name: process.env.NAME, team: process.env.TEAM ?? "blue"}),
});`,
  ],
  [
    'python',
    `requests.post(
    f"https://a.test/users/{os.environ['USER_ID']}",
    headers={"Authorization": f"Bearer {os.environ['KEY']}"},
    json={"name": os.getenv("NAME"), "team": os.getenv("TEAM", "blue")},
)`,
  ],
  [
    'go',
    `body := strings.NewReader("{\\"name\\": \\"" + os.Getenv("NAME") + "\\", \\"team\\": \\"blue\\"}")
req, _ := http.NewRequest("POST", "https://a.test/users/"+os.Getenv("USER_ID"), body)
req.Header.Set("Authorization", "Bearer "+os.Getenv("KEY"))
req.Header.Set("Content-Type", "application/json")`,
  ],
];

function understood(parsed: ParsedRequest): Extract<ParsedRequest, {readonly notes: unknown}> {
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(({message}) => message).join('\n'));
  }
  return parsed;
}

test.each(calls)('a variable without a value stands by its name, and is told: %s', async (language, code) => {
  const {request, notes} = understood(await parseSnippet(code, language));
  expect(request.url).toBe('https://a.test/users/$USER_ID');
  expect(request.body.type === 'json' && JSON.parse(request.body.text)).toEqual({
    name: '$NAME',
    team: 'blue',
  });
  expect(request.credentials).toEqual([{type: 'bearer', env: 'KEY', value: ''}]);
  expect([...notes].sort()).toEqual([
    expect.stringContaining('NAME is unknown here. Write it in place of $NAME'),
    expect.stringContaining('USER_ID is unknown here'),
  ]);
});

test('what the shell was told of a variable before, or says itself, is its value', async () => {
  const code = 'NAME=Ada; curl "https://a.test/?name=$NAME&note=${NOTE:-}"';
  expect(understood(await parseSnippet(code, 'curl'))).toMatchObject({
    request: {url: 'https://a.test/?name=Ada&note='},
    notes: [],
  });
});

test('a password from a variable is left to be typed, and the user stays', async () => {
  expect(understood(await parseSnippet('curl https://a.test -u "ada:$PASSWORD"', 'curl'))).toMatchObject({
    request: {credentials: [{type: 'basic', value: 'ada:'}]},
    notes: [],
  });
});

test('where a variable holds the server, that is what is said', async () => {
  expect(await parseSnippet('curl "$BASE/users"', 'curl')).toMatchObject({
    problems: [{message: '"$BASE/users" is not a URL.'}],
  });
});

test('of several variables in a query, those are keys that are called so', async () => {
  const code = 'curl "https://a.test/?page=${PAGE:-2}&key=$APP_KEY&size=${SIZE:-9}&t=${TRELLO_TOKEN:-x}"';
  expect(understood(await parseSnippet(code, 'curl'))).toMatchObject({
    request: {
      url: 'https://a.test/?page=2&size=9',
      credentials: [
        {in: 'query', name: 'key', env: 'APP_KEY', value: ''},
        {in: 'query', name: 't', env: 'TRELLO_TOKEN', value: 'x'},
      ],
    },
    notes: [],
  });
});
