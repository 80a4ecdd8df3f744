import type {Operation} from '../../../../src/api/operation';
import {buildRequest} from '../../../../src/request/wire/build';
import type {RequestValues} from '../../../../src/request/values';
import type {Compared} from '../adapter';
import {adapter as fromRequest} from './ours';

/** What the page does at each keystroke: builds the request of what was typed, then prints it. */
export function adapter(operation: Operation, values: RequestValues): (language: Compared) => string {
  return fromRequest(
    buildRequest(operation, values, {baseUrl: 'https://api.example.com/v1', credentials: []}).request,
  );
}
