import {describe, expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {parseSnippet} from '../../../src/snippets/parse';
import type {Language} from '../../../src/snippets';

async function problems(language: Language, code: string): Promise<readonly string[]> {
  const parsed = await parseSnippet(code, language);
  return 'problems' in parsed ? parsed.problems.map(({message}) => message) : [];
}

async function read(language: Language, code: string): Promise<ApiRequest> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(({message}) => message).join('\n'));
  }
  return parsed.request;
}

function jsonOf({body}: ApiRequest): unknown {
  return body.type === 'json' && JSON.parse(body.text);
}

const post = (body: string): string =>
  `fetch("https://a.test/x", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(${body})})`;

const go = (lines: string): string => `func run() {
  req, err := http.NewRequest("GET", url, nil)
  ${lines}
}`;

describe('code that is not followed is told, and nothing of the request is lost', () => {
  test.each([
    ['node', post('{...base, b: 2}')],
    ['node', post('[...base, 2]')],
    ['node', post('{[name]: 2}')],
    ['node', post('10n')],
    ['node', post('data, ["a"]')],
    ['node', 'fetch("https://a.test/x", {headers: {...common}})'],
    ['node', 'fetch("https://a.test/x", {...options})'],
    ['node', 'fetch(...args)'],
    ['node', `const data = {a: 1};\ndata.b.c = 2;\n${post('data')}`],
    ['node', `const data = {a: 1};\ndata[key] = 2;\n${post('data')}`],
    ['node', `const data = [1];\ndata.reverse();\n${post('data')}`],
    ['node', 'fetch("https://a.test", {headers: {Authorization: `Basic ${btoa("a:€")}`}})'],
    ['node', 'let url = "https://a.test/x";\nurl -= 1;\nfetch(url)'],
    ['python', 'requests.post("https://a.test", json={**base, "b": 2})'],
    ['python', 'requests.post("https://a.test", json=[*base, 2])'],
    ['python', 'requests.post("https://a.test", **options)'],
    ['python', 'requests.post("https://a.test", json=[1j])'],
    ['python', 'data = {"a": 1}\ndata["b"]["c"] = 1\nrequests.post("https://a.test", json=data)'],
    ['python', 'requests.get("https://a.test", {"q": "a"}, {"b": 1})'],
    ['python', 's = requests.Session()\ns.cookies.set("a", "b", path="/c")\ns.get("https://a.test")'],
    ['go', 'url := "https://a.test/x"\nurl -= 1\nreq, err := http.NewRequest("GET", url, nil)'],
    ['go', go('req.URL.RawQuery = q.Encode()').replace('url,', '"https://a.test",')],
  ] as const)('%s: %s', async (language, code) => {
    expect(await problems(language, code)).toEqual([
      expect.stringMatching(/(?:unknown|cannot be read)|throws/),
    ]);
  });
});

