import {chromium, type Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {chromiumLaunchOptions} from '../support/chromium';
import {checks, complaintsOf} from './support/smoke';
import {serveBy, webServers, type ServedSite} from './support/webServer';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunchOptions());
});
afterAll(() => browser?.close());

describe.each(webServers)('the build, served by $name as it is configured for it', server => {
  let served: ServedSite;

  beforeAll(async () => {
    served = await serveBy(server, {configurations: 'deploy', root: 'build'});
  });
  afterAll(() => served?.close());

  test.each(checks.map(check => [check.name, check] as const))('%s', async (_, check) => {
    expect(await complaintsOf(browser, check, `http://localhost:${served.port}/`)).toEqual([]);
  });
});
