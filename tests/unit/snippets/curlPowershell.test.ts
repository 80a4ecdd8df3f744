import {describe, expect, test} from 'vitest';

import {parseSnippet} from '../../../src/snippets/parse';
import type {ApiRequest} from '../../../src/request/apiRequest';

const json = 'application/json';

describe('a call of PowerShell', () => {
  test.each<[string, string, Partial<ApiRequest>]>([
    [
      'as Chrome copies it',
      `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11)"
$session.Cookies.Add((New-Object System.Net.Cookie("sid", "a b", "/", "a.test")))
$session.Cookies.Add((New-Object System.Net.Cookie("t", "1", "/", "a.test")))
Invoke-WebRequest -UseBasicParsing -Uri "https://a.test/api?x=1" \`
-Method "POST" \`
-WebSession $session \`
-Headers @{
"accept"="*/*"
  "x-note"="it's \`$5"
} \`
-ContentType "application/json" \`
-Body "{\`"a\`":\`"caf$([char]233)\`"}"`,
      {
        method: 'POST',
        url: 'https://a.test/api?x=1',
        headers: [
          {name: 'accept', value: '*/*'},
          {name: 'x-note', value: "it's $5"},
          {name: 'User-Agent', value: 'Mozilla/5.0 (X11)'},
          {name: 'Cookie', value: 'sid=a b; t=1'},
        ],
        body: {type: 'json', mediaType: json, text: '{"a":"café"}'},
      },
    ],
    [
      'as Chrome copies a body beyond ASCII',
      'Invoke-WebRequest -Uri "https://a.test" -Method "POST" -ContentType "text/plain" -Body ([System.Text.Encoding]::UTF8.GetBytes("a$([char]8364)"))',
      {body: {type: 'text', mediaType: 'text/plain', text: 'a€'}},
    ],
    [
      'as Postman writes it',
      `$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"
$headers.Add("Content-Type", "application/json")
$headers.Add("X-A", "1")

$body = @"
{
  \`"a\`": 1
}
"@

$response = Invoke-RestMethod 'https://a.test/p' -Method 'PUT' -Headers $headers -Body $body
$response | ConvertTo-Json`,
      {
        method: 'PUT',
        headers: [{name: 'X-A', value: '1'}],
        body: {type: 'json', mediaType: json, text: '{\n  "a": 1\n}'},
      },
    ],
    [
      'with tables, as people write it',
      `$headers = @{ Authorization = "Bearer $env:TOKEN"; 'X-A' = 1 }
$body = @{ name = "Ada"; tags = @("a", "b"); on = $true; none = $null } | ConvertTo-Json
Invoke-RestMethod -Uri https://a.test/users -Method Post -Headers $headers -Body $body -ContentType application/json`,
      {
        method: 'POST',
        headers: [{name: 'X-A', value: '1'}],
        credentials: [{type: 'bearer', env: 'TOKEN', value: ''}],
        body: {
          type: 'json',
          mediaType: json,
          text: JSON.stringify({name: 'Ada', tags: ['a', 'b'], on: true, none: null}, null, 2),
        },
      },
    ],
    [
      'with its arguments in a table',
      `$base = 'https://a.test'
$params = @{
  Uri = "$base/x"
  Method = 'DELETE'
}
Invoke-RestMethod @params`,
      {method: 'DELETE', url: 'https://a.test/x'},
    ],
    [
      'with a table for the query',
      "irm https://a.test/s -Body @{ q = 'a b'; n = 2 }",
      {method: 'GET', url: 'https://a.test/s?q=a%20b&n=2', body: {type: 'none'}},
    ],
    [
      'with a table for a form',
      "iwr -Uri 'https://a.test/s' -Method POST -Body @{ q = 'a b' }",
      {
        body: {
          type: 'form',
          mediaType: 'application/x-www-form-urlencoded',
          fields: [{name: 'q', value: 'a b'}],
        },
      },
    ],
    [
      'with a file in a form',
      "Invoke-RestMethod -Uri https://a.test/u -Method Post -Form @{ title = 'x'; doc = Get-Item 'sub/a.pdf' }",
      {
        body: {
          type: 'multipart',
          parts: [
            {name: 'title', value: 'x'},
            {name: 'doc', file: {id: 'disk:a.pdf', name: 'a.pdf', path: 'sub/a.pdf'}},
          ],
        },
      },
    ],
  ])('%s is read', async (_, code, sends) => {
    const parsed = await parseSnippet(code, 'curl');
    expect('request' in parsed ? parsed.request : parsed).toMatchObject(sends);
    expect('notes' in parsed ? parsed.notes : []).toEqual([]);
  });

  test.each([
    ['Invoke-RestMethod -Uri https://a.test -Credential $me', /-credential is ignored/],
    ["Invoke-RestMethod -Uri https://a.test -Method Put -Body 'x'", /sends no media type/],
    ['Invoke-RestMethod -Uri "https://a.test/$id"', /variable id/],
    ["foreach ($i in 1..3) {\n Invoke-RestMethod -Uri 'https://a.test'\n}", /how often/],
    ["$b = @{a=1}\n$b.Remove('a')\nInvoke-RestMethod -Uri https://a.test -Body $b", /cannot be read/],
    [
      'Invoke-RestMethod https://a.test -Method Post -Body (@{a=@{b=@{c=@{d=1}}}} | ConvertTo-Json)',
      /stops at 2 levels/,
    ],
    ["Invoke-RestMethod https://a.test -Headers @{ A = '{0}' -f 1 }", /cannot be read/],
    ['Invoke-RestMethod -Method Get', /no URL/],
  ])('what is not known is said: %s', async (code, words) => {
    const parsed = await parseSnippet(code, 'curl');
    const said = 'notes' in parsed ? parsed.notes : parsed.problems.map(({message}) => message);
    expect(said).toEqual([expect.stringMatching(words)]);
  });
});
