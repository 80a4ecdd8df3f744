import {useMemo, useSyncExternalStore} from 'react';

import type {Operation, SecurityScheme} from '../../../api/operation';
import type {Grant, KeptCredential, KeyStorage} from '../../../client/credential';
import {keyFor as keyFor, originOf} from '../../../client/credentialStore';
import {isMock, type ServerChoice} from '../../../client/servers';
import type {Credential} from '../../../request/apiRequest';
import {alternatives, credentialFor} from '../../../request/credentials';
import type {SnippetOptions} from '../../../snippets/snippet';
import {useRemembered} from '../../useRemembered';
import {keyStore as store} from './keyStore';

/** The origins to which the reader lets the browser send its cookies. A reload clears them. */
const cookieOrigins = new Set<string>();
const listeners = new Set<() => void>();
let version = 0;
store.subscribe(changed);

function changed(): void {
  version++;
  listeners.forEach(listener => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The credential of one scheme on the chosen server. */
export interface KeyOfScheme {
  readonly scheme: SecurityScheme;
  readonly value: string;
  readonly grant: Grant | undefined;
  readonly place: KeyStorage;
  /** The scopes of it that the operation needs. */
  readonly scopes: readonly string[];
  /**
   * The one origin that receives the key; undefined for the mock in the tab, and while there is no server to bind it
   * to.
   */
  readonly origin: string | undefined;
  /** Whether there is a server that a key can be bound to. */
  readonly bindable: boolean;
  readonly onMock: boolean;
  readonly isMockKey: boolean;
  readonly set: (value: string, grant?: Grant) => void;
  /** False if the browser denies storage: the key then stays in memory. */
  readonly keepIn: (place: KeyStorage) => boolean;
  readonly forget: () => void;
  /** For a key in a cookie, which no page can set: whether the browser's own cookies for this origin are sent. */
  readonly cookies: boolean;
  readonly setCookies: (sent: boolean) => void;
}

export interface Alternative {
  readonly id: string;
  readonly schemes: readonly SecurityScheme[];
}

export interface Credentials {
  /** The alternatives for authentication, of which one is enough; none or one if there is no choice. */
  readonly alternatives: readonly Alternative[];
  readonly alternative: string;
  readonly chooseAlternative: (id: string) => void;
  /** The schemes of the chosen alternative, all of which are needed. */
  readonly fields: readonly KeyOfScheme[];
  /** Whether the server may ask for a client certificate, which is no part of a request. */
  readonly takesCertificate: boolean;
  /** All keys kept for pages of this site, whichever server they are for. */
  readonly held: readonly KeptCredential[];
  readonly forget: (kept: KeptCredential) => void;
  readonly forgetAll: () => void;
  /** Whether Send lets the browser add its cookies for the server. */
  readonly cookies: boolean;
  /** The credentials that Send adds to the request. */
  readonly credentials: readonly Credential[];
  /** The credentials that samples read from the environment, whether or not a key is typed here. */
  readonly sampleCredentials: readonly Credential[];
  /**
   * How samples print them: from the environment, with the mock's key as a visible fallback if the server is a mock.
   */
  readonly shownAs: NonNullable<SnippetOptions['credentials']>;
  /** Whether the reader typed a key of their own for this server. */
  readonly hasOwnKey: boolean;
}

/** The credentials that an operation needs on the chosen server. */
export function useCredentials(operation: Operation, choice: ServerChoice): Credentials {
  const changes = useVersion();
  const [remembered, chooseAlternative] = useRemembered('playground.security', 'tab');
  return useMemo(() => {
    const ways = alternatives(operation).map(schemes => ({id: schemes.map(({id}) => id).join('+'), schemes}));
    const way = ways.find(({id}) => id === remembered) ?? ways[0] ?? {id: '', schemes: []};
    const fields = way.schemes.map(scheme =>
      keyOf(scheme, choice, scopesOf(operation, ways.indexOf(way), scheme)),
    );
    return {
      alternatives: ways,
      alternative: way.id,
      chooseAlternative,
      fields,
      takesCertificate: operation.clientCertificate !== undefined,
      held: store.list(),
      forget: ({origin, schemeId}) => store.forget(origin, schemeId),
      forgetAll() {
        cookieOrigins.clear();
        store.forgetAll();
      },
      cookies: fields.some(({cookies}) => cookies),
      credentials: fields
        .filter(({value}) => value !== '')
        .map(({scheme, value}) => credentialFor(scheme, value)),
      sampleCredentials: fields.map(({scheme, value}) =>
        credentialFor(scheme, value || scheme.mockCredential),
      ),
      shownAs:
        choice.kind === 'local-mock' && fields.every(({isMockKey}) => isMockKey) ? 'fallback' : 'variable',
      hasOwnKey: fields.some(({value, scheme}) => value !== '' && value !== scheme.mockCredential),
      // `changes` changes whenever the store does.
      changes,
    };
  }, [operation, choice, remembered, chooseAlternative, changes]);
}

export interface KeptText {
  readonly value: string;
  readonly place: KeyStorage;
  readonly set: (value: string) => void;
  readonly keepIn: (place: KeyStorage) => boolean;
}

/** The client id of the reader's application at an authorization server; kept like a key. */
export function useClientId(origin: string, schemeId: string): KeptText {
  useVersion();
  const id = `${schemeId} (client id)`;
  return {
    value: store.get(origin, id) ?? '',
    place: store.placeOf(origin, id),
    set: value => store.set(origin, id, value),
    keepIn: place => store.keepIn(origin, id, place),
  };
}

function useVersion(): number {
  return useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  );
}

function keyOf(scheme: SecurityScheme, choice: ServerChoice, scopes: readonly string[]): KeyOfScheme {
  const origin = originOf(choice);
  const value = keyFor(store, choice, scheme);
  const bound = origin ?? '';
  return {
    scheme,
    value,
    grant: store.grantOf(bound, scheme.id),
    place: store.placeOf(bound, scheme.id),
    scopes,
    origin: choice.kind === 'page-mock' ? undefined : origin,
    bindable: origin !== undefined,
    onMock: isMock(choice),
    isMockKey: isMock(choice) && value === scheme.mockCredential,
    set: (next, grant) => origin !== undefined && store.set(origin, scheme.id, next, grant),
    keepIn: place => origin !== undefined && store.keepIn(origin, scheme.id, place),
    forget: () => origin !== undefined && store.forget(origin, scheme.id),
    cookies: isCookie(scheme) && cookieOrigins.has(bound),
    setCookies(sent) {
      if (sent) {
        cookieOrigins.add(bound);
      } else {
        cookieOrigins.delete(bound);
      }
      changed();
    },
  };
}

export function isCookie(scheme: SecurityScheme): boolean {
  return scheme.type === 'apiKey' && scheme.in === 'cookie';
}

function scopesOf(operation: Operation, alternative: number, scheme: SecurityScheme): readonly string[] {
  return operation.security[alternative]?.find(named => named.scheme === scheme.id)?.scopes ?? [];
}
