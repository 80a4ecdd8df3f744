import {readFileSync} from 'node:fs';

import {questions} from '../support/integratorQuestions';
import {expect, test, visit} from './support/test';

function titleOf(path: string): string {
  return /^title: (.*)$/m.exec(readFileSync(`docs${path}.mdx`, 'utf8'))?.[1] ?? '';
}

/** Words of a page in Markdown, without its marks. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*\\]/g, '')
    .replace(/\s+/g, ' ');
}

test('the page with the answer is among the first three results of the search', async ({page}) => {
  await visit(page, '/quickstart');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', {name: 'Search the documentation'});
  const unanswered: string[] = [];
  for (const [question, path] of questions) {
    await field.fill(question);
    await expect(page.getByRole('option').first()).toBeVisible();
    const first = (await page.getByRole('option').allTextContents()).slice(0, 3);
    if (!first.some(text => text.includes(titleOf(path)))) {
      unanswered.push(`${question}: ${first.join(' / ')}`);
    }
  }
  expect(questions.length).toBeGreaterThanOrEqual(30);
  expect(unanswered).toEqual([]);
});

test('the page has the sentence that answers the question', async ({request}) => {
  for (const [question, path, sentence] of questions) {
    const markdown = await (await request.get(`${path}.md`)).text();
    expect.soft(wordsOf(markdown), question).toContain(sentence);
  }
});
