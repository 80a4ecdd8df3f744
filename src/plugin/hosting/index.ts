import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {Globby} from '@docusaurus/utils';

import {caddyConfiguration} from './caddy';
import {inlineHashes} from './inlineHashes';
import {nginxConfiguration} from './nginx';
import {securityHeaders} from './securityHeaders';
import {staticHostHeaders} from './staticHosts';
import type {HostedSite} from './site';

export interface HostingOptions {
  /** Where `nginx.conf` and `Caddyfile` are written, from the folder of the site. */
  readonly folder: string;
  /** Origins whose pictures pages may show, such as `https://img.example.com`; none unless named. */
  readonly pictures?: readonly string[];
}

/** What of Docusaurus' context is asked for. */
interface BuiltSite {
  /** Where the language that is built begins. */
  readonly baseUrl: string;
  readonly siteDir: string;
  readonly i18n: {
    readonly defaultLocale: string;
    readonly locales: readonly string[];
    readonly localeConfigs: {readonly [locale: string]: {readonly baseUrl: string}};
  };
}

/**
 * Writes how the site is to be served: `_headers` beside it, for static hosts that read that file, and configurations of
 * nginx and Caddy. All say the same, and allow those inline scripts that the build has.
 */
export default function hostingPlugin({folder, pictures = []}: HostingOptions) {
  return ({i18n, baseUrl, siteDir}: BuiltSite) => ({
    name: 'hosting',

    async postBuild({outDir}: {readonly outDir: string}): Promise<void> {
      const homes = [i18n.defaultLocale, ...i18n.locales.filter(locale => locale !== i18n.defaultLocale)].map(
        locale => i18n.localeConfigs[locale]?.baseUrl ?? baseUrl,
      );
      const [first = baseUrl] = homes;
      const root = join(outDir, relative(baseUrl, first));
      const site: HostedSite = {
        baseUrl: first,
        homes,
        headers: securityHeaders(await inlineHashes(pagesBelow(root)), pictures),
      };
      await mkdir(join(siteDir, folder), {recursive: true});
      await writeFile(join(root, '_headers'), staticHostHeaders(site));
      await writeFile(join(siteDir, folder, 'nginx.conf'), nginxConfiguration(site));
      await writeFile(join(siteDir, folder, 'Caddyfile'), caddyConfiguration(site));
    },
  });
}

/** All pages that are built by now: the languages are built one after another, and share the headers. */
async function* pagesBelow(folder: string): AsyncGenerator<string, undefined> {
  for (const file of (await Globby('**/*.html', {cwd: folder})).toSorted()) {
    yield await readFile(join(folder, file), 'utf8');
  }
  return undefined;
}
