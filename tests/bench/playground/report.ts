import {markdownTable, median} from '../support/table';
import {figures, type Figure, type Run} from './measure';
import type {Peer} from './peer';

type Unit = 'count' | 'bytes' | 'ms';
const units: Readonly<Record<Figure, Unit>> = {
  requests: 'count',
  script: 'bytes',
  total: 'bytes',
  'main thread': 'ms',
  'script of the form': 'bytes',
  'click to form': 'ms',
  'key to code': 'ms',
  'answer shown': 'ms',
  'longest task': 'ms',
};

/** A table of medians, with how many times ours they are in brackets, the reasons for what is missing, and our goals. */
export function report(runs: ReadonlyMap<Peer, readonly Run[]>, ours: Peer, plain: Peer): string {
  const base = runs.get(ours) ?? [];
  const rows = [...runs].map(([peer, own]) => [
    peer.name,
    ...figures.map(figure => cell(figure, medianOf(own, figure), medianOf(base, figure), peer === ours)),
  ]);
  const aboveFloor = medianOf(base, 'script') - medianOf(runs.get(plain) ?? [], 'script');
  const goals = [
    ['script above a plain page', shown('bytes', aboveFloor), '≤ 15 kB'],
    ['script of the form', shown('bytes', medianOf(base, 'script of the form')), '≤ 50 kB'],
    ['longest task, answer of 5 MB', shown('ms', medianOf(base, 'longest task')), '< 50 ms'],
  ];
  return [
    markdownTable(['gzip, cold cache, CPU 4 × slower but for the answer', ...figures], rows),
    ...[...runs].flatMap(([peer, own]) => reasonsOf(peer, own)),
    markdownTable(['goal of ours', 'median', 'goal'], goals),
  ].join('\n\n');
}

function cell(figure: Figure, value: number, base: number, isBase: boolean): string {
  if (Number.isNaN(value)) {
    return '–';
  }
  // A longest task below 50 ms is not told by the browser, and no base for a ratio.
  const ratio = value / base;
  return isBase || !Number.isFinite(ratio) || units[figure] === 'count'
    ? shown(units[figure], value)
    : `${shown(units[figure], value)} (${ratio.toFixed(ratio < 10 ? 1 : 0)} ×)`;
}

function shown(unit: Unit, value: number): string {
  switch (unit) {
    case 'count':
      return `${value}`;
    case 'bytes':
      return `${(value / 1000).toFixed(value < 100_000 ? 1 : 0)} kB`;
    case 'ms':
      return value === 0 ? '< 50 ms' : `${value.toFixed(0)} ms`;
  }
}

function medianOf(runs: readonly Run[], figure: Figure): number {
  return median(runs.flatMap(run => run.figures.get(figure) ?? []));
}

function reasonsOf(peer: Peer, runs: readonly Run[]): readonly string[] {
  const figuresOf = new Map<string, Figure[]>();
  for (const figure of figures) {
    const reason = runs.map(({reasons}) => reasons.get(figure)).find(found => found !== undefined);
    if (reason !== undefined) {
      figuresOf.set(reason, [...(figuresOf.get(reason) ?? []), figure]);
    }
  }
  return [...figuresOf].map(([reason, missing]) => `${peer.name}, ${missing.join(', ')}: ${reason}.`);
}
