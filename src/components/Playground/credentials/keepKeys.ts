import type {Operation} from '../../../api/operation';
import type {Credential} from '../../../request/apiRequest';
import {alternatives, credentialFor} from '../../../request/credentials';
import {keyStore} from './keyStore';

/** What happened to the keys in the code. */
export interface KeptKeys {
  /** The one origin that receives them; undefined if none is kept. */
  readonly origin: string | undefined;
  /** Those of a kind that the operation does not accept. */
  readonly leftOut: readonly Credential[];
  /** Restores the keys from before. */
  readonly takeBack: () => void;
}

/** Keeps the keys in the code for the origin that the code calls. */
export function keepKeys(operation: Operation, given: readonly Credential[], baseUrl: string): KeptKeys {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
  const schemes = new Set(alternatives(operation).flat());
  const leftOut = given.filter(
    one => one.value !== '' && ![...schemes].some(scheme => sameKind(one, credentialFor(scheme, ''))),
  );
  const own = [...schemes].flatMap(scheme => {
    const {value} = given.find(one => sameKind(one, credentialFor(scheme, ''))) ?? {value: ''};
    return value === '' || value === scheme.mockCredential ? [] : [{scheme, value}];
  });
  if (origin === undefined || own.length === 0) {
    return {origin: undefined, leftOut, takeBack: () => undefined};
  }
  const before = own.map(({scheme: {id}}) => ({
    id,
    value: keyStore.get(origin, id),
    grant: keyStore.grantOf(origin, id),
  }));
  own.forEach(({scheme, value}) => keyStore.set(origin, scheme.id, value));
  return {
    origin,
    leftOut,
    takeBack() {
      before.forEach(({id, value, grant}) =>
        value === undefined ? keyStore.forget(origin, id) : keyStore.set(origin, id, value, grant),
      );
    },
  };
}

function sameKind(one: Credential, other: Credential): boolean {
  return one.type === 'apiKey' && other.type === 'apiKey'
    ? one.in === other.in && one.name.toLowerCase() === other.name.toLowerCase()
    : one.type === other.type;
}
