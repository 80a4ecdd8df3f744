import {describe, expect, test} from 'vitest';

import type {Language} from '../../../src/snippets';
import {outcome} from './outcome';

const post = (body: string): string =>
  `await fetch("https://a.test/x", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(${body})});`;

describe('a program is followed from its start to its first request', () => {
  test.each<readonly [Language, string, string]>([
    [
      'node',
      `const get = path => fetch('https://a.test' + path, {headers: {'X-A': '1'}});
await get('/one');`,
      'GET https://a.test/one | X-A: 1',
    ],
    [
      'node',
      `const url = 'https://a.test/outer';
function f() { const url = 'https://a.test/inner'; return url; }
await fetch(url);`,
      'GET https://a.test/outer',
    ],
    [
      'node',
      `async function login() { return fetch('https://a.test/login', {method: 'POST'}); }
async function main() { await fetch('https://a.test/main'); }
await main();`,
      'GET https://a.test/main',
    ],
    [
      'node',
      `const data = {a: 1};
function addB(o) { o.b = 2; }
addB(data);
${post('data')}`,
      'POST https://a.test/x | {"a":1,"b":2}',
    ],
    [
      'node',
      `const data = {a: 1};\nconst same = data;\nsame.a = 2;\n${post('data')}`,
      'POST https://a.test/x | {"a":2}',
    ],
    [
      'node',
      `const data = {a: 1};\nObject.assign(data, {b: 2});\n${post('data')}`,
      'POST https://a.test/x | {"a":1,"b":2}',
    ],
    [
      'node',
      `const p = new URLSearchParams();
[1, 2].forEach(n => p.append('id', n));
await fetch('https://a.test/a?' + p.toString());`,
      'GET https://a.test/a?id=1&id=2',
    ],
    [
      'node',
      `const f = new FormData();
f.append('a', '1');
f.delete('a');
f.append('b', '2');
await fetch('https://a.test/x', {method: 'POST', body: f});`,
      'POST https://a.test/x | [b: 2]',
    ],
    [
      'node',
      `const isLive = false;\nlet url = 'https://a.test/a';\nif (isLive) { url = 'https://a.test/b'; }\nawait fetch(isLive ? '' : url);`,
      'GET https://a.test/a',
    ],
    [
      'node',
      `function early(x) { if (x) { return '/a'; } return '/b'; }\nawait fetch('https://a.test' + early(true));`,
      'GET https://a.test/a',
    ],
    [
      'node',
      `switch ('b') { case 'a': await fetch('https://a.test/a'); break; case 'b': await fetch('https://a.test/b'); }`,
      'GET https://a.test/b',
    ],
    [
      'node',
      `const {a, b: {c = 3} = {}, ...rest} = {a: 1, d: 4};\n${post('{a, c, ...rest}')}`,
      'POST https://a.test/x | {"a":1,"c":3,"d":4}',
    ],
    [
      'node',
      `class Client { constructor(base) { this.base = base; } get(path) { return fetch(this.base + path); } }\nawait new Client('https://a.test').get('/x');`,
      'GET https://a.test/x',
    ],
    [
      'node',
      `import axios from 'axios';\nconst api = axios.create({baseURL: 'https://a.test/v1', headers: {'X-A': '1'}});\nawait api.post('/x', {b: 2}, {params: {q: 'c d', n: null}});`,
      'POST https://a.test/v1/x?q=c+d | X-A: 1 | {"b":2}',
    ],
    [
      'node',
      `import axios from 'axios';\nawait axios.postForm('https://a.test/x', {a: 1, b: {c: [2, 3], d: null}});`,
      'POST https://a.test/x | [a: 1][b[c][]: 2][b[c][]: 3]',
    ],
    [
      'node',
      `import axios from 'axios';\nconst form = new FormData();\nform.append('a', '1');\nawait axios.putForm('https://a.test/x', form, {headers: {'X-A': '1'}});`,
      'PUT https://a.test/x | X-A: 1 | [a: 1]',
    ],
    [
      'python',
      'import requests\nrequests.post("https://a.test/x", json={"a": 1}, data={"b": 2})',
      'POST https://a.test/x | b=2',
    ],
    ['python', 'import requests\nrequests.post("https://a.test/x", json=None)', 'POST https://a.test/x'],
    [
      'python',
      String.raw`import requests
requests.post("https://a.test/x", json={"s": "\N{BULLET}"})`,
      'POST https://a.test/x | {"s":"•"}',
    ],
    [
      'python',
      'import requests\nrequests.get("https://a.test/a b?q=é&r[]=1")',
      'GET https://a.test/a%20b?q=%C3%A9&r%5B%5D=1',
    ],
    [
      'python',
      'import requests\nrequests.get("https://a.test/x", params={"a": [1, 2], "b": True, "c": None})',
      'GET https://a.test/x?a=1&a=2&b=True',
    ],
    [
      'python',
      'import requests as r\ndef call(path, base="https://a.test", **more):\n    return r.get(f"{base}{path}", **more)\n\nif __name__ == "__main__":\n    call("/x", params={"a": "1"})',
      'GET https://a.test/x?a=1',
    ],
    [
      'python',
      'import requests\ns = requests.Session()\ns.headers.update({"X-A": "1"})\ns.get("{}/x/{id}".format("https://a.test", id=7), headers={"x-a": None})',
      'GET https://a.test/x/7',
    ],
    [
      'python',
      'import requests\nids = [n * 2 for n in range(3) if n]\nrequests.post("https://a.test/x", json={"ids": ids, **{k: v for k, v in {"a": 1}.items()}})',
      'POST https://a.test/x | {"ids":[2,4],"a":1}',
    ],
    [
      'python',
      'from urllib.request import Request, urlopen\nfrom urllib.parse import urlencode\nurlopen(Request("https://a.test/x", data=urlencode({"a": "b c"}).encode(), method="PUT"))',
      'PUT https://a.test/x | a=b c',
    ],
    [
      'go',
      'req, _ := http.NewRequest("GET", "https://a.test/a", nil)\nif false {\n\treq.Header.Set("X-A", "1")\n}',
      'GET https://a.test/a',
    ],
    [
      'go',
      'url := "https://a.test/a"\n{\n\turl := "https://a.test/b"\n\t_ = url\n}\nhttp.Get(url)',
      'GET https://a.test/a',
    ],
    [
      'go',
      'payload := map[string]any{"b": []int{1, 2}, "a": "<x>"}\nbody, err := json.Marshal(payload)\nif err != nil {\n\tpanic(err)\n}\nhttp.Post("https://a.test/x", "application/json", bytes.NewBuffer(body))',
      'POST https://a.test/x | {"a":"<x>","b":[1,2]}',
    ],
    [
      'go',
      'type User struct {\n\tName string `json:"name"`\n\tAge int `json:"age,omitempty"`\n\tTags []string\n}\nfunc main() {\n\tbody, _ := json.Marshal(User{Name: "Ada"})\n\treq, _ := http.NewRequestWithContext(ctx, "PUT", fmt.Sprintf("%s/users/%d", "https://a.test", 7), bytes.NewReader(body))\n\treq.Header.Set("Content-Type", "application/json")\n\thttp.DefaultClient.Do(req)\n}',
      'PUT https://a.test/users/7 | {"name":"Ada","Tags":null}',
    ],
    [
      'go',
      'q := url.Values{}\nq.Set("b", "1 2")\nq.Add("a", "x")\nhttp.Get("https://a.test/x?" + q.Encode())',
      'GET https://a.test/x?a=x&b=1+2',
    ],
    [
      'go',
      'http.PostForm("https://a.test/x", url.Values{"a": {"1", "2"}})',
      'POST https://a.test/x | a=1&a=2',
    ],
  ])('%s: %s', async (language, code, expected) => {
    expect(await outcome(language, code)).toBe(expected);
  });
});

