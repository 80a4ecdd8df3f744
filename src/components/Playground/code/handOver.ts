import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {ApiRequest} from '../../../request/apiRequest';
import {valuesFromRequest} from '../../../request/back/valuesFromRequest';
import {openWith} from '../../formValues';

/** Opens the form of another operation's page with the values of a request, for when the reader gets there. */
export async function handOver(id: string, request: ApiRequest): Promise<void> {
  const operation = await loadOperation(id);
  openWith(operation, valuesFromRequest(operation, request), 'code');
}
