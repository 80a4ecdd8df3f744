import {loadApi} from '../../src/api/document/load';
import {expect, test} from './support/test';

test('every page of the sitemap has a twin in Markdown, and llms.txt leads to it', async ({request}) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const index = await (await request.get('/llms.txt')).text();
  const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url));
  expect(urls.length).toBeGreaterThan(20);
  for (const {href, pathname, origin} of urls) {
    const twin = pathname === '/' ? '/index.md' : `${pathname}.md`;
    const response = await request.get(twin);
    expect(response.ok(), href).toBe(true);
    expect(await response.text(), twin).toMatch(/^#? ?\S/);
    expect(index).toContain(`(${origin}${twin})`);
  }
});

test('the twin of an endpoint page holds all that the document says, and the samples', async ({request}) => {
  const {operations} = await loadApi('static/openapi.yaml');
  for (const {tags, summary, parameters, responses, method} of operations) {
    const slug = (text: string) => text.toLowerCase().replaceAll(' ', '-');
    const text = await (await request.get(`/api/${slug(tags[0] ?? '')}/${slug(summary)}.md`)).text();
    expect(text).toContain(`# ${summary}`);
    expect(text).toContain(`\n${method} \`https://`);
    for (const fence of ['```bash\ncurl ', '```javascript\n', '```python\n', '```go\npackage main']) {
      expect(text, summary).toContain(fence);
    }
    for (const {name} of parameters) {
      expect(text, summary).toContain(`\`${name}\``);
    }
    for (const {status} of responses) {
      expect(text, summary).toContain(`\`${status}\``);
    }
    // Nothing of the page's machinery is left.
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|<!--|Reproduce/);
  }
});

test('links of a twin lead to other twins', async ({request}) => {
  const text = await (await request.get('/rate-limits.md')).text();
  expect(text).toContain('(https://docs.cloudindex.com/idempotency.md)');
  expect(text).toContain('(https://docs.cloudindex.com/errors.md#too-many-requests)');
});

test('everything is in one file for a reader with a large window', async ({request}) => {
  const text = await (await request.get('/llms-full.txt')).text();
  expect(text).toContain('# Create User');
  expect(text).toContain('# Streaming chat');
});
