import type {Page} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

import {readCatalogue} from '../../../scripts/translations/catalogue';
import {readTranslations} from '../../../scripts/translations/translations';

/** The English texts of the interface that are other words in German, as patterns of a whole text on the page. */
const english = englishPatterns();
/** What stays English: titles of guides, and all that the OpenAPI document says. */
const notTranslated = new Set([...titlesOfGuides(), ...wordsOfTheApi()]);

/**
 * The texts of a German page, names for screen readers included, that the interface says in English. Code is left out, and
 * what guides and the OpenAPI document say.
 */
export async function englishLeft(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const skipped = 'pre, code, script, style, noscript, .token';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(skipped)) {
        found.push(node.textContent ?? '');
      }
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (!element.closest(skipped)) {
        found.push(
          ...['aria-label', 'placeholder', 'title', 'alt'].map(name => element.getAttribute(name) ?? ''),
        );
      }
    }
    return [...new Set(found.map(text => text.replace(/\s+/g, ' ').trim()))];
  });
  return texts.filter(text => !notTranslated.has(text) && english.some(pattern => pattern.test(text)));
}

function englishPatterns(): readonly RegExp[] {
  const german = readTranslations('i18n/de/code.json');
  return [...readCatalogue('src').entries].flatMap(([id, {message}]) => {
    const translated = german[id]?.message.split('|') ?? [];
    return message
      .split('|')
      .filter(form => !translated.includes(form) && tellsTheLanguage(form))
      .map(
        form =>
          new RegExp(
            `^${form
              .trim()
              .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
              .replace(/\{\w*\}?/g, '.+')}$`,
          ),
      );
  });
}

/** A text that is all values but for a word, such as `{one} or {other}`, is found in every English description. */
function tellsTheLanguage(form: string): boolean {
  return !form.includes('{') || form.replace(/\{\w+\}/g, '').trim().length > 8;
}

function titlesOfGuides(): readonly string[] {
  return readdirSync('docs', {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.mdx'))
    .flatMap(path => /^title: (.+)$/m.exec(readFileSync(join('docs', path), 'utf8'))?.[1] ?? []);
}

/** Keys and values of the document, a line each; its tags begin with a capital where they head a list. */
function wordsOfTheApi(): readonly string[] {
  return readFileSync('static/openapi.yaml', 'utf8')
    .split('\n')
    .flatMap(line => [/^[\s-]*([\w-]+):/.exec(line)?.[1], /(?:: |- )(.+)$/.exec(line)?.[1]])
    .filter(text => text !== undefined)
    .flatMap(text => [text, text.charAt(0).toUpperCase() + text.slice(1)]);
}
