import type {Report} from './report';

/** The report as JUnit XML, which most CI services display: a test case for each operation. */
export function junitOf({title, target, operations, problems, left, stopped}: Report): string {
  const ids = [...new Set([...operations.map(({id}) => id), ...problems.map(({operation}) => operation)])];
  const cases = ids.map(id => {
    const own = problems.filter(({operation, isKnown}) => operation === id && !isKnown);
    const isAsked = operations.some(operation => operation.id === id && operation.received.length > 0);
    const failures = own.map(({statuses, problem, request}) =>
      failure(`${statuses.join(', ')}: ${problem}`, request),
    );
    return testCase(id, failures.length > 0 ? failures : isAsked ? [] : ['<skipped/>']);
  });
  const ends = [
    ...(left.length === 0
      ? []
      : [
          testCase(
            'clean-up',
            left.map(({what, command = ''}) => failure(`Left behind: ${what}`, command)),
          ),
        ]),
    ...(stopped
      ? [
          testCase('run', [
            `<error message="${escaped(stopped.message)}">${escaped(stopped.nextStep)}</error>`,
          ]),
        ]
      : []),
  ];
  const all = [...cases, ...ends];
  const failed = all.filter(one => one.includes('<failure')).length;
  const errors = stopped ? 1 : 0;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escaped(`${title} and ${target}`)}" tests="${all.length}" failures="${failed}" errors="${errors}">`,
    ...all,
    '</testsuite>',
  ].join('\n');
}

function testCase(name: string, inside: readonly string[]): string {
  return `  <testcase classname="verify" name="${escaped(name)}">${inside.join('')}</testcase>`;
}

function failure(message: string, details: string): string {
  return `<failure message="${escaped(message)}">${escaped(details)}</failure>`;
}

/** XML 1.0 §2.4; characters that XML does not allow are left out (§2.2). */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