test.each<readonly [Language, string, string]>([
  [
    'node',
    `const o = {a: {b: 1}};\nconst c = {...o};\nc.a.b = 2;\n${post('o')}`,
    'POST https://a.test/x | {"a":{"b":2}}',
  ],
  [
    'node',
    `let url = 'https://a.test/a';\nconst set = () => { url = 'https://a.test/b'; };\nset();\nawait fetch(url);`,
    'GET https://a.test/b',
  ],
  [
    'node',
    `let i = 0;\nlet url = 'https://a.test/';\nwhile (i < 3) { url += i; i++; }\nawait fetch(url);`,
    'GET https://a.test/012',
  ],
  [
    'python',
    'def add(x, items=[]):\n    items.append(x)\n    return items\nadd(1)\nrequests.post("https://a.test", json=add(2))',
    'POST https://a.test | [1,2]',
  ],
  [
    'python',
    'url = "https://a.test/a"\ndef f():\n    url = "https://a.test/b"\nf()\nrequests.get(url)',
    'GET https://a.test/a',
  ],
  [
    'python',
    'try:\n    url = {}["a"]\nexcept KeyError:\n    url = "https://a.test/b"\nrequests.get(url)',
    'GET https://a.test/b',
  ],
  [
    'go',
    'type P struct{ A int }\nfunc main() {\n\tp := P{A: 1}\n\tq := p\n\tq.A = 2\n\tb, _ := json.Marshal(p)\n\thttp.Post("https://a.test", "application/json", bytes.NewReader(b))\n}',
    'POST https://a.test | {"A":1}',
  ],
  ['go', 'parts := []string{"a", "b"}\nhttp.Get("https://a.test/" + parts[1])', 'GET https://a.test/b'],
])('objects are shared, copied and kept as the language has it: %s: %s', async (language, code, expected) => {
  expect(await outcome(language, code)).toBe(expected);
});

