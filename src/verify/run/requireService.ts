import {headerValue} from '../../api/http/headerValue';
import type {ResponseResult} from '../../client/result';
import {requiredCredentials} from '../../request/credentials';
import {mediaTypeEssence} from '../../api/http/mediaType';
import type {Step} from '../plan/step';
import type {Terms} from './permission';
import {Stopped} from './stop';

/**
 * Finds out from the first responses whether the address is the service's and the key is accepted.
 * @throws Stopped if later responses would mean nothing.
 */
export function requireService(
  results: readonly {readonly step: Step; readonly result: ResponseResult | undefined}[],
  {baseUrl}: Terms,
): void {
  const came = results.flatMap(({step, result}) => (result ? [{step, result}] : []));
  const all = (test: (result: ResponseResult) => boolean): boolean =>
    came.length > 0 && came.every(({result}) => test(result));
  if (all(({status}) => status === 401 || status === 403)) {
    const names = [
      ...new Set(came.flatMap(({step}) => requiredCredentials(step.operation).map(({env}) => env))),
    ];
    throw new Stopped(
      `The service rejects the key: its first ${came.length} responses all have status ${came[0]?.result.status}.`,
      `Set ${names.join(', ')} to a key that is valid at ${baseUrl}.`,
    );
  }
  if (all(({headers}) => mediaTypeEssence(headerValue(headers, 'content-type') ?? '') === 'text/html')) {
    throw new Stopped(
      `${baseUrl} responds with web pages (text/html), so this is a site, a sign-in page or a proxy, and not the API.`,
      'Check --server: the URL ends where the paths of the document start.',
    );
  }
  if (all(({status}) => status === 404)) {
    throw new Stopped(
      `The API is not at ${baseUrl}: none of the first ${came.length} paths was found.`,
      'Check --server: the URL ends where the paths of the document start, as in https://api.example.com/v1.',
    );
  }
}
