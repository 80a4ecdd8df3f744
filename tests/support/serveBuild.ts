import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json',
  '.yaml': 'application/yaml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml',
};

/** Serves the build with gzip and clean URLs, as a static host does. */
export async function serveBuild(
  folder: string,
): Promise<{readonly origin: string; readonly close: () => void}> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const file = extname(pathname) ? pathname : join(pathname, 'index.html');
    readFile(join(folder, file)).then(
      bytes => {
        const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, {'Content-Type': type, 'Content-Encoding': 'gzip'});
        response.end(gzipSync(bytes));
      },
      () => response.writeHead(404).end('Not found'),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return {close: () => server.close(), origin: `http://127.0.0.1:${address.port}`};
}