test.each<readonly [string, Language, string, string]>([
  [
    'classes that extend others',
    'python',
    'class A:\n    base = "https://a.test"\n    def get(self, p):\n        return requests.get(self.base + p)\nclass B(A):\n    def get(self, p):\n        return super().get("/b" + p)\nB().get("/x")',
    'GET https://a.test/b/x',
  ],
  [
    'getters and setters',
    'node',
    `class A { #p = '/a'; get url() { return 'https://a.test' + this.#p; } set path(p) { this.#p = p; } }\nconst a = new A();\na.path = '/b';\nawait fetch(a.url);`,
    'GET https://a.test/b',
  ],
  [
    'a method that gets a copy of its struct',
    'go',
    'type N struct{ A int }\nfunc (n N) Set() { n.A = 2 }\nfunc main() {\n\tn := N{1}\n\tn.Set()\n\tb, _ := json.Marshal(n)\n\thttp.Post("https://a.test", "application/json", bytes.NewReader(b))\n}',
    'POST https://a.test | {"A":1}',
  ],
  [
    'structs within structs',
    'go',
    'type B struct{ ID int `json:"id"` }\ntype I struct {\n\tB\n\tIn B\n}\nfunc main() {\n\ti := I{B{1}, B{2}}\n\tj := i\n\tj.In.ID = 3\n\tb, _ := json.Marshal([]I{i})\n\thttp.Post("https://a.test", "application/json", bytes.NewReader(b))\n}',
    'POST https://a.test | [{"id":1,"In":{"id":2}}]',
  ],
])('%s are followed: %s: %s', async (_, language, code, expected) => {
  expect(await outcome(language, code)).toBe(expected);
});

