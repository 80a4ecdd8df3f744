import type {IncomingMessage} from 'node:http';

import type {WireAnswer} from '../wireAnswer';

/** Outside of the API's base path, so that it cannot collide with an operation. */
export const HEALTH_PATH = '/_mock/health';

export const healthAnswer: WireAnswer = {
  status: 200,
  headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
  body: '{"status": "ok"}',
};

export function isHealthCheck({method, url}: IncomingMessage): boolean {
  return url === HEALTH_PATH && (method === 'GET' || method === 'HEAD');
}
