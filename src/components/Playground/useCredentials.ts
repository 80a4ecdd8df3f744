import {useMemo, useSyncExternalStore} from 'react';

import type {Operation, SecurityScheme} from '../../api/operation';
import {createCredentialStore, credentialFor as keyFor, originOf} from '../../client/credentialStore';
import {isMock, type ServerChoice} from '../../client/servers';
import type {Credential} from '../../request/apiRequest';
import {credentialFor, requiredCredentials} from '../../request/credentials';
import type {SnippetOptions} from '../../snippets';

/** The keys of this page's life: they outlive navigation, and a reload forgets them. */
const store = createCredentialStore();
let version = 0;
store.subscribe(() => version++);

export interface KeyOfScheme {
  readonly scheme: SecurityScheme;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly origin: string | undefined;
  readonly isMockKey: boolean;
}

export interface Credentials {
  readonly fields: readonly KeyOfScheme[];
  /** What Send puts on the request. */
  readonly credentials: readonly Credential[];
  /** What the samples read from the environment, whether or not a key is typed here. */
  readonly sampleCredentials: readonly Credential[];
  /** How samples print them: from the environment, with the mock's key as visible fallback where a mock is the target. */
  readonly shownAs: NonNullable<SnippetOptions['credentials']>;
  /** Whether the reader typed a key of their own for this server. */
  readonly hasOwnKey: boolean;
  /** Keeps the keys that code holds, for the origin that the code calls; that origin, or undefined when there is none. */
  readonly keep: (credentials: readonly Credential[], baseUrl: string) => string | undefined;
}

/** The credentials that an operation needs on the chosen server. */
export function useCredentials(operation: Operation, choice: ServerChoice): Credentials {
  const changes = useSyncExternalStore(
    store.subscribe,
    () => version,
    () => 0,
  );
  return useMemo(() => {
    const origin = originOf(choice);
    const fields = requiredCredentials(operation).map(scheme => {
      const value = keyFor(store, choice, scheme);
      return {
        scheme,
        value,
        onChange: (next: string) => origin !== undefined && store.set(origin, scheme.id, next),
        origin: choice.kind === 'page-mock' ? undefined : origin,
        isMockKey: isMock(choice) && value === scheme.mockCredential,
      };
    });
    return {
      fields,
      credentials: fields
        .filter(({value}) => value !== '')
        .map(({scheme, value}) => credentialFor(scheme, value)),
      sampleCredentials: fields.map(({scheme, value}) =>
        credentialFor(scheme, value || scheme.mockCredential),
      ),
      shownAs:
        choice.kind === 'local-mock' && fields.every(({isMockKey}) => isMockKey) ? 'fallback' : 'variable',
      keep: (given, baseUrl) => keepKeys(operation, given, baseUrl),
      hasOwnKey: fields.some(({value, scheme}) => value !== '' && value !== scheme.mockCredential),
      // `changes` is what tells that the store holds other keys than before.
      changes,
    };
  }, [operation, choice, changes]);
}

function keepKeys(operation: Operation, given: readonly Credential[], baseUrl: string): string | undefined {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
  const own = requiredCredentials(operation).flatMap(scheme => {
    const {value} = given.find(one => sameKind(one, credentialFor(scheme, ''))) ?? {value: ''};
    return value === '' || value === scheme.mockCredential ? [] : [{scheme, value}];
  });
  if (origin === undefined || own.length === 0) {
    return undefined;
  }
  own.forEach(({scheme, value}) => store.set(origin, scheme.id, value));
  return origin;
}

function sameKind(one: Credential, other: Credential): boolean {
  return one.type === 'apiKey' && other.type === 'apiKey'
    ? one.in === other.in && one.name.toLowerCase() === other.name.toLowerCase()
    : one.type === other.type;
}
