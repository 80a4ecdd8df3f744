import {expect, test} from '@playwright/test';

import {builtLinks} from '../support/builtLinks';

const site = builtLinks('build');

test('every link, picture and file that a page names is there, and so is the section', () => {
  expect(site.pages.length).toBeGreaterThan(25);
  expect(site.faultsOfPages()).toEqual([]);
});

test('every link of a page in Markdown, of llms.txt and of the feeds leads to a page and a section', () => {
  expect(site.texts.length).toBeGreaterThan(25);
  expect(site.faultsOfTexts()).toEqual([]);
});
