import {http, type HttpHandler} from 'msw';

import type {Mock} from './mock';

/** The mock as msw handlers for an origin: for the page, for a service worker, or for tests of an app that uses the API. */
export function createHandlers(mock: Mock, origin: string): HttpHandler[] {
  return [http.all(`${origin}/*`, ({request}) => mock.handle(request))];
}
