import type {Operation} from '../../api/operation';
import {exampleValues} from './exampleValues';
import {sampleOf} from '../../api/schema/sampleValue';
import type {RequestValues} from '../values';

/**
 * What a form starts with: the named example, else the first, of each parameter and media type; where the document has
 * none, required values get their schema's default or the first value that fits its type.
 */
export function initialValues(operation: Operation, exampleName?: string): RequestValues {
  return exampleValues(operation, exampleName, schema => sampleOf(operation, schema));
}
