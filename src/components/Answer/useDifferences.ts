import {useEffect, useState} from 'react';

import type {Operation} from '../../api/operation';
import type {Difference} from '../../client/answer/checkAnswer';
import type {ResponseResult} from '../../client/result';
import type {Answered} from '../Playground/useSending';
import {perform} from './perform';

/** In what an answer is not as documented; undefined until that is known, and where nobody asked. */
export function useDifferences(
  operation: Operation,
  result: ResponseResult,
  answered: Answered | undefined,
): readonly Difference[] | undefined {
  const [checked, setChecked] = useState<{
    readonly result: ResponseResult;
    readonly differences: readonly Difference[];
  }>();
  useEffect(() => {
    let current = true;
    if (answered) {
      const {status, headers, size, body} = result;
      const input = {
        operation,
        result: {status, headers, size, body: {text: body.text, cut: body.cut}},
        method: answered.request.method,
        allHeaders: answered.server === 'page-mock',
      };
      perform('check', input, size).then(
        differences => current && setChecked({result, differences}),
        // An answer is shown all the same when what checks it does not load.
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [operation, result, answered]);
  return checked?.result === result ? checked.differences : undefined;
}
