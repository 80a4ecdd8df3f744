import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {launch, type Browser} from 'puppeteer-core';

import {firefox} from '../../../scripts/firefox';
import {toolchainPath} from '../../../scripts/toolchains';

/** What Firefox asks the network of its own accord, beyond what Puppeteer turns off. */
const quiet = {
  'app.update.auto': false,
  'dom.push.connection.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
};

export interface RunningFirefox {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Firefox without a window and with a profile of its own, as root in a container too. */
export async function launchFirefox(): Promise<RunningFirefox> {
  // Firefox refuses to start as root in the home of somebody else.
  const home = await mkdtemp(join(tmpdir(), 'firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: toolchainPath(firefox),
    extraPrefsFirefox: quiet,
    timeout: 120_000,
    protocolTimeout: 120_000,
    // Containers grant no namespaces, without which its sandbox cannot be made.
    env: {...process.env, HOME: home, MOZ_DISABLE_CONTENT_SANDBOX: '1'},
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(home, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
