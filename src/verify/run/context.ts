import type {Api, Operation} from '../../api/operation';
import type {Finding, Unseen} from '../judge/finding';
import type {Resources} from '../plan/resources';
import type {Step} from '../plan/step';
import type {Left} from './cleanUp';
import type {Courier, CourierOptions} from './courier';
import type {Terms} from './permission';
import type {Stopped} from './stop';
import type {Things} from './things';

export interface RunOptions extends Terms, CourierOptions {
  readonly api: Api;
  /** Which operations are judged; others are only called if these need them. */
  readonly isChosen: (operation: Operation) => boolean;
  /** Whether only examples are sent, each in its turn: create, read, change, delete. */
  readonly examplesOnly?: boolean;
  /** Called before each request that checks something. */
  readonly onRequest?: (step: Step) => void;
}

export interface RunOutcome {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
  /** The received statuses by operation id. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>;
  readonly requests: number;
  readonly left: readonly Left[];
  /** Why the run ended early. */
  readonly stopped?: Stopped;
}

/** What all parts of a run share. */
export interface RunContext {
  readonly things: Things;
  readonly courier: Courier;
  readonly resources: Resources;
  readonly terms: Terms;
}
