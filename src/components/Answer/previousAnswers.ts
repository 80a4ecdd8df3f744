import type {ResponseResult} from '../../client/result';

/** The newest response of each operation on this visit, and for each response the one before it. */
const newest = new Map<string, ResponseResult>();
const before = new WeakMap<ResponseResult, {readonly answer: ResponseResult | undefined}>();

/** The previous response of the same operation, in this tab since it was loaded. */
export function previousAnswer(operationId: string, result: ResponseResult): ResponseResult | undefined {
  const known = before.get(result);
  if (known) {
    return known.answer;
  }
  const answer = newest.get(operationId);
  before.set(result, {answer});
  newest.set(operationId, result);
  return answer;
}
