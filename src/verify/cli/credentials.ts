import type {Operation} from '../../api/operation';
import {isLoopback} from '../../api/loopback';
import {requiredCredentials} from '../../request/credentials';
import {UsageError} from './options';

/**
 * The credentials that operations need, by the id of the security scheme, from the environment variables that samples
 * read. Without them, a server on this machine is taken for the mock and gets the mock's credentials.
 * @throws UsageError if one is missing.
 */
export function readCredentials(
  operations: readonly Operation[],
  server: string,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const schemes = operations.flatMap(requiredCredentials);
  const isLocal = isLoopback(new URL(server).hostname);
  const missing = schemes
    .filter(scheme => !isLocal && (env[scheme.env] ?? '') === '')
    .map(scheme => scheme.env);
  if (missing.length > 0) {
    const names = [...new Set(missing)].join(', ');
    throw new UsageError(
      `The key is missing. Set the environment variable ${names}; it is sent to ${new URL(server).origin} only.`,
    );
  }
  return Object.fromEntries(
    schemes.map(({id, env: name, mockCredential}) => [id, env[name] || mockCredential]),
  );
}
