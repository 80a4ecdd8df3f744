import {isOfSuccess} from '../../api/http/status';
import {isJson as isJsonType} from '../../api/http/mediaType';
import type {Operation} from '../../api/operation';

export interface ReceivingCode {
  readonly language: string;
  readonly title: string;
  readonly source: string;
}

/** The size in bytes up to which a request is read, so that nobody fills the memory of a server. */
const MOST_BYTES = 1_000_000;

/** Programs that receive a request: they check its method and its size, read it, and answer with the documented status. */
export function receivingCode(operation: Operation): readonly ReceivingCode[] {
  const status = successOf(operation);
  const isJson = (operation.requestBody?.content ?? []).some(({type}) => isJsonType(type));
  return [
    {language: 'javascript', title: 'Node.js', source: node(operation.method, status, isJson)},
    {language: 'python', title: 'Python', source: python(operation.method, status, isJson)},
  ];
}

function successOf({responses}: Operation): number {
  const found = responses.find(({status}) => isOfSuccess(status))?.status.replaceAll('X', '0');
  return Number(found ?? 200);
}

function node(method: string, status: number, isJson: boolean): string {
  return `import {createServer} from 'node:http';

const server = createServer(async (request, response) => {
  if (request.method !== '${method}') {
    response.writeHead(405, {Allow: '${method}'}).end();
    return;
  }
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > ${MOST_BYTES}) {
      response.writeHead(413).end();
      return;
    }
  }
${
  isJson
    ? `  try {
    console.log('Received', JSON.parse(text));
  } catch {
    response.writeHead(400).end();
    return;
  }
`
    : `  console.log('Received', text);
`
}  response.writeHead(${status}).end();
});

server.listen(8080);`;
}

function python(method: string, status: number, isJson: boolean): string {
  return `${isJson ? 'import json\n' : ''}from http.server import BaseHTTPRequestHandler, HTTPServer


class Receiver(BaseHTTPRequestHandler):
    def do_${method}(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > ${MOST_BYTES}:
            self.send_error(413)
            return
        body = self.rfile.read(length)
${
  isJson
    ? `        try:
            print("Received", json.loads(body))
        except ValueError:
            self.send_error(400)
            return
`
    : `        print("Received", body.decode())
`
}        self.send_response(${status})
        self.end_headers()


HTTPServer(("", 8080), Receiver).serve_forever()`;
}
