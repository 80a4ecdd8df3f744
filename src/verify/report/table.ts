import {isNamedBy} from '../../api/http/documentedStatus';
import type {OperationReport, Report, ReportedProblem} from './report';

/** From this number of operations on, a common problem is listed once. */
const MANY = 4;

/** The report for a terminal: one operation per line, with its problems below. */
export function tableOf(report: Report): string {
  const {title, version, target, operations, problems, unseen, left, mended, stopped, requests} = report;
  const shared = sharedProblems(problems);
  const single = problems.filter(({problem}) => !shared.has(problem));
  const known = new Set(operations.map(({id}) => id));
  const others = [...new Set(single.map(({operation}) => operation))].filter(id => !known.has(id));
  const width = Math.max(...operations.map(nameOf).map(name => name.length), 0);
  const told = stopped
    ? operations.filter(({id}) => problems.some(({operation}) => operation === id))
    : operations;
  const rows = told.flatMap(operation => [
    rowOf(operation, problems, width),
    ...problemLines(single, operation.id),
  ]);
  return [
    `${title} ${version} and ${target}`,
    ...(rows.length === 0 ? [] : ['', ...rows]),
    ...others.flatMap(id => [`✗ ${id}`, ...problemLines(single, id)]),
    ...section(
      'In many operations',
      [...shared].flatMap(([problem, same]) => [
        `  ${problem}${same.every(({isKnown}) => isKnown) ? ' (known)' : ''}`,
        `    ${same.map(({operation}) => operation).join(', ')}`,
      ]),
    ),
    ...section(
      'Not seen',
      unseen.flatMap(({why, what}) => [`  ${why}`, ...what.map(one => `    ${one}`)]),
    ),
    ...section(
      'No longer found, so take it out of the baseline',
      mended.map(key => `  ${key}`),
    ),
    ...section('Left behind', left.flatMap(leftLines)),
    '',
    ...(stopped ? [stopped.message, stopped.nextStep] : [summaryOf(problems, operations.length, requests)]),
  ].join('\n');
}

function sharedProblems(
  problems: readonly ReportedProblem[],
): ReadonlyMap<string, readonly ReportedProblem[]> {
  const byWords = new Map<string, ReportedProblem[]>();
  for (const problem of problems) {
    byWords.set(problem.problem, [...(byWords.get(problem.problem) ?? []), problem]);
  }
  return new Map([...byWords].filter(([, same]) => same.length >= MANY));
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function nameOf({method, path}: OperationReport): string {
  return `${method} ${path}`;
}

function rowOf(operation: OperationReport, problems: readonly ReportedProblem[], width: number): string {
  const own = problems.filter(problem => problem.operation === operation.id);
  const {documented, received} = operation;
  const mark = own.some(({isKnown}) => !isKnown) ? '✗' : received.length === 0 ? '–' : '✓';
  const seen = documented.filter(status => received.some(one => isNamedBy(status, one))).length;
  return `${mark} ${nameOf(operation).padEnd(width)}  ${operation.id}: ${seen} of ${documented.length} statuses seen`;
}

function problemLines(problems: readonly ReportedProblem[], id: string): readonly string[] {
  return problems
    .filter(({operation}) => operation === id)
    .map(({statuses, problem, request, isKnown}) => {
      const at = statuses.length === 0 ? '' : `${statuses.join(', ')}: `;
      return `    ${at}${problem}${isKnown ? ' (known)' : ''}\n      Seen with: ${request}`;
    });
}

function leftLines({what, command}: Report['left'][number]): readonly string[] {
  return command === undefined
    ? [`  ${what}`]
    : [
        `  ${what}; delete it with:`,
        ...command
          .trimEnd()
          .split('\n')
          .map(line => `    ${line}`),
      ];
}

function summaryOf(problems: readonly ReportedProblem[], operations: number, requests: number): string {
  const known = problems.filter(({isKnown}) => isKnown).length;
  const found = problems.length - known;
  const told = found === 0 ? 'no drift' : counted(found, 'problem');
  const what = `${counted(operations, 'operation')}, ${counted(requests, 'request')}`;
  return `${what}: ${told}${known === 0 ? '' : `, and ${known} known`}`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