test.each<readonly [string, Language, string, RegExp]>([
  [
    'one of two objects, through which a third hand changes either',
    'node',
    `const a = {a: 1};\nlet b = {};\nif (process.env.ON) { b = a; }\nb.x = 2;\n${post('a')}`,
    /^line 4: .*unknown/,
  ],
  [
    'a change to a class',
    'python',
    'class A:\n    url = "https://a.test"\nclass B(A):\n    pass\nA.url = "https://b.test"\nrequests.get(B.url)',
    /^line 5: .*cannot be read/,
  ],
  [
    'a function that nobody waits for',
    'node',
    `const a = {a: 1};\nasync function later() { await 0; a.b = 2; }\nlater();\n${post('a')}`,
    /^line 3: .*unknown/,
  ],
  [
    'a part of a slice',
    'go',
    'a := []int{1, 2}\nb := a[:1]\nb[0] = 9\nj, _ := json.Marshal(a)\nhttp.Post("https://a.test", "application/json", bytes.NewReader(j))',
    /^line 3: .*unknown/,
  ],
  [
    'a file whose content is in the code',
    'node',
    `const f = new FormData();\nf.append('f', new Blob(['a']), 'a.txt');\nawait fetch('https://a.test', {method: 'POST', body: f});`,
    /^line 2: The content of the file a\.txt is written in the code/,
  ],
  [
    'a method that fetch does not write in capitals',
    'node',
    `await fetch('https://a.test', {method: 'patch'});`,
    /^PATCH https:\/\/a\.test \| \(This code sends the method as patch/,
  ],
  [
    'a body without a media type',
    'python',
    'requests.post("https://a.test", data="text")',
    /^POST .* \(This code sends the body without a Content-Type/,
  ],
])('%s is refused or noted: %s: %s', async (_, language, code, expected) => {
  expect(await outcome(language, code)).toMatch(expected);
});

describe('what is not known is refused at its place where the request depends on it', () => {
  test.each<readonly [Language, number, string]>([
    [
      'node',
      2,
      `const headers = {'Content-Type': 'application/json'};
if (process.env.NOT_SET) { headers['X-Trace'] = 'on'; }
await fetch('https://a.test/x', {method: 'POST', headers, body: JSON.stringify({a: 1})});`,
    ],
    ['node', 2, `let url = 'https://a.test/a';\nfor (const one of list) { url += one; }\nawait fetch(url);`],
    [
      'node',
      2,
      `let url = 'https://a.test/a';\nwhile (more()) { url = 'https://a.test/b'; }\nawait fetch(url);`,
    ],
    ['node', 2, `const data = {a: 1};\nmend(data);\n${post('data')}`],
    [
      'node',
      2,
      `let url = 'https://a.test/a';\non('event', () => { url = 'https://a.test/b'; });\nawait fetch(url);`,
    ],
    [
      'node',
      1,
      `const url = Math.random() > 0.5 ? 'https://a.test/a' : 'https://a.test/b';\nawait fetch(url);`,
    ],
    [
      'python',
      2,
      'url = "https://a.test/a"\ntry:\n    config = load()\nexcept OSError:\n    url = "https://a.test/b"\nrequests.get(url)',
    ],
    ['python', 2, 'data = {"a": 1}\nrandom.shuffle(data)\nrequests.post("https://a.test", json=data)'],
    ['go', 2, 'url := "https://a.test/a"\nif len(os.Args) > 1 {\n\turl = os.Args[1]\n}\nhttp.Get(url)'],
    ['go', 2, 'url := "https://a.test/a"\ngoto done\ndone:\nhttp.Get(url)'],
  ])('%s, line %i: %s', async (language, line, code) => {
    expect(await outcome(language, code)).toMatch(new RegExp(`^line ${line}: .*(?:unknown|cannot be read)`));
  });

  test.each<readonly [Language, string, string]>([
    [
      'node',
      `const log = {};\nif (process.env.DEBUG) { log.on = true; }\nawait fetch('https://a.test/a');`,
      'GET https://a.test/a',
    ],
    [
      'python',
      'verbose = False\nfor name in names():\n    verbose = True\nrequests.get("https://a.test/a")',
      'GET https://a.test/a',
    ],
    [
      'go',
      'if os.Getenv("DEBUG") != "" {\n\tlog.Println("x")\n}\nhttp.Get("https://a.test/a")',
      'GET https://a.test/a',
    ],
  ])('and does not matter where it does not: %s: %s', async (language, code, expected) => {
    expect(await outcome(language, code)).toBe(expected);
  });
});

describe('what is read with a note', () => {
  test.each<readonly [Language, string, RegExp]>([
    [
      'node',
      `await fetch('https://a.test/a');\nawait fetch('https://a.test/b');`,
      /^GET https:\/\/a\.test\/a \| \(.*more than one request/,
    ],
    [
      'node',
      `if (process.env.ON) {\n  await fetch('https://a.test/a');\n}`,
      /^GET https:\/\/a\.test\/a \| \(Whether this request is sent depends on line 1/,
    ],
    [
      'node',
      `export async function users() {\n  return fetch('https://a.test/users');\n}`,
      /^GET https:\/\/a\.test\/users \| \(Whether this request is sent depends on line 1/,
    ],
    [
      'python',
      'for page in pages():\n    requests.get("https://a.test/a")',
      /^GET https:\/\/a\.test\/a \| \(Whether this request is sent depends on line 1/,
    ],
    [
      'go',
      'func handle(w http.ResponseWriter) {\n\thttp.Get("https://a.test/a")\n}',
      /^GET https:\/\/a\.test\/a \| \(Whether this request is sent depends on line 1/,
    ],
  ])('%s: %s', async (language, code, expected) => {
    expect(await outcome(language, code)).toMatch(expected);
  });
});
