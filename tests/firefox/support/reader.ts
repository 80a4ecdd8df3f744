import {ElementHandle, type BrowserContext, type KeyInput} from 'puppeteer-core';

/** As long as a busy machine may take for one step. */
const PATIENCE_MS = 30_000;

/** How each kind of thing stands in the page. */
const kinds = {
  button: 'button, [role="button"]',
  tab: '[role="tab"]',
  link: 'a[href]',
  field: 'input, textarea',
  list: 'select',
} as const;

/** Somebody who reads one tab of Firefox, and finds things by their names. */
export interface Reader {
  /** Opens a page and waits until React has taken it over. */
  readonly open: (path: string) => Promise<void>;
  readonly press: (kind: 'button' | 'tab' | 'link', name: string) => Promise<void>;
  /** Types over what a field holds, or over some words of it, key by key. */
  readonly type: (field: string, text: string, over?: string) => Promise<void>;
  readonly choose: (list: string, value: string) => Promise<void>;
  readonly key: (key: KeyInput) => Promise<void>;
  /** Waits until a field holds a text. */
  readonly holds: (field: string, text: string) => Promise<void>;
  /** Waits until a text stands in a part of the page, given as a selector. */
  readonly sees: (text: string, part: string) => Promise<void>;
  /** The errors and warnings of the console so far. */
  readonly complaints: readonly string[];
}

/** A new tab with a storage of its own. */
export async function createReader(context: BrowserContext, site: string): Promise<Reader> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({width: 1280, height: 900});
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(`uncaught: ${String(error)}`));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warn') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });

  /** What is there, in sight, in use and called so. Puppeteer's own search by name takes Firefox seconds. */
  async function find(kind: keyof typeof kinds, name: string): Promise<ElementHandle<Element>> {
    const found = await page.waitForFunction(
      (selector, called) =>
        [...document.querySelectorAll(selector)].find(element => {
          /** What is not for the eye alone. */
          const textOf = (part: Node | null): string => {
            const copy = part?.cloneNode(true);
            if (copy instanceof Element) {
              copy.querySelectorAll('[aria-hidden="true"]').forEach(hidden => hidden.remove());
            }
            return copy?.textContent ?? '';
          };
          const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
          const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
          const named = ids.length > 0 ? ids.map(id => document.getElementById(id)) : labels;
          const texts = (named.length > 0 ? named : [element]).map(textOf);
          const own = (element.getAttribute('aria-label') ?? texts.join(' ')).replace(/\s+/g, ' ').trim();
          return own === called && element.checkVisibility() && !element.matches(':disabled');
        }),
      {},
      kinds[kind],
      name,
    );
    if (!(found instanceof ElementHandle)) {
      throw new Error(`There is no ${kind} called "${name}".`);
    }
    return found;
  }

  return {
    complaints,
    async open(path) {
      await page.goto(site + path);
      await page.waitForSelector('html[data-has-hydrated="true"]');
    },
    async press(kind, name) {
      await (await find(kind, name)).click();
    },
    async type(name, text, over) {
      const field = await find('field', name);
      await field.evaluate((element, words) => {
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
          const start = words === undefined ? 0 : element.value.indexOf(words);
          element.focus();
          element.setSelectionRange(start, start + (words ?? element.value).length);
        }
      }, over);
      await page.keyboard.type(text);
    },
    async choose(name, value) {
      await (await find('list', name)).select(value);
    },
    async key(key) {
      await page.keyboard.press(key);
    },
    async holds(name, text) {
      await page.waitForFunction(
        (field, expected) => 'value' in field && String(field.value).includes(expected),
        {},
        await find('field', name),
        text,
      );
    },
    async sees(text, part) {
      await page.waitForFunction(
        (selector, expected) =>
          [...document.querySelectorAll<HTMLElement>(selector)].some(({innerText}) =>
            innerText.includes(expected),
          ),
        {},
        part,
        text,
      );
    },
  };
}
