import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

import {percentDecoded} from '../../src/api/percentDecoding';
import {mediaTypes} from '../../src/plugin/hosting/mediaTypes';

/** Serves the build with gzip, clean URLs and the headers in its file `_headers`, as a static host does. */
export async function serveBuild(
  folder: string,
  {port = 0, host = '127.0.0.1'} = {},
): Promise<{readonly origin: string; readonly close: () => void}> {
  const headersOf = await headerRules(folder);
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const path = percentDecoded(pathname);
    const file = extname(path) ? path : join(path, 'index.html');
    const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const send = (status: number, bytes: Buffer): void => {
      const type = mediaTypes[extname(file).slice(1)] ?? 'application/octet-stream';
      response.writeHead(status, {
        ...headersOf(pathname),
        'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        ...(isCompressed ? {'Content-Encoding': 'gzip'} : {}),
      });
      response.end(isCompressed ? gzipSync(bytes) : bytes);
    };
    readFile(join(folder, file))
      .then(bytes => send(200, bytes))
      .catch(async () => send(404, await readFile(join(folder, '404.html'))))
      .catch(() => response.writeHead(404).end('Not found'));
  });
  await new Promise<void>(resolve => server.listen(port, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return {close: () => server.close(), origin: `http://${host}:${address.port}`};
}

/** Returns the headers of `_headers` for a path; none if a site has no such file. */
async function headerRules(folder: string): Promise<(path: string) => {[name: string]: string}> {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  const rules = text.split(/\n(?=\/)/).map(rule => {
    const [pattern = '', ...lines] = rule.trim().split(/\n\s*/);
    const headers = lines.map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
    return {start: pattern.replace(/\*$/, ''), headers};
  });
  return path =>
    Object.fromEntries(rules.flatMap(({start, headers}) => (path.startsWith(start) ? headers : [])));
}
