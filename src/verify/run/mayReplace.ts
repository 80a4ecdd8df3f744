import type {ApiRequest} from '../../request/apiRequest';
import {isAmong} from '../plan/step';
import type {ResourceKind} from '../plan/resources';
import {requestTo} from './bind';
import type {RunContext} from './context';
import {givenId} from './marks';
import type {Thing} from './things';

const GONE = ['404', '410'];

/**
 * Whether a request that creates a resource under an id of its own could replace an existing one: it could, unless the
 * service confirms that there is none. `parent` is the resource that contains it.
 */
export async function mayReplace(
  kind: ResourceKind,
  request: ApiRequest,
  parent: Thing | undefined,
  {things, courier, resources, terms}: RunContext,
): Promise<boolean> {
  const id = givenId(request, resources.idNames(kind));
  if (id === undefined || terms.disposable || things.made(kind, id)) {
    return false;
  }
  const reader = resources.reader(kind);
  if (!reader) {
    return true;
  }
  const reading = requestTo(reader, {...parent?.ids, [kind]: id}, resources, terms);
  const result = await courier.carry({expects: GONE, change: {}}, reading, () => {});
  return result.type === 'none' || !isAmong(result.status, GONE);
}
