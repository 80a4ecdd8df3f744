import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {useNow} from './useNow';

/** How long a token is still valid; `at` is in milliseconds since 1970. */
export default function Expiry({at}: {readonly at: number}): ReactNode {
  const now = useNow();
  return ` · ${expiry(at, now)}`;
}

/** The remaining time of a token in minutes and hours. Both times are milliseconds since 1970. */
function expiry(expiresAt: number, now: number): string {
  const minutes = Math.ceil((expiresAt - now) / 60_000);
  if (minutes <= 0) {
    return translate({id: 'key.expired', message: 'expired'});
  }
  return minutes < 120
    ? translate({id: 'key.expiresMinutes', message: 'expires in {minutes} min'}, {minutes})
    : translate({id: 'key.expiresHours', message: 'expires in {hours} h'}, {hours: Math.floor(minutes / 60)});
}
