import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const FOLDER = 'docs/decisions';
const pages = readdirSync(FOLDER).filter(name => name !== 'README.md');
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

test('a decision says what led to it, what it is, what it costs, and what would change it, on one screen or two', () => {
  expect(pages.length).toBeGreaterThan(5);
  for (const name of pages) {
    const headings = [...textOf(name).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.slice(1), name).toEqual(['Context', 'Decision', 'What it costs', 'What would change it']);
    expect(textOf(name).split(/\s+/).length, name).toBeLessThan(400);
  }
});

test('each decision is in the list by its title', () => {
  const listed = [...textOf('README.md').matchAll(/^- \[(.*)\]\((.*)\)$/gm)].map(([, title, name]) => `${name}: ${title}`);
  expect(listed.toSorted()).toEqual(pages.map(name => `${name}: ${/^# (.*)$/m.exec(textOf(name))?.[1]}`).toSorted());
});

test('the files that decisions speak of are there', () => {
  for (const name of pages) {
    const files = [...textOf(name).matchAll(/`((?:src|scripts|static|tests)\/[^`]*)`/g)].map(([, file = '']) => file);
    const there = files.filter(file => !/[A-Z]{4}/.test(file));
    expect(there.filter(file => !existsSync(file)), name).toEqual([]);
  }
});

test('decisions are no pages of the site', async () => {
  const {default: config} = await import('../../../docusaurus.config');
  expect(JSON.stringify(config.presets)).toContain('"decisions/**"');
});
