import type {Operation} from './operation';

/** The names of the examples that an operation's parameters and request bodies have, each once. */
export function exampleNames({parameters, requestBody}: Operation): readonly string[] {
  const examples = [...(requestBody?.content ?? []), ...parameters].flatMap(part => part.examples);
  return [...new Set(examples.map(({name}) => name))];
}
