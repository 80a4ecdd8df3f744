import type {Browser, Page} from 'playwright';

/** One thing that a reader does first, on a site that starts at an address such as `http://localhost:8080/docs/`. */
interface Check {
  readonly name: string;
  /** Rejects where the reader does not get what they came for. */
  readonly run: (page: Page, site: string) => Promise<void>;
}

/** What has to work wherever the site is put; words of the interface, in English, as all else may be another site's. */
export const checks: readonly Check[] = [
  {
    name: 'the home page leads to the reference',
    async run(page, site) {
      await open(page, site);
      await page.getByRole('navigation').getByRole('link', {name: 'API reference'}).first().click();
      await page.waitForURL(`${site}api`);
      await page.getByRole('heading', {level: 1}).waitFor();
    },
  },
  {
    name: 'an endpoint page shows its samples, and Try it gets a response from the mock',
    async run(page, site) {
      await open(page, `${site}api/users/create-user`);
      await page.getByRole('tabpanel', {name: 'cURL'}).getByText('curl').first().waitFor();
      await page.getByRole('button', {name: 'Try it'}).first().click();
      await page.getByRole('button', {name: 'Send', exact: true}).click();
      await page.getByRole('region', {name: 'Response'}).getByText('201 Created').first().waitFor();
    },
  },
  {
    name: 'the search leads to a page',
    async run(page, site) {
      await open(page, site);
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('idempotency key');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`^${site}(?:api|idempotency)`));
    },
  },
  {
    name: 'the same page is there in the other language, and so is the way back',
    async run(page, site) {
      await open(page, `${site}quickstart`);
      for (const [language, home] of [
        ['Deutsch', 'de/'],
        ['English', ''],
      ] as const) {
        await page.locator('.navbar .dropdown', {hasText: language}).hover();
        await page.getByRole('link', {name: language, exact: true}).click();
        await page.waitForURL(new RegExp(`^${site}${home}quickstart/?$`));
        await page.locator(`html[lang=${language.slice(0, 2).toLowerCase()}]`).waitFor();
      }
    },
  },
  {
    name: 'what is not there is said to be so, with a way on',
    async run(page, site) {
      const response = await page.goto(`${site}api/none`);
      if (response?.status() !== 404) {
        throw new Error(`The status is ${response?.status()}.`);
      }
      await hydrated(page);
      await page.getByRole('navigation').getByRole('link', {name: 'API reference'}).first().click();
      await page.waitForURL(`${site}api`);
    },
  },
  {
    name: 'a link to a section shows it, and one to a form opens it',
    async run(page, site) {
      await open(page, `${site}errors#validation-error`);
      await page.waitForFunction(() => {
        const {top = Infinity} = document.querySelector('#validation-error')?.getBoundingClientRect() ?? {};
        return top < innerHeight;
      });
      await open(page, `${site}api/users/create-user#try`);
      await page.getByRole('button', {name: 'Send', exact: true}).waitFor();
    },
  },
];

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await hydrated(page);
}

function hydrated(page: Page): Promise<void> {
  return page.locator('html[data-has-hydrated=true]').waitFor();
}

/** Does a check in a tab of its own. Resolves to what the browser complained of; a 404 that was asked for is no complaint. */
export async function complaintsOf(browser: Browser, {run}: Check, site: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    const isMissingPage = message.location().url === `${site}api/none`;
    if (['error', 'warning'].includes(message.type()) && !isMissingPage) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  try {
    await run(page, site);
    return complaints;
  } finally {
    await page.close();
  }
}
