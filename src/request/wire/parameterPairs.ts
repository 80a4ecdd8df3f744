import type {Parameter} from '../../api/operation';
import {encodeAll, encodeButReserved} from '../percentEncoding';
import {deepFields} from './deepFields';
import type {ParameterValue} from './parameterValue';
import {serialisePairs, type EncodedPair} from './serialise';

/**
 * A query or cookie parameter as the pairs it makes, encoded; `text` is the value as it was typed. What is within lists and
 * objects of a `deepObject` is named as in a form: `filter[items][0][price]`.
 */
export function parameterPairs(
  parameter: Parameter,
  value: ParameterValue,
  text: string,
): readonly EncodedPair[] {
  return parameter.style === 'deepObject' && value.type !== 'text'
    ? deepFields(parameter.name, [text], false).map(field => ({
        name: encodeAll(field.name),
        value: parameter.allowReserved ? encodeButReserved(field.value) : encodeAll(field.value),
      }))
    : serialisePairs(parameter, value);
}
