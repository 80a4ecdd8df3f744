import {expect, test} from 'vitest';

import type {Language} from '../../src/snippets';
import {prepareSamples, run, runSamples, workFolder} from './support/runSample';

const programs: readonly {readonly language: Language; readonly codes: readonly string[]}[] = [
  {
    language: 'node',
    codes: [
      'console.log("grüße")',
      'throw new Error("lost")',
      'process.exitCode = 3',
      'console.error("told")',
    ],
  },
  {language: 'ruby', codes: ['puts "grüße"', 'raise "lost"', 'exit 3', 'warn "told"']},
  {
    language: 'python',
    codes: [
      'print("grüße")',
      'raise Exception("lost")',
      'import sys\nsys.exit(3)',
      'import sys\nsys.stderr.write("told\\n")',
    ],
  },
];

test.each(programs)('each of many programs in $language ends as it does alone', async ({language, codes}) => {
  const folder = await workFolder();
  const samples = codes.map(code => ({language, code}));
  const together = await runSamples(samples, folder);
  const alone = await Promise.all(
    (await prepareSamples(samples, folder)).map(command => run(command, folder, {})),
  );
  const ends = [
    {exitCode: 0, stdout: 'grüße\n', tells: false},
    {exitCode: 1, stdout: '', tells: true},
    {exitCode: 3, stdout: '', tells: false},
    {exitCode: 0, stdout: '', tells: true},
  ];
  for (const outcomes of [together, alone]) {
    expect(
      outcomes.map(({exitCode, stdout, stderr}) => ({exitCode, stdout, tells: /lost|told/.test(stderr)})),
    ).toEqual(ends);
  }
});
