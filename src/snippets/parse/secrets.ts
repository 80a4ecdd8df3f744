import type {Credential, HeaderField} from '../../request/apiRequest';
import {decodeBase64} from '../../request/base64';

/**
 * Whether a value stands for a key instead of being one: `your-api-key`, `<token>`, `YOUR_API_KEY`, `xxx`, `$KEY`. Of a
 * user and a password, both do.
 */
function isPlaceholderKey(value: string): boolean {
  return (
    /^\$/.test(value) ||
    /^[<{[].*[>}\]]$/.test(value) ||
    value.split(':').every(part => part === '' || isPlaceholderWord(part))
  );
}

/** A word such as `your` makes a placeholder where it ends there: `theo` and `myRealToken9f8a` are somebody's own. */
function isPlaceholderWord(text: string): boolean {
  return (
    /^(?:your|my|the|insert|replace|example)(?:[-_ ]|(?:api|access|auth|bearer|secret)*(?:key|token|secret|api)s?$)/i.test(
      text,
    ) ||
    /^(?:api[-_ ]?)?(?:key|token|secret)$/i.test(text) ||
    /^[<{[].*[>}\]]$/.test(text) ||
    /^[x*.…]+$/i.test(text)
  );
}

/** The value of a secret and the environment variable it was read from; a placeholder has no value. */
export function secretValue(text: string): {readonly env: string; readonly value: string} {
  const variable = /^\$\{?([A-Za-z_]\w*)(?::?-([^}]*))?/.exec(text);
  if (variable?.[1] !== undefined) {
    return {env: variable[1], value: variable[2] ?? ''};
  }
  return {env: 'API_KEY', value: isPlaceholderKey(text) ? '' : text};
}

/** The credential that an `Authorization` header carries; undefined for any other header or scheme. */
export function credentialFromHeader({name, value}: HeaderField): Credential | undefined {
  if (name.toLowerCase() !== 'authorization') {
    return undefined;
  }
  const bearer = /^Bearer\s+(.+)$/is.exec(value)?.[1];
  if (bearer !== undefined) {
    return {type: 'bearer', ...secretValue(bearer)};
  }
  const basic = /^Basic\s+(\S+)$/i.exec(value)?.[1];
  const userAndPassword = basic === undefined ? undefined : decodeBase64(basic);
  return userAndPassword === undefined ? undefined : {type: 'basic', ...secretValue(userAndPassword)};
}
