import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {ApiRequest} from '../../../request/apiRequest';
import {valuesFromRequest} from '../../../request/back/valuesFromRequest';
import {openWith} from '../../formValues';

/** Keeps the values of a request for the form on another operation's page, which opens when the reader gets there. */
export async function handOver(id: string, request: ApiRequest): Promise<void> {
  const operation = await loadOperation(id);
  openWith(operation, valuesFromRequest(operation, request), 'code');
}
