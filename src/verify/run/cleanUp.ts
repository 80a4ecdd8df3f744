import type {ApiRequest} from '../../request/apiRequest';
import {isAmong} from '../plan/step';
import type {ResourceKind} from '../plan/resources';
import {requestTo} from './bind';
import type {RunContext} from './context';
import type {Courier} from './courier';
import {Stopped} from './stop';
import type {Thing} from './things';

/** What a run created and did not delete. */
export interface Left {
  /** Its path, or a description of what it may be. */
  readonly what: string;
  /** The request that deletes it, if the document has one. */
  readonly removal?: ApiRequest;
}

/**
 * Deletes what the run created, the newest first, as it may belong to something older; returns what is left. Of a kind
 * that the service claims to delete but keeps, everything is left.
 */
export async function cleanUp(
  kept: ReadonlySet<ResourceKind>,
  {things, courier, resources, terms}: RunContext,
): Promise<readonly Left[]> {
  courier.beginCleanUp();
  const left: Left[] = [];
  const isOwn = ({state, kind}: Thing): boolean => state === 'made' || (state === 'gone' && kept.has(kind));
  for (const thing of things.all.filter(isOwn).toReversed()) {
    const remover = resources.remover(thing.kind);
    if (!remover) {
      left.push({what: addressOf(thing)});
      continue;
    }
    const removal = requestTo(remover, thing.ids, resources, terms);
    const isRemoved = await remove(removal, courier);
    if (!isRemoved || kept.has(thing.kind)) {
      left.push({what: new URL(removal.url).pathname, removal});
    }
  }
  return left;
}

/** Whether the service confirms that the resource is gone. */
async function remove(removal: ApiRequest, courier: Courier): Promise<boolean> {
  try {
    const result = await courier.carry({expects: [], change: {}}, removal, () => {});
    return result.type === 'response' && isAmong(result.status, ['2XX', '404', '410']);
  } catch (error) {
    if (error instanceof Stopped) {
      return false;
    }
    throw error;
  }
}

function addressOf({kind, ids}: Thing): string {
  return `${kind.slice(0, -'{}'.length)}${ids[kind] ?? ''}`;
}
