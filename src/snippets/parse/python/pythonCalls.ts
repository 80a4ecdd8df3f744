import {isNothing, type Call, type Value} from '../value';

/** The methods of `requests`, of its sessions and of httpx that send a request. */
export const methods = /\.(get|post|put|patch|delete|head|options|request)$/;

const packages =
  /^(?:requests(?:\.(?:Session|session|sessions\.Session))?|httpx(?:\.(?:Client|AsyncClient))?|aiohttp\.ClientSession)\.\w+$/;

/** Whether a call sends a request: `requests.post(…)`, and the same of a session, of httpx or of urllib. */
export function isRequest({path}: Call): boolean {
  return (packages.test(path) && methods.test(path)) || /^(?:urllib\.request\.)?urlopen$/.test(path);
}

export function given(value: Value | undefined): Value | undefined {
  return isNothing(value) ? undefined : value;
}
