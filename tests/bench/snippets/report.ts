import {languageOf} from '../../../src/snippets';
import {compared} from './adapter';
import type {Weight} from './bundle';
import type {KeystrokeTime} from './keystrokes';
import type {Verdict} from './rightOnWire';

export interface Result {
  readonly label: string;
  /** By the language's label. */
  readonly verdicts: Readonly<Record<string, readonly Verdict[]>>;
  readonly weight: Weight;
  readonly keystroke: KeystrokeTime;
}

/** The results in Markdown; `floor` is what a keystroke costs that makes no samples. */
export function report(results: readonly Result[], floor: KeystrokeTime | undefined): string {
  const labels = compared.map(id => languageOf(id).label);
  const count = Object.values(results[0]?.verdicts ?? {})[0]?.length ?? 0;
  return `Right on the wire, of ${count} requests a language; in brackets those of which the tool threw instead of making a sample:

${table(['generator', ...labels, 'all'], results.map(rightRow))}

In the browser: the four generators in one script, minified, and a keystroke in a JSON body of 10 kB (all four samples,
4 × CPU throttle, 200 keystrokes, the tools in turn):

${table(
  ['generator', 'minified', 'gzip', 'median', '95th percentile'],
  [
    ...results.map(({label, weight, keystroke}) => [
      label,
      kilobytes(weight.minified),
      kilobytes(weight.gzip),
      ...times(keystroke),
    ]),
    ...(floor ? [['no samples: the measurement itself', '', '', ...times(floor)]] : []),
  ],
)}
`;
}

function rightRow({label, verdicts}: Result): string[] {
  const all = Object.values(verdicts);
  const flat = all.flat();
  return [
    label,
    ...all.map(list => {
      const threw = list.filter(({outcome}) => outcome === 'threw').length;
      return `${right(list)} = ${percent(list)}${threw > 0 ? ` (${threw} threw)` : ''}`;
    }),
    `${right(flat)} of ${flat.length} = ${percent(flat)}`,
  ];
}

function right(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({outcome}) => outcome === 'right').length;
}

/** Rounded down, so that only all are 100 %. */
function percent(verdicts: readonly Verdict[]): string {
  return `${Math.floor((100 * right(verdicts)) / verdicts.length)} %`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function times({median, percentile95}: KeystrokeTime): string[] {
  return [milliseconds(median), milliseconds(percentile95)];
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
