import type {Operation} from '../../../../src/api/operation';
import {buildRequest} from '../../../../src/request/wire/build';
import type {RequestValues} from '../../../../src/request/values';
import type {Language} from '../../../../src/snippets';
import {adapter as fromRequest} from './ours';

/** What the page does at each keystroke: builds the request of what was typed, then prints it. */
export function adapter(operation: Operation, values: RequestValues): (language: Language) => string {
  return fromRequest(
    buildRequest(operation, values, {baseUrl: 'https://api.example.com/v1', credentials: []}).request,
  );
}
