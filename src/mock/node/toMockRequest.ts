import type {IncomingMessage, ServerResponse} from 'node:http';

import {ownMember} from '../../api/json';
import type {MockRequest} from '../mockRequest';

/** A request of node:http as the mock reads it, or undefined if its target is not a path. */
export function toMockRequest(incoming: IncomingMessage, outgoing: ServerResponse): MockRequest | undefined {
  const {method = 'GET', url = '/', headers} = incoming;
  if (!url.startsWith('/') || !URL.canParse(url, 'http://localhost')) {
    return undefined;
  }
  let signal: AbortSignal | undefined;
  return {
    method,
    url: new URL(url.replace(/^\/+/, '/'), 'http://localhost').href,
    headers: {
      get(name) {
        const value = ownMember(headers, name.toLowerCase());
        return value === undefined ? null : [value].flat().join(', ');
      },
    },
    // If reading stops early, the response still has to be sent.
    body: method === 'GET' || method === 'HEAD' ? null : incoming.iterator({destroyOnReturn: false}),
    get signal() {
      return (signal ??= signalOf(outgoing));
    },
  };
}

/** Aborted if the client disconnects before it has its response. */
function signalOf(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  outgoing.once('close', () => controller.abort());
  return controller.signal;
}
