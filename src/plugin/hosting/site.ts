import type {HeaderList} from './securityHeaders';

/** What a web server has to know of the site. */
export interface HostedSite {
  /** Where the site begins, with a slash at both ends. */
  readonly baseUrl: string;
  /** Where its languages begin, that of the site first. */
  readonly homes: readonly string[];
  /** For every file. */
  readonly headers: HeaderList;
}

/** Where a web server finds the site: a build for `/docs/` stands in `docs` below this folder. */
export const ROOT = '/srv/site';

/** A port that a program may open that is not root. */
export const PORT = 8080;

/** Tells monitoring that the server is up. It is outside the site, so no page can have this path. */
export const SITE_HEALTH_PATH = '/healthz';

/** Files below `assets` have a hash of their content in their names: they never change. */
export const FOREVER = 'public, max-age=31536000, immutable';

/** All else may change with each release: a browser asks whether it has. */
export const ASK = 'no-cache';
