import {CONNECTIONS, loads, measure, type Throughput} from './load';
import {contestants, start, type Contestant} from './servers';
import {markdownTable, median, shown} from '../support/table';

/** The load before the one that counts, so that just-in-time compilers are done, in seconds. */
const WARM_UP_S = 1;

export interface Effort {
  readonly rounds: number;
  /** How long each load lasts, in seconds. */
  readonly seconds: number;
}

/** What one process of a server did. */
interface Round {
  readonly coldStartMs: number;
  readonly memory: number;
  /** By {@link keyOf}. */
  readonly throughput: ReadonlyMap<string, Throughput>;
}

/** Measures all servers in turn, round after round, and prints the medians as tables. */
export async function comparePerformance({rounds, seconds}: Effort): Promise<string> {
  const results = new Map<string, Round[]>(contestants.map(({name}) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      console.log(`Round ${round} of ${rounds}: ${contestant.name} …`);
      results.get(contestant.name)?.push(await measureOnce(contestant, seconds));
    }
  }
  const ofRounds = (name: string, value: (round: Round) => number): number =>
    median((results.get(name) ?? []).map(value));
  const startTable = markdownTable(
    ['', ...contestants.map(({name}) => name)],
    [
      ['version', ...contestants.map(({version}) => version)],
      ['runs on Node', ...contestants.map(({node}) => node)],
      ['cold start to the first 200, ms', ...each(name => ofRounds(name, round => round.coldStartMs))],
      ['memory after all loads, MB', ...each(name => ofRounds(name, round => round.memory / 1e6))],
    ],
  );
  const best = (values: readonly number[], choose: (...all: number[]) => number): number =>
    choose(...values.slice(0, -1));
  const speeds: string[][] = [];
  const costs: string[][] = [];
  for (const load of loads) {
    for (const connections of CONNECTIONS) {
      const key = keyOf(load.name, connections);
      const values = (part: keyof Throughput): number[] =>
        contestants.map(({name}) => ofRounds(name, round => round.throughput.get(key)?.[part] ?? Number.NaN));
      const rates = values('perSecond');
      const p99s = values('p99Ms');
      const cpu = values('cpuMicroseconds');
      const place = [load.name, String(connections)];
      const speed = rates.map((rate, index) => `${shown(rate)} (${shown(p99s[index] ?? Number.NaN)} ms)`);
      speeds.push([...place, ...speed, times((rates.at(-1) ?? Number.NaN) / best(rates, Math.max))]);
      costs.push([...place, ...cpu.map(shown), times(best(cpu, Math.min) / (cpu.at(-1) ?? Number.NaN))]);
    }
  }
  const names = contestants.map(({name}) => name);
  return [
    startTable,
    markdownTable(['requests/s (p99)', 'connections', ...names, 'ours ÷ best peer'], speeds),
    markdownTable(['CPU time a request, µs', 'connections', ...names, 'best peer ÷ ours'], costs),
  ].join('\n\n');
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} ×`;
}

function each(value: (name: string) => number): string[] {
  return contestants.map(({name}) => shown(value(name)));
}

async function measureOnce(contestant: Contestant, seconds: number): Promise<Round> {
  const server = await start(contestant, contestant.loadOptions);
  try {
    const throughput = new Map<string, Throughput>();
    for (const load of loads) {
      await measure(server, load, 10, WARM_UP_S);
      for (const connections of CONNECTIONS) {
        throughput.set(keyOf(load.name, connections), await measure(server, load, connections, seconds));
      }
    }
    return {coldStartMs: server.coldStartMs, memory: server.memory(), throughput};
  } finally {
    await server.stop();
  }
}

function keyOf(load: string, connections: number): string {
  return `${load} at ${connections}`;
}
