import {ownMember} from '../../api/json';
import type {Operation} from '../../api/operation';
import {exampleValues} from './exampleValues';
import {parameterKey, type RequestValues} from '../values';

/**
 * Values with a named example filled in: the parameters and the body that have it; other optional parameters with
 * examples are left out. Values without any example stay as typed.
 */
export function withExample(operation: Operation, values: RequestValues, name: string): RequestValues {
  // Without a maker, so that only examples are used.
  const filled = exampleValues(operation, name);
  const parameters = operation.parameters.flatMap(parameter => {
    const key = parameterKey(parameter);
    const speaks = parameter.examples.length > 0;
    const text = speaks ? filled.parameters[key] : values.parameters[key];
    return text === undefined ? [] : [[key, text] as const];
  });
  const {mediaType} = values;
  const media = operation.requestBody?.content.find(({type}) => type === mediaType);
  const body = media?.examples.some(example => example.name === name)
    ? ownMember(filled.bodies, media.type)
    : undefined;
  return {
    ...values,
    parameters: Object.fromEntries(parameters),
    bodies: mediaType === undefined || !body ? values.bodies : {...values.bodies, [mediaType]: body},
  };
}
