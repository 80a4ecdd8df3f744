import {loadApi} from '../../src/api/document/load';
import {axeViolations, expect, fitsTheWindow, test, visit} from './support/test';

/** Where the page of an operation is: by its first tag and its summary. */
function pathOf({tags, summary}: {readonly tags: readonly string[]; readonly summary: string}): string {
  const slug = (text: string) => text.toLowerCase().replaceAll(' ', '-');
  return `/api/${slug(tags[0] ?? '')}/${slug(summary)}`;
}

test('every documented status of every operation is caused by its button', async ({page}) => {
  test.setTimeout(300_000);
  const {operations} = await loadApi('static/openapi.yaml');
  let caused = 0;
  for (const operation of operations) {
    await visit(page, pathOf(operation));
    const region = page.getByRole('region', {name: 'Reproduced response'});
    for (const {status} of operation.responses) {
      await page.getByRole('button', {name: `Reproduce ${status}`}).click();
      await expect(region, `${operation.id} ${status}`).toContainText(`Got ${status}, as documented.`);
      caused++;
    }
  }
  expect(caused).toBeGreaterThan(100);
});

test('nothing that a reproduction needs is fetched before it is asked for', async ({page}) => {
  const fetched: string[] = [];
  await visit(page, '/api/users/create-user');
  // Pages ahead are fetched as the reader moves; they are no scripts of this one.
  page.on('request', request => request.resourceType() === 'script' && fetched.push(request.url()));
  await page.getByRole('button', {name: 'Reproduce 409'}).scrollIntoViewIfNeeded();
  await page.getByRole('button', {name: 'Reproduce 409'}).hover();
  const before = fetched.length;
  await page.getByRole('button', {name: 'Reproduce 409'}).click();
  await expect(page.getByRole('region', {name: 'Reproduced response'})).toContainText('409 Conflict');
  expect(before).toBe(0);
  expect(fetched.length).toBeGreaterThan(0);
});

test('a reproduction changes nothing of what the reader stored', async ({page}) => {
  await visit(page, '/api/users/delete-user');
  await page.getByRole('button', {name: 'Reproduce 204'}).click();
  await expect(page.getByRole('region', {name: 'Reproduced response'})).toContainText('204 No Content');
  await visit(page, '/api/users/get-user');
  await page.getByRole('button', {name: 'Try it'}).click();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('200 OK');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a reproduced error in ${colorScheme} on a phone`, () => {
    test.use({viewport: {width: 390, height: 844}, colorScheme});

    test('fits, is announced, and axe is silent; the keyboard alone is enough', async ({page}) => {
      await visit(page, '/api/users/create-user');
      await page.getByRole('button', {name: 'Reproduce 422'}).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({hasText: 'Got 422, as documented.'})).toBeVisible();
      expect(await fitsTheWindow(page)).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}
