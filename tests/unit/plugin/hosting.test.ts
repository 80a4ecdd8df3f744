import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';

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
