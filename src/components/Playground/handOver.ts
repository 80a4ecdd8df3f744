import {loadOperation} from '@generated/openapi/default/catalog.js';

import type {ApiRequest} from '../../request/apiRequest';
import {valuesFromRequest} from '../../request/match';
import type {RequestValues} from '../../request/values';
import {storageKeyOf} from '../storageKey';
import {remember} from '../useRemembered';

/** Opens the form of another operation's page with the values of a request, for when the reader gets there. */
export async function handOver(id: string, request: ApiRequest): Promise<void> {
  const operation = await loadOperation(id);
  openWith(id, valuesFromRequest(operation, request));
}

/** Opens the form of an operation with these values on its page. */
export function openWith(id: string, values: RequestValues): void {
  const key = storageKeyOf(id);
  remember(`${key}.values`, JSON.stringify(values), 'tab');
  remember(`${key}.open`, 'yes', 'tab');
}
