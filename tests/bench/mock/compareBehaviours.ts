import {behaviours} from './behaviours';
import {createTarget} from './exchange';
import {contestants, start, type Contestant} from './servers';
import {markdownTable} from '../support/table';

/** Why a server is not right; undefined where it is. */
type Verdict = string | undefined;

export interface BehaviourReport {
  readonly table: string;
  /** What each server did instead, for whoever doubts a verdict. */
  readonly reasons: string;
}

/** Checks every behaviour against every server. */
export async function compareBehaviours(): Promise<BehaviourReport> {
  const verdicts: Verdict[][] = [];
  for (const contestant of contestants) {
    console.log(`Behaviours: ${contestant.name} …`);
    verdicts.push(await judge(contestant));
  }
  const rows = behaviours.map(({name}, index) => [
    `${index + 1}. ${name}`,
    ...verdicts.map(list => (list[index] === undefined ? 'yes' : 'no')),
  ]);
  const totals = verdicts.map(list => `**${list.filter(verdict => verdict === undefined).length}**`);
  const reasons = contestants.flatMap(({name}, column) =>
    behaviours.flatMap((behaviour, row) => {
      const verdict = verdicts[column]?.[row];
      return verdict === undefined ? [] : [`- ${name}, ${behaviour.name}: ${verdict}`];
    }),
  );
  return {
    table: markdownTable(
      ['behaviour', ...contestants.map(({name}) => name)],
      [...rows, [`**right, of ${behaviours.length}**`, ...totals]],
    ),
    reasons: reasons.join('\n'),
  };
}

/** A server that a check brought down is started again for the next one. */
async function judge(contestant: Contestant): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let server = await start(contestant);
  try {
    for (const behaviour of behaviours) {
      const target = createTarget(server.port, contestant.basePath);
      const verdict = await verdictOf(() => behaviour.check(target));
      verdicts.push(verdict);
      const alive = verdict === undefined || (await target.send('GET', '/users').catch(() => undefined));
      if (!alive) {
        await server.stop();
        server = await start(contestant);
      }
    }
  } finally {
    await server.stop();
  }
  return verdicts;
}

async function verdictOf(check: () => Promise<void>): Promise<Verdict> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
  }
}
