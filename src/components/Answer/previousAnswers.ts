import type {ResponseResult} from '../../client/result';

/** The text of the newest answer of each operation on this visit, and to each answer that of the one before it. */
const newest = new Map<string, string | undefined>();
const before = new WeakMap<ResponseResult, {readonly text: string | undefined}>();

/** The text that the same operation answered with before this, in this tab since it was loaded. */
export function previousText(operationId: string, result: ResponseResult): string | undefined {
  const known = before.get(result);
  if (known) {
    return known.text;
  }
  const text = newest.get(operationId);
  before.set(result, {text});
  newest.set(operationId, result.body.text);
  return text;
}
