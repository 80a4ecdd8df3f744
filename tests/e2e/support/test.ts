import {test as base, expect, type Locator, type Page} from '@playwright/test';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const axeSource = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {readonly html: string; readonly failureSummary?: string}[];
}

interface Fixtures {
  /** What the browser may say in a test that provokes it; anything else on the console fails the test. */
  readonly allowedConsole: RegExp[];
  readonly consoleGuard: undefined;
}

/** Playwright's test, failing on any console error or warning and on any uncaught error of a page. */
export const test = base.extend<Fixtures>({
  allowedConsole: [[], {option: true}],
  consoleGuard: [
    async ({page, allowedConsole}, use) => {
      const said: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') {
          said.push(`${message.type()}: ${message.text()}`);
        }
      });
      page.on('pageerror', error => said.push(`uncaught: ${error.message}`));
      await use(undefined);
      expect(said.filter(text => !allowedConsole.some(allowed => allowed.test(text)))).toEqual([]);
    },
    {auto: true},
  ],
});

export {expect};

/** Opens a page and waits until React has taken it over. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html[data-has-hydrated="true"]')).toBeAttached();
}

/** Opens a page and its first Try it form. */
export async function openTryIt(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
}

/** All but the plain field for raw text, which comes before its editor. */
export function isNotPlainField(script: string): boolean {
  return !script.includes('body.editorLoading');
}

/**
 * Lets no script arrive until it is released, as on a slow network; with `held` only those of which it says so by their
 * text.
 */
export async function holdScripts(page: Page, held?: (script: string) => boolean): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/*.js', async route => {
    if (!held) {
      await released;
      await route.continue();
      return;
    }
    const response = await route.fetch();
    if (held(await response.text())) {
      await released;
    }
    await route.fulfill({response});
  });
  return release;
}

/**
 * Lets the scripts be lost of which `lost` says so by their text, all of them by default, until the function that it
 * resolves to is called. The route stays: while `page.unroute` runs, a request on its way would be handled twice.
 */
export async function loseScripts(page: Page, lost?: (script: string) => boolean): Promise<() => void> {
  let losing = true;
  await page.route('**/*.js', async route => {
    if (!losing) {
      await route.continue();
    } else if (!lost) {
      await route.abort();
    } else {
      const response = await route.fetch();
      await (lost(await response.text()) ? route.abort() : route.fulfill({response}));
    }
  });
  return () => {
    losing = false;
  };
}

/** The raw body, as the reader sees it: a text area or an editor. */
export function rawBody(page: Page): Locator {
  return page.getByRole('textbox', {name: 'Body', exact: true});
}

/** The text of the raw body. */
export async function rawText(page: Page): Promise<string> {
  return rawBody(page).evaluate(element =>
    element instanceof HTMLTextAreaElement
      ? element.value
      : [...element.querySelectorAll('.cm-line')].map(line => line.textContent).join('\n'),
  );
}

/** Pastes a text into a control, as from the clipboard. */
export async function paste(target: Locator, text: string): Promise<void> {
  await target.focus();
  await target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
  }, text);
}

/** What axe finds against WCAG 2.2 AA on a page, or in a part of it, one line each; empty when it is silent. */
export async function axeViolations(page: Page, part?: Locator): Promise<string[]> {
  await page.evaluate(axeSource);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return runAxe(part ?? page.locator('html'), {type: 'tag', values: tags});
}

/** The same of a page that stands in the light theme, and in the dark one by the rules of colours: it changes nothing else. */
export async function axeViolationsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeViolations(page);
  await switchTheme(page, 'dark');
  const dark = await runAxe(page.locator('html'), {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block'],
  });
  await switchTheme(page, 'light');
  return [...light, ...dark.map(fault => `in the dark theme: ${fault}`)];
}

async function runAxe(part: Locator, runOnly: {type: 'tag' | 'rule'; values: string[]}): Promise<string[]> {
  const violations = await part.evaluate(async (element, only): Promise<AxeViolation[]> => {
    const {axe} = window as unknown as {
      axe: {run: (element: Element, options: unknown) => Promise<{violations: AxeViolation[]}>};
    };
    // Selectors, and lists of what passed, would take longer to write than the rules take to run.
    const quick = {resultTypes: ['violations'], selectors: false};
    return (await axe.run(element, {runOnly: only, ...quick})).violations;
  }, runOnly);
  return violations.flatMap(({id, help, nodes}) => nodes.map(node => `${id}: ${help}: ${node.html}`));
}

/** Changes the reader's system theme, which the open page follows, and waits until its colours stand. */
async function switchTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({colorScheme});
  await expect(page.locator(`html[data-theme="${colorScheme}"]`)).toBeAttached();
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter(animation => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({finished}) => finished));
  });
}

/** True when nothing on the page is wider than the window. */
export async function fitsTheWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}
