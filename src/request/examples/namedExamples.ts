import type {Example, Operation} from '../../api/operation';

/**
 * The named examples of an operation's parameters and of one media type of its body, without duplicates, the body's
 * first.
 */
export function namedExamples(operation: Operation, mediaType: string | undefined): readonly Example[] {
  const body = operation.requestBody?.content.find(({type}) => type === mediaType);
  const all = [...(body?.examples ?? []), ...operation.parameters.flatMap(({examples}) => examples)];
  return [...new Map(all.toReversed().map(example => [example.name, example])).values()].toReversed();
}
