import type {RequestValues} from '../request/values';
import {withoutSecrets} from '../request/withoutSecrets';
import {storageKeyOf} from './storageKey';
import {remember} from './useRemembered';

/** Opens the form of an operation with these values on its page, for when the reader gets there. */
export function openWith(id: string, values: RequestValues): void {
  const key = storageKeyOf(id);
  remember(`${key}.values`, JSON.stringify(values), 'tab', JSON.stringify(withoutSecrets(values).values));
  remember(`${key}.open`, 'yes', 'tab');
}
