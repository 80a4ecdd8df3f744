import {bodyText} from '../../api/body/bodyText';
import type {Operation} from '../../api/operation';
import {exampleValues} from './exampleValues';
import {valueOf} from '../../api/schema/valueOf';
import type {RequestValues} from '../values';

/**
 * What a form starts with: the named example, else the first, of each parameter and media type. If the document has
 * none, required values get their schema's default or the first value that fits its type. A text body, such as XML,
 * starts with everything that it may contain: no form adds what is missing.
 */
export function initialValues(operation: Operation, exampleName?: string): RequestValues {
  return exampleValues(operation, exampleName, {
    value: schema => valueOf(operation, schema, {direction: 'request', as: 'start'}),
    text: mediaType =>
      bodyText(
        operation,
        mediaType,
        valueOf(operation, mediaType.schema ?? true, {direction: 'request', as: 'example'}),
      ),
  });
}
