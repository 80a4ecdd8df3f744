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
  /** Which operations are judged; others are sent only where these need them. */
  readonly isChosen: (operation: Operation) => boolean;
  /** Whether only examples are sent, as they are made, read, changed and deleted. */
  readonly examplesOnly?: boolean;
  /** Called before each request that shows something. */
  readonly onRequest?: (step: Step) => void;
}

export interface RunOutcome {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
  /** The statuses that were received, by the operation's id. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>;
  readonly requests: number;
  readonly left: readonly Left[];
  /** Why the run ended early. */
  readonly stopped?: Stopped;
}

/** What the parts of a run share. */
export interface RunContext {
  readonly things: Things;
  readonly courier: Courier;
  readonly resources: Resources;
  readonly terms: Terms;
}
