import {isObject} from '../api/json';
import type {CredentialAddress, Grant, KeptSecret} from './credential';

/** Where keys survive a reload, if a reader chooses that. Methods return false if the browser denies storage. */
export interface CredentialStorage {
  readonly load: () => readonly StoredCredential[];
  readonly save: (credential: StoredCredential) => boolean;
  readonly remove: (address: CredentialAddress) => void;
}
export type StoredCredential = CredentialAddress & KeptSecret;

const PREFIX = 'playground.credential:';

/** Credentials in `sessionStorage`, one item each, until the tab is closed. Malformed items are removed. */
export function sessionCredentials(
  storageOf: () => Storage = () => window.sessionStorage,
): CredentialStorage {
  return {
    load: () =>
      attempt(() => {
        const storage = storageOf();
        const names = Array.from({length: storage.length}, (_, index) => storage.key(index) ?? '');
        return names
          .filter(name => name.startsWith(PREFIX))
          .flatMap(name => {
            const credential = parse(name, storage.getItem(name) ?? '');
            if (!credential) {
              storage.removeItem(name);
            }
            return credential ?? [];
          });
      }) ?? [],
    save: ({origin, schemeId, value, grant}) =>
      attempt(() => {
        storageOf().setItem(nameOf({origin, schemeId}), JSON.stringify({value, grant}));
        return true;
      }) ?? false,
    remove: address => attempt(() => storageOf().removeItem(nameOf(address))),
  };
}

function nameOf({origin, schemeId}: CredentialAddress): string {
  return PREFIX + JSON.stringify([origin, schemeId]);
}

/** Reading throws if the browser denies storage, and writing if it is full. */
function attempt<Value>(access: () => Value): Value | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

function parse(name: string, text: string): StoredCredential | undefined {
  const address = attempt((): unknown => JSON.parse(name.slice(PREFIX.length)));
  const secret = attempt((): unknown => JSON.parse(text));
  if (!Array.isArray(address) || !isObject(secret)) {
    return undefined;
  }
  const [origin, schemeId]: readonly unknown[] = address;
  const {value} = secret;
  return typeof origin === 'string' && typeof schemeId === 'string' && typeof value === 'string'
    ? {origin, schemeId, value, ...(isObject(secret['grant']) ? {grant: readGrant(secret['grant'])} : {})}
    : undefined;
}

function readGrant({expiresAt, refreshToken, scope}: Readonly<Record<string, unknown>>): Grant {
  return {
    ...(typeof expiresAt === 'number' ? {expiresAt} : {}),
    ...(typeof refreshToken === 'string' ? {refreshToken} : {}),
    ...(typeof scope === 'string' ? {scope} : {}),
  };
}
