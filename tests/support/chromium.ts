import type {LaunchOptions} from '@playwright/test';

import {chromium} from '../../scripts/chromium';
import {toolchainPath} from '../../scripts/toolchains';

/**
 * How tests and benches start Chromium: it works as root in a container, and the browser sends no requests of its own.
 * Names of other machines fail to resolve at once: real lookups take a different time on every network.
 */
export function chromiumLaunchOptions(): LaunchOptions {
  return {
    executablePath: toolchainPath(chromium),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
    ],
  };
}
