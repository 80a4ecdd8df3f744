import {translate} from '@docusaurus/Translate';

import type {SecurityScheme} from '../../../api/operation';
import {isCookie, type Alternative, type KeyOfScheme} from './useCredentials';

/** The name of a credential of this scheme. */
export function schemeLabel(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'bearer':
      return translate({id: 'key.bearer', message: 'API key'});
    case 'basic':
      return translate({id: 'key.basic', message: 'User and password'});
    case 'apiKey':
      return scheme.name;
    case 'oauth2':
    case 'openIdConnect':
      return translate({id: 'key.token', message: 'Access token'});
  }
}

/**
 * The names of the alternatives, such as `X-Key + User and password`; those of the same name are distinguished by their
 * ids.
 */
export function alternativeLabels(ways: readonly Alternative[]): readonly string[] {
  const labels = ways.map(({schemes}) =>
    schemes.length === 0
      ? translate({id: 'credentials.none', message: 'No credentials'})
      : schemes.map(schemeLabel).join(' + '),
  );
  return labels.map((label, index) =>
    labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${ways[index]?.id})`,
  );
}

/** A summary: whether there is a key, where it is kept and who receives it. */
export function keySummary({
  scheme,
  value,
  cookies,
  isMockKey,
  bindable,
  origin,
  place,
}: KeyOfScheme): string {
  if (!bindable) {
    return translate({id: 'key.noServer', message: 'Type the base URL of the server first'});
  }
  if (isMockKey) {
    return translate({id: 'key.mock', message: 'Mock key, valid nowhere else'});
  }
  if (cookies) {
    return translate(
      {id: 'key.cookies', message: 'Your cookies for {origin} are sent'},
      {origin: origin ?? ''},
    );
  }
  if (isCookie(scheme)) {
    return translate({id: 'key.cookie', message: 'In a cookie, which no page can set'});
  }
  if (value === '') {
    return translate({id: 'key.absent', message: 'Not set'});
  }
  const server = origin ?? translate({id: 'key.tab', message: 'the mock in this tab'});
  return place === 'tab'
    ? translate({id: 'key.inTab', message: 'Stored in this tab, for {server} only'}, {server})
    : translate({id: 'key.inMemory', message: 'In memory, for {server} only'}, {server});
}
