import {RequestHandler} from 'msw';

import type {Mock} from './mock';

interface Resolved extends Record<string, unknown> {
  readonly request: Request;
}

/**
 * The mock as an msw handler for all paths of an origin. It only matches the origin, so it needs neither the path
 * patterns nor the cookie jar of msw's own `http`, and a page is 60 kB smaller.
 */
class OriginHandler extends RequestHandler<{readonly header: string}, never, Resolved> {
  constructor(
    mock: Mock,
    private readonly origin: string,
  ) {
    super({
      info: {header: `ALL ${origin}/*`},
      resolver: ({request}) => mock.handle(request),
    });
  }

  override predicate({request}: {readonly request: Request}): boolean {
    return new URL(request.url).origin === this.origin;
  }

  override log(): void {
    // The mock logs its responses itself.
  }
}

/**
 * The mock as msw handlers for an origin: for the page, for a service worker, or for tests of an app that uses the API.
 */
export function createHandlers(mock: Mock, origin: string): RequestHandler[] {
  return [new OriginHandler(mock, origin)];
}
