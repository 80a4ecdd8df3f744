import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import hostingPlugin from '../../../src/plugin/hosting';
import {inlineHashes} from '../../../src/plugin/hosting/inlineHashes';
import {securityHeaders} from '../../../src/plugin/hosting/securityHeaders';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The directives of the policy for a page, by their names. */
async function policyFor(html: string, pictures: readonly string[] = []): Promise<Map<string, string[]>> {
  async function* pages(): AsyncGenerator<string> {
    yield html;
  }
  const headers = new Map(securityHeaders(await inlineHashes(pages()), pictures));
  const directives = (headers.get('Content-Security-Policy') ?? '').split('; ');
  return new Map(directives.map(directive => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]));
}

test('allows the scripts and styles of the pages, by their hashes, and no others', async () => {
  const policy = await policyFor(
    `<script>start()</script><script type="module">go()</script><script src="a.js"></script>
     <script type="application/ld+json">{"a": 1}</script>
     <noscript><style>p{color:red}</style></noscript><p style="display: none" title="<script>no()</script>">`,
  );
  expect(policy.get('script-src')).toEqual(["'self'", sha256('start()'), sha256('go()')]);
  expect(policy.get('style-src')).toEqual([
    "'self'",
    "'unsafe-hashes'",
    sha256('p{color:red}'),
    sha256('display: none'),
  ]);
  expect([...policy.values()].flat()).not.toContain("'unsafe-inline'");
  expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
});

test('lets nothing frame a page, embed an object or move its base', async () => {
  const policy = await policyFor('<p>');
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('object-src')).toEqual(["'none'"]);
  expect(policy.get('base-uri')).toEqual(["'self'"]);
});

test('shows pictures of others only where the site names their origin', async () => {
  expect((await policyFor('<p>')).get('img-src')).toEqual(["'self'", 'data:', 'blob:']);
  const named = await policyFor('<p>', ['https://img.example.com']);
  expect(named.get('img-src')).toContain('https://img.example.com');
});

test.each(['/', '/docs/'])(
  'writes the headers of all that stands below %s, in each language',
  async baseUrl => {
    const siteDir = await mkdtemp(join(tmpdir(), 'hosting-'));
    const outDir = join(siteDir, 'build', 'de');
    await mkdir(outDir, {recursive: true});
    await writeFile(join(siteDir, 'build', 'index.html'), '<script>start()</script>');
    await writeFile(join(outDir, 'index.html'), '<script>los()</script>');
    const german = {baseUrl: `${baseUrl}de/`};
    const i18n = {defaultLocale: 'en', locales: ['de', 'en'], localeConfigs: {en: {baseUrl}, de: german}};
    await hostingPlugin({folder: 'deploy'})({i18n, ...german, siteDir}).postBuild({outDir});

    const [all = '', ...assets] = (await readFile(join(siteDir, 'build', '_headers'), 'utf8')).split('\n\n');
    expect(all.split('\n')[0]).toBe(`${baseUrl}*`);
    for (const name of ['Content-Security-Policy', 'Referrer-Policy', 'Permissions-Policy']) {
      expect(all).toContain(`\n  ${name}: `);
    }
    expect(all).toContain(sha256('start()'));
    expect(all).toContain(sha256('los()'));
    expect(assets.map(rule => rule.trim().split('\n'))).toEqual(
      [baseUrl, german.baseUrl].map(home => [
        `${home}assets/*`,
        '  Cache-Control: public, max-age=31536000, immutable',
      ]),
    );
  },
);
