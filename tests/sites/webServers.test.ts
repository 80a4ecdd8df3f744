import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {request, type IncomingHttpHeaders} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import hostingPlugin from '../../src/plugin/hosting';
import {serveBy, webServers, type ServedSite} from './support/webServer';

const text = 'Long enough to be worth compressing. '.repeat(100);
/** Told by its end from what a server would make of the file itself. */
const ready = gzipSync(`${text}/* compressed before */`);
const files: Readonly<Record<string, string | Buffer>> = {
  'ready.css': text,
  'ready.css.gz': ready,
  'index.html': `<script>start()</script><p style="color: red">Start</p>${text}`,
  '404.html': '<p>There is no such page.</p>',
  'quickstart/index.html': `<p>Quickstart</p>${text}`,
  'quickstart.md': `# Quickstart\n\n${text}`,
  'openapi.yaml': `# ${text}`,
  'changelog.rss': `<!-- ${text} -->`,
  'assets/js/main.0123abcd.js': `/* ${text} */`,
  'img/logo.svg': `<!-- ${text} -->`,
  'de/index.html': '<p>Anfang</p>',
  'de/404.html': '<p>Diese Seite gibt es nicht.</p>',
  'de/assets/js/main.0123abcd.js': '// deutsch',
};

interface Served {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

describe.each(webServers.flatMap(server => ['/', '/docs/'].map(baseUrl => ({...server, baseUrl}))))(
  '$name with a site at $baseUrl',
  ({baseUrl, ...server}) => {
    let folder: string;
    let served: ServedSite;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'small-site-'));
      await writeSite(folder, baseUrl);
      served = await serveBy(server, {configurations: join(folder, 'deploy'), root: join(folder, 'root')});
    });

    afterAll(async () => {
      await served.close();
      await rm(folder, {recursive: true});
    });

    const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Served> =>
      new Promise((resolve, reject) => {
        request({port: served.port, host: '127.0.0.1', path, headers}, response => {
          let body = '';
          response.setEncoding('latin1').on('data', (part: string) => (body += part));
          response.on('end', () =>
            resolve({status: response.statusCode ?? 0, headers: response.headers, text: body}),
          );
        })
          .on('error', reject)
          .end();
      });

    test('gives a page at its address, with and without a slash, and asks for it anew each time', async () => {
      for (const path of ['quickstart', 'quickstart/']) {
        const {status, headers, text: body} = await get(baseUrl + path);
        expect(status).toBe(200);
        expect(body).toContain('Quickstart');
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(headers['cache-control']).toBe('no-cache');
      }
    });

    test.each([
      ['quickstart.md', 'text/markdown; charset=utf-8'],
      ['openapi.yaml', 'application/yaml'],
      ['changelog.rss', 'application/rss+xml'],
      ['assets/js/main.0123abcd.js', 'text/javascript; charset=utf-8'],
      ['img/logo.svg', 'image/svg+xml'],
    ])('says of %s that it is %s, and compresses it', async (path, type) => {
      const {headers} = await get(baseUrl + path, {'Accept-Encoding': 'gzip'});
      expect(headers).toMatchObject({'content-type': type, 'content-encoding': 'gzip'});
      expect(headers.vary).toBe('Accept-Encoding');
    });

    test('sends a file that is compressed already as it is, to whoever takes it so', async () => {
      const {headers, text: sent} = await get(`${baseUrl}ready.css`, {'Accept-Encoding': 'gzip'});
      expect(sent).toBe(ready.toString('latin1'));
      expect(headers).toMatchObject({
        'content-type': 'text/css; charset=utf-8',
        'content-encoding': 'gzip',
        vary: 'Accept-Encoding',
      });
      expect((await get(`${baseUrl}ready.css`)).text).toBe(text);
    });

    test('has browsers keep what is named by its content, in each language, but not that it is missing', async () => {
      for (const home of ['', 'de/']) {
        const kept = await get(`${baseUrl}${home}assets/js/main.0123abcd.js`);
        expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
        const gone = await get(`${baseUrl}${home}assets/js/main.gone.js`);
        expect(gone.status).toBe(404);
        expect(gone.headers['cache-control']).toBe('no-cache');
        expect(gone.headers['content-type']).toBe('text/html; charset=utf-8');
      }
    });

    test('says in the language of the address that there is no such page', async () => {
      expect(await get(`${baseUrl}none`)).toMatchObject({
        status: 404,
        text: '<p>There is no such page.</p>',
      });
      expect(await get(`${baseUrl}de/none`)).toMatchObject({
        status: 404,
        text: '<p>Diese Seite gibt es nicht.</p>',
      });
    });

    test('sends the headers of security with each file, also with what is missing', async () => {
      for (const path of ['', 'quickstart.md', 'assets/js/main.0123abcd.js', 'none']) {
        const {headers} = await get(baseUrl + path);
        expect(headers['content-security-policy']).toContain("script-src 'self' 'sha256-");
        expect(headers).toMatchObject({
          'referrer-policy': 'strict-origin',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
        });
        expect(headers['permissions-policy']).toContain('camera=()');
      }
    });

    test('says which program it is, but no version', async () => {
      expect((await get(baseUrl)).headers.server ?? '').not.toMatch(/\d/);
    });

    test('tells whoever watches that it is up', async () => {
      expect(await get('/healthz')).toMatchObject({status: 200, text: expect.stringContaining('ok')});
    });

    if (baseUrl !== '/') {
      test('leads from the start of the host to the site', async () => {
        expect(await get('/')).toMatchObject({status: 302, headers: {location: '/docs/'}});
      });
    }
  },
);

/** A small build in two languages, and what the plugin writes for it. */
async function writeSite(folder: string, baseUrl: string): Promise<void> {
  const outDir = join(folder, 'root', baseUrl);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(outDir, name)), {recursive: true});
    await writeFile(join(outDir, name), content);
  }
  const plugin = hostingPlugin({folder: 'deploy'})({
    baseUrl: `${baseUrl}de/`,
    siteDir: folder,
    i18n: {
      defaultLocale: 'en',
      locales: ['en', 'de'],
      localeConfigs: {en: {baseUrl}, de: {baseUrl: `${baseUrl}de/`}},
    },
  });
  await plugin.postBuild({outDir: join(outDir, 'de')});
}