describe('what is followed has its value', () => {
  test.each([
    ['node', 'let url = "https://a.test/x";\nurl += "?a=1";\nfetch(url)'],
    ['node', 'const url = new URL("https://a.test/x");\nurl.searchParams.set("a", "1");\nfetch(url)'],
    ['node', 'fetch(new URL("/x?a=1", "https://a.test"))'],
    ['node', 'let n = 0;\nn++;\nfetch(`https://a.test/x?a=${n}`)'],
    ['node', 'const h = new Headers();\nh.delete("X-A");\nfetch("https://a.test/x?a=1", {headers: h})'],
    ['python', 'url = "https://a.test/x"\nurl += "?a=1"\nrequests.get(url)'],
    ['go', 'req, _ := http.NewRequest("GET", "https://a.test/x?a=1", nil)\nreq.Header.Del("A")'],
    ['python', 'requests.get("https://a.test/x", {"a": "1"})'],
    ['python', 's = requests.Session()\ns.params = {"a": "1"}\ns.get("https://a.test/x")'],
    ['python', 'base, path = "https://a.test", "/x?a=1"\nrequests.get(base + path)'],
    ['go', 'url := "https://a.test/x"\nurl += "?a=1"\nreq, err := http.NewRequest("GET", url, nil)'],
    ['go', 'a, b := "https://a.test", "/x?a=1"\nreq, err := http.NewRequest("GET", a+b, nil)'],
  ] as const)('a URL in %s: %s', async (language, code) => {
    expect(await read(language, code)).toMatchObject({
      method: 'GET',
      url: 'https://a.test/x?a=1',
      body: {type: 'none'},
    });
  });

  test.each([
    ['node', `const data = {a: 0};\ndata.a = 1;\ndata["b"] = [2];\ndata.b = [2, 31];\n${post('data')}`],
    ['node', `const base = {a: 0, b: [2, 31]};\n${post('{...base, a: 1}')}`],
    ['node', `const data = {a: 3 - 2, b: [2, 31], c: 1};\ndelete data.c;\n${post('data')}`],
    ['node', `const b = [2];\nb.push(0x1F);\n${post('{a: 1, b}')}`],
    [
      'python',
      'data = {"a": 0}\ndata["a"] = 1\ndata["b"] = [2, 0x1F]\nrequests.post("https://a.test/x", json=data)',
    ],
    ['python', 'base = {"a": 0, "b": [2, 31]}\nrequests.post("https://a.test/x", json={**base, "a": 1})'],
    [
      'python',
      'data = dict({"a": 0}, a=1)\ndata.update(b=[2, 31])\nrequests.post("https://a.test/x", json=data)',
    ],
    [
      'python',
      'data = {"a": 3 - 2, "b": [2, 31], "c": 1, "d": 2}\ndel data["c"]\ndata.pop("d")\nrequests.post("https://a.test/x", json=data)',
    ],
    ['python', 'b = [2]\nb.append(31)\nrequests.post("https://a.test/x", None, {"a": 1, "b": b})'],
  ] as const)('JSON in %s: %s', async (language, code) => {
    expect(jsonOf(await read(language, code))).toEqual({a: 1, b: [2, 31]});
  });

  test.each([
    [
      'node',
      'const h = new Headers({"X-A": "0"});\nh.set("x-a", "1");\nh.append("X-B", "2");\nfetch("https://a.test", {headers: h})',
    ],
    [
      'node',
      'const headers = {"X-A": "0"};\nheaders["X-A"] = "1";\nheaders["X-B"] = "2";\nfetch("https://a.test", {headers})',
    ],
    [
      'python',
      's = requests.Session()\ns.headers.update({"X-A": "1"})\ns.headers["X-B"] = "2"\ns.get("https://a.test")',
    ],
    [
      'python',
      'client = httpx.Client(headers={"X-A": "1"})\nclient.get("https://a.test", headers={"X-B": "2"})',
    ],
  ] as const)('headers in %s: %s', async (language, code) => {
    const {headers} = await read(language, code);
    expect(headers.map(({name, value}) => `${name.toUpperCase()}: ${value}`)).toEqual(['X-A: 1', 'X-B: 2']);
  });

  test('numbers of every notation are JSON', async () => {
    const code = 'requests.post("https://a.test", json=[0x1F, .5, 1_000, -0b11, 1e3, 0o17, 1.10])';
    expect((await read('python', code)).body).toMatchObject({
      text: expect.stringMatching(/^\[\s*31,\s*0\.5,\s*1000,\s*-3,\s*1e3,\s*15,\s*1\.10\s*\]$/),
    });
  });

  test('parameters and forms that are filled bit by bit', async () => {
    const parameters =
      'const p = new URLSearchParams("a=1");\np.append("b", "2");\nfetch("https://a.test", {method: "POST", body: p})';
    expect((await read('node', parameters)).body).toMatchObject({
      fields: [
        {name: 'a', value: '1'},
        {name: 'b', value: '2'},
      ],
    });
    const form =
      'const f = new FormData();\nf.append("a", "1");\nf.set("a", "2");\nfetch("https://a.test", {method: "POST", body: f})';
    expect((await read('node', form)).body).toMatchObject({parts: [{name: 'a', value: '2'}]});
  });

  test('a cookie that Go adds', async () => {
    const code =
      'req, _ := http.NewRequest("GET", "https://a.test", nil)\nreq.AddCookie(&http.Cookie{Name: "a", Value: "b"})';
    expect((await read('go', code)).headers).toEqual([{name: 'Cookie', value: 'a=b'}]);
  });
});

test('bytes that Go escapes are those of UTF-8', async () => {
  const code = String.raw`req, _ := http.NewRequest("POST", "https://a.test", strings.NewReader("\xc3\xa9\303\251"))`;
  expect((await read('go', code)).body).toMatchObject({text: 'éé'});
});
