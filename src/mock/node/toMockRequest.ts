import type {IncomingMessage, ServerResponse} from 'node:http';

import {ownMember} from '../../api/json';
import type {MockRequest} from '../mockRequest';

/** A request of node:http as the mock reads it, or undefined when its target is no path. */
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
    // Whoever stops reading early still wants to answer.
    body: method === 'GET' || method === 'HEAD' ? null : incoming.iterator({destroyOnReturn: false}),
    get signal() {
      return (signal ??= signalOf(outgoing));
    },
  };
}

/** Aborted when the client hangs up before it has its answer. */
function signalOf(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  outgoing.once('close', () => controller.abort());
  return controller.signal;
}
