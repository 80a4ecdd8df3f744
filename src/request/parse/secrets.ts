import type {Credential, HeaderField} from '../apiRequest';

/** Whether a value stands for a key instead of being one: `your-api-key`, `<token>`, `YOUR_API_KEY`, `xxx`, `$KEY`. */
export function isPlaceholderKey(value: string): boolean {
  return (
    value === '' ||
    /^\$/.test(value) ||
    /^[<{[].*[>}\]]$/.test(value) ||
    /^(your|my|the|insert|replace|example)[-_ ]?/i.test(value) ||
    /^(api[-_ ]?)?(key|token|secret)$/i.test(value) ||
    /^[x*.…]+$/i.test(value)
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
  try {
    return basic === undefined ? undefined : {type: 'basic', ...secretValue(atob(basic))};
  } catch {
    return undefined;
  }
}
