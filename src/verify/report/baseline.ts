import {isObject, items, member, text} from '../../api/json';

/**
 * The problems of an earlier report, as keys of findings. Any report that `--json` printed is a baseline.
 * @throws Error if the text is no report.
 */
export function readBaseline(source: string): ReadonlySet<string> {
  const report = parsed(source);
  if (!isObject(report) || !Array.isArray(report['problems'])) {
    throw new Error(
      'This is not a report. Create one with: npm run --silent verify -- --server URL --json > FILE',
    );
  }
  return new Set(
    items(report['problems']).flatMap(problem => {
      const [operation, words] = [text(member(problem, 'operation')), text(member(problem, 'problem'))];
      return operation === undefined || words === undefined ? [] : [`${operation}: ${words}`];
    }),
  );
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
