import type {ApiRequest} from '../../../src/request/apiRequest';

/** A command as people have it, what it sends, and why it cannot be read where it cannot. */
export interface CurlCommand {
  readonly from: string;
  readonly command: string;
  readonly sends?: Partial<ApiRequest>;
  /** Words of the note or the problem. */
  readonly says?: RegExp;
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

function jsonBody(text: string, mediaType = json): Partial<ApiRequest> {
  return {method: 'POST', body: {type: 'json', mediaType, text}};
}

function formBody(fields: Readonly<Record<string, string>>): Partial<ApiRequest> {
  return {
    method: 'POST',
    body: {
      type: 'form',
      mediaType: form,
      fields: Object.entries(fields).map(([name, value]) => ({name, value})),
    },
  };
}

export const curlCommands: readonly CurlCommand[] = [
  {
    from: 'Chrome, Copy as cURL (bash), GET',
    command: `curl 'https://app.test/api/items?page=2&sort=-created' \\
  -H 'accept: application/json, text/plain, */*' \\
  -H 'accept-language: de-DE,de;q=0.9' \\
  -b '_ga=GA1.1.1; session=abc' \\
  -H 'sec-ch-ua: "Chromium";v="129", "Not=A?Brand";v="8"' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)'`,
    sends: {
      method: 'GET',
      url: 'https://app.test/api/items?page=2&sort=-created',
      headers: [
        {name: 'accept', value: 'application/json, text/plain, */*'},
        {name: 'accept-language', value: 'de-DE,de;q=0.9'},
        {name: 'sec-ch-ua', value: '"Chromium";v="129", "Not=A?Brand";v="8"'},
        {name: 'user-agent', value: 'Mozilla/5.0 (X11; Linux x86_64)'},
        {name: 'Cookie', value: '_ga=GA1.1.1; session=abc'},
      ],
    },
  },
  {
    from: 'Chrome, Copy as cURL (bash), JSON',
    command: `curl 'https://app.test/api' -X 'PUT' -H 'content-type: application/json;charset=UTF-8' --data-raw '{"a":"ü \\u00fc","b":[1,2]}' --compressed`,
    sends: {
      method: 'PUT',
      body: {type: 'json', mediaType: 'application/json;charset=UTF-8', text: '{"a":"ü \\u00fc","b":[1,2]}'},
    },
  },
  {
    from: 'Chrome, Copy as cURL (bash), with an exclamation mark',
    command: `curl 'https://app.test' -H 'content-type: application/json' --data-raw $'{"a":"wow\\u0021 it\\'s"}'`,
    sends: jsonBody(`{"a":"wow! it's"}`),
  },
  {
    from: 'Chrome, Copy as cURL (cmd)',
    command: `curl ^"https://app.test/api?a=1^&b=2^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"q^\\^":^\\^"100^%^ sure^\\^"^}^"`,
    sends: {...jsonBody('{"q":"100% sure"}'), url: 'https://app.test/api?a=1&b=2'},
  },
  {
    from: 'Firefox, Copy as cURL (POSIX)',
    command: `curl 'https://app.test/login' --compressed -X POST -H 'Content-Type: application/x-www-form-urlencoded' -H 'Origin: https://app.test' -H 'DNT: 1' --data-raw 'user=ada&pass=a%26b'`,
    sends: formBody({user: 'ada', pass: 'a&b'}),
  },
  {
    from: 'Firefox, Copy as cURL (Windows)',
    command: `curl "https://app.test/api" -X POST -H "Content-Type: application/json" --data-raw "{""a"":""b c""}"`,
    sends: jsonBody('{"a":"b c"}'),
  },
  {
    from: 'Safari',
    command: `curl 'https://app.test/api' \\\n-X 'POST' \\\n-H 'Content-Type: application/json' \\\n-H 'Priority: u=3, i' \\\n--data-binary '{"x":1}'`,
    sends: jsonBody('{"x":1}'),
  },
  {
    from: 'Postman',
    command: `curl --location 'https://app.test/api' \\\n--header 'Content-Type: application/json' \\\n--data '{\n    "name": "Ada"\n}'`,
    sends: jsonBody('{\n    "name": "Ada"\n}'),
  },
  {
    from: 'Postman, with --request',
    command: `curl --location --request POST 'https://app.test/upload' --form 'file=@"/home/me/a b.pdf"' --form 'title="A; B"'`,
    sends: {
      body: {
        type: 'multipart',
        parts: [
          {name: 'file', file: {id: 'disk:a b.pdf', name: 'a b.pdf', path: '/home/me/a b.pdf'}},
          {name: 'title', value: 'A; B'},
        ],
      },
    },
  },
  {
    from: 'Postman, urlencoded',
    command: `curl --location 'https://app.test/t' --header 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'scope=a b' --data-urlencode 'x=1+1'`,
    sends: formBody({scope: 'a b', x: '1+1'}),
  },
  {
    from: 'Postman, GraphQL',
    command: `curl --location 'https://app.test/graphql' --header 'Content-Type: application/json' --data '{"query":"query { me { id } }","variables":{}}'`,
    sends: jsonBody('{"query":"query { me { id } }","variables":{}}'),
  },
  {
    from: 'Insomnia',
    command: `curl --request PATCH \\\n  --url https://app.test/users/1 \\\n  --header 'Content-Type: application/json' \\\n  --header 'User-Agent: insomnia/9.3.3' \\\n  --data '{"a":1}'`,
    sends: {method: 'PATCH', url: 'https://app.test/users/1'},
  },
  {
    from: 'Bruno',
    command: `curl --request GET --url 'https://app.test/a?b=c%20d' --header 'x-empty;'`,
    sends: {url: 'https://app.test/a?b=c%20d', headers: [{name: 'x-empty', value: ''}]},
  },
  {
    from: 'Hoppscotch',
    command: `curl --request POST \\\n  --url https://app.test/post \\\n  --header 'content-type: application/json' \\\n  --data '{"a":true}'`,
    sends: jsonBody('{"a":true}'),
  },
  {
    from: 'Swagger UI',
    command: `curl -X 'POST' \\\n  'https://petstore3.swagger.io/api/v3/pet' \\\n  -H 'accept: application/json' \\\n  -H 'Content-Type: application/json' \\\n  -d '{\n  "id": 9223372036854775807\n}'`,
    sends: jsonBody('{\n  "id": 9223372036854775807\n}'),
  },
  {
    from: 'Swagger UI, multipart',
    command: `curl -X 'POST' 'https://app.test/f' -H 'accept: */*' -H 'Content-Type: multipart/form-data' -F 'file=@a.png;type=image/png' -F 'note='`,
    sends: {
      body: {
        type: 'multipart',
        parts: [
          {name: 'file', file: {id: 'disk:a.png', name: 'a.png'}, mediaType: 'image/png'},
          {name: 'note', value: ''},
        ],
      },
    },
  },
  {
    from: 'Stripe',
    command: `curl https://api.stripe.test/v1/charges \\\n  -u "sk_test_4eC39HqLyjWDarjtT1zdp7dc:" \\\n  -d amount=2000 \\\n  -d currency=usd \\\n  -d "metadata[order_id]"=6735`,
    sends: {
      ...formBody({amount: '2000', currency: 'usd', 'metadata[order_id]': '6735'}),
      credentials: [{type: 'basic', env: 'API_KEY', value: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc:'}],
    },
  },
  {
    from: 'OpenAI',
    command: `curl https://api.openai.test/v1/responses \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer $OPENAI_API_KEY" \\\n  -d '{\n    "model": "m",\n    "input": "Hi"\n  }'`,
    sends: {
      ...jsonBody('{\n    "model": "m",\n    "input": "Hi"\n  }'),
      credentials: [{type: 'bearer', env: 'OPENAI_API_KEY', value: ''}],
    },
  },
  {
    from: 'Anthropic',
    command: `curl https://api.anthropic.test/v1/messages --header "x-api-key: $ANTHROPIC_API_KEY" --header "anthropic-version: 2023-06-01" --header "content-type: application/json" --data '{"max_tokens": 1024}'`,
    sends: {
      headers: [{name: 'anthropic-version', value: '2023-06-01'}],
      credentials: [{type: 'apiKey', in: 'header', name: 'x-api-key', env: 'ANTHROPIC_API_KEY', value: ''}],
    },
  },
  {
    from: 'GitHub',
    command: `curl -L \\\n  -X POST \\\n  -H "Accept: application/vnd.github+json" \\\n  -H "Authorization: Bearer <YOUR-TOKEN>" \\\n  -H "X-GitHub-Api-Version: 2022-11-28" \\\n  https://api.github.test/repos/O/R/issues \\\n  -d '{"title":"Found a bug","labels":["bug"]}'`,
    sends: {
      method: 'POST',
      credentials: [{type: 'bearer', env: 'API_KEY', value: ''}],
      // As cURL sends it: the command names no media type.
      body: {type: 'text', mediaType: form, text: '{"title":"Found a bug","labels":["bug"]}'},
    },
  },
  {
    from: 'Twilio',
    command: `curl -X POST "https://api.twilio.test/Messages.json" --data-urlencode "To=+15558675310" --data-urlencode "Body=Hi there" -u $SID:$TOKEN`,
    sends: formBody({To: '+15558675310', Body: 'Hi there'}),
  },
  {
    from: 'Elasticsearch, in its console',
    command: `curl -XGET "http://localhost:9200/_search?pretty" -H 'Content-Type: application/json' -d'\n{\n  "query": {"match_all": {}}\n}'`,
    sends: {
      method: 'GET',
      body: {type: 'json', mediaType: json, text: '\n{\n  "query": {"match_all": {}}\n}'},
    },
  },
  {
    from: 'Kubernetes',
    command: `curl -k https://10.0.0.1/api --header "Authorization: Bearer \${TOKEN}" --cacert ca.crt`,
    sends: {method: 'GET', credentials: [{type: 'bearer', env: 'TOKEN', value: ''}]},
  },
  {
    from: 'Slack, an incoming webhook',
    command: `curl -X POST -H 'Content-type: application/json' --data '{"text":"Hello, World!"}' https://hooks.slack.test/services/T/B/X`,
    sends: jsonBody('{"text":"Hello, World!"}'),
  },
  {
    from: 'a README, at a prompt',
    command: `$ curl -s https://app.test/health 2>/dev/null | jq .status > out.json`,
    sends: {method: 'GET', url: 'https://app.test/health'},
  },
  {
    from: 'a README, with a comment and an export',
    command: `# get a token first\nexport TOKEN=abc\ncurl -H "Authorization: Bearer $TOKEN" https://app.test/me`,
    sends: {url: 'https://app.test/me', credentials: [{type: 'bearer', env: 'TOKEN', value: ''}]},
  },
  {
    from: 'a script, with a variable before it',
    command: `TOKEN=\${API_TOKEN:-demo}\ncurl -H "Authorization: Bearer $TOKEN" https://app.test/me`,
    sends: {credentials: [{type: 'bearer', env: 'API_TOKEN', value: 'demo'}]},
  },
  {from: 'the least', command: 'curl app.test', sends: {url: 'http://app.test', method: 'GET'}},
  {from: 'a path of a program', command: '/usr/bin/curl https://app.test', sends: {url: 'https://app.test'}},
  {from: 'Windows', command: 'curl.exe -s https://app.test', sends: {url: 'https://app.test'}},
  {from: 'HEAD', command: 'curl -I https://app.test', sends: {method: 'HEAD'}},
  {
    from: 'DELETE',
    command: 'curl -X DELETE https://app.test/1',
    sends: {method: 'DELETE', body: {type: 'none'}},
  },
  {
    from: 'short options in one word',
    command: 'curl -sSfLXDELETE https://app.test/1',
    sends: {method: 'DELETE'},
  },
  {
    from: 'a method in small letters',
    command: 'curl -X post https://app.test',
    sends: {method: 'POST'},
    says: /sends the method as post/,
  },
  {
    from: 'data with a file',
    command: 'curl https://app.test -H "Content-Type: text/csv" --data-binary @rows.csv',
    sends: {body: {type: 'file', mediaType: 'text/csv', file: {id: 'disk:rows.csv', name: 'rows.csv'}}},
  },
  {
    from: 'an upload',
    command: 'curl -T photo.jpg https://app.test/photos/1',
    sends: {
      method: 'PUT',
      body: {
        type: 'file',
        mediaType: 'application/octet-stream',
        file: {id: 'disk:photo.jpg', name: 'photo.jpg'},
      },
    },
  },
  {
    from: '--json',
    command: `curl --json '{"a":1}' https://app.test`,
    sends: {...jsonBody('{"a":1}'), headers: [{name: 'Accept', value: json}]},
  },
  {
    from: '--json in two pieces',
    command: `curl --json '{"a":' --json '1}' https://app.test`,
    sends: jsonBody('{"a":1}'),
  },
  {
    from: 'data in the query',
    command: `curl -G https://app.test/s -d q=a --data-urlencode 'r=b c'`,
    sends: {method: 'GET', url: 'https://app.test/s?q=a&r=b%20c', body: {type: 'none'}},
  },
  {
    from: '--url-query',
    command: `curl https://app.test/s?x=1 --url-query 'q=a b'`,
    sends: {url: 'https://app.test/s?x=1&q=a%20b'},
  },
  {
    from: 'a user in the URL',
    command: 'curl https://ada:pw@app.test/x',
    sends: {url: 'https://app.test/x', credentials: [{type: 'basic', env: 'API_KEY', value: 'ada:pw'}]},
  },
  {
    from: 'basic by header',
    command: `curl -H 'Authorization: Basic YWRhOnB3' https://app.test`,
    sends: {credentials: [{type: 'basic', env: 'API_KEY', value: 'ada:pw'}]},
  },
  {
    from: '--oauth2-bearer',
    command: 'curl --oauth2-bearer tok123 https://app.test',
    sends: {credentials: [{type: 'bearer', env: 'API_KEY', value: 'tok123'}]},
  },
  {
    from: 'a key in the query from a variable',
    command: 'curl "https://app.test/x?a=1&key=${KEY}"',
    sends: {
      url: 'https://app.test/x?a=1',
      credentials: [{type: 'apiKey', in: 'query', name: 'key', env: 'KEY', value: ''}],
    },
  },
  {
    from: 'a user agent, a referer and a range',
    command: `curl -A me/1 -e https://a.test -r 0-99 https://app.test`,
    sends: {
      headers: [
        {name: 'User-Agent', value: 'me/1'},
        {name: 'Referer', value: 'https://a.test'},
        {name: 'Range', value: 'bytes=0-99'},
      ],
    },
  },
  {
    from: 'a header taken away',
    command: `curl -H 'Accept:' -H 'X-A: 1' https://app.test`,
    sends: {headers: [{name: 'X-A', value: '1'}]},
  },
  {
    from: 'XML',
    command: `curl https://app.test -H 'Content-Type: application/xml' -d '<a b="c">d</a>'`,
    sends: {body: {type: 'text', mediaType: 'application/xml', text: '<a b="c">d</a>'}},
  },
  {
    from: 'a part with a type and JSON',
    command: `curl https://app.test -F 'meta={"a":1};type=application/json' -F 'doc=@a.pdf;filename=b.pdf'`,
    sends: {
      body: {
        type: 'multipart',
        parts: [
          {name: 'meta', value: '{"a":1}', mediaType: json},
          {name: 'doc', file: {id: 'disk:b.pdf', name: 'b.pdf', path: 'a.pdf'}},
        ],
      },
    },
  },
  {
    from: 'a stream',
    command: 'curl -N https://app.test/events',
    sends: {expects: {type: 'event-stream'}},
  },
  {
    from: 'a download',
    command: 'curl -o a.zip https://app.test/a.zip',
    sends: {expects: {type: 'file', name: 'a.zip'}},
  },
  {from: 'a fragment in the URL', command: 'curl https://app.test/a#b', sends: {url: 'https://app.test/a'}},
  {
    from: 'double quotes with escapes',
    command: `curl -d "{\\"a\\": \\"\\$5\\"}" -H "Content-Type: application/json" https://app.test`,
    sends: jsonBody('{"a": "$5"}'),
  },
  {
    from: 'quotes that touch',
    command: `curl https://app.test -H 'X-A: it'"'"'s'`,
    sends: {headers: [{name: 'X-A', value: `it's`}]},
  },
  {
    from: 'two URLs',
    command: 'curl https://app.test/1 https://app.test/2',
    sends: {url: 'https://app.test/1'},
    says: /Only the first URL is used; https:\/\/app.test\/2 is ignored/,
  },
  {
    from: 'an option that is not known',
    command: 'curl --quantum https://app.test',
    sends: {url: 'https://app.test'},
    says: /The unknown option --quantum is ignored/,
  },
  {from: 'a quote that is not closed', command: `curl 'https://app.test`, says: /not closed/},
  {from: 'no URL', command: 'curl -s', says: /has no URL/},
  {from: 'another protocol', command: 'curl ftp://app.test/a', says: /is not a URL/},
  {from: 'an option without its value', command: 'curl https://app.test -H', says: /needs a value/},
  {from: 'another program', command: 'wget https://app.test', says: /starts with "curl"/},
  {
    from: 'a heredoc',
    command: `curl https://app.test --json @- <<'EOF'\n{"a":1}\nEOF`,
    sends: jsonBody('{"a":1}\n'),
  },
  {
    from: 'a text editor, with typographic quotes',
    command: 'curl “https://app.test/x” -H ‘X-A: 1’ -d ‘{“a”: “b c”}’ -H “Content-Type: application/json”',
    sends: {...jsonBody('{"a": "b c"}'), url: 'https://app.test/x', headers: [{name: 'X-A', value: '1'}]},
    says: /Typographic quotes/,
  },
  {
    from: 'a person, with typographic quotes in the text alone',
    command: `curl https://app.test -H 'Content-Type: application/json' -d '{"a": "“it’s”"}'`,
    sends: jsonBody('{"a": "“it’s”"}'),
  },
  {
    from: 'a web page, with no-break spaces',
    command: `curl\u00a0https://app.test\u00a0-H 'X-A: 1'`,
    sends: {url: 'https://app.test', headers: [{name: 'X-A', value: '1'}]},
    says: /No-break spaces/,
  },
  {
    from: 'a text editor, with dashes',
    command: 'curl —request PUT https://app.test –H a:1',
    sends: {method: 'PUT', headers: [{name: 'a', value: '1'}]},
    says: /Dashes are read/,
  },
  {
    from: 'a page, with a space behind a backslash',
    command: `curl https://app.test \\ \n  -H 'X-A: 1'`,
    sends: {headers: [{name: 'X-A', value: '1'}]},
    says: /A space after the backslash/,
  },
  {
    from: 'a terminal, with its prompts',
    command: `me@host:~/x$ curl https://app.test \\\n> -H 'X-A: 1'`,
    sends: {url: 'https://app.test', headers: [{name: 'X-A', value: '1'}]},
  },
  {
    from: 'a page, without a backslash',
    command: `curl https://app.test \\\n  -H 'A: 1'\n  -H 'B: 2'\n  -d 'x=1'`,
    sends: {method: 'GET', headers: [{name: 'A', value: '1'}]},
    says: /from line 3 on is not part/,
  },
];
