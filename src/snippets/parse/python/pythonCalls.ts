import {messages} from '../../../words';
import {isNothing, notKnown, type Call, type Value} from '../value';

const say = messages('pythonCalls', {
  prepared: 'This request cannot be read. Write it as requests.Request(…).prepare().',
});

/** The methods of `requests`, of its sessions and of httpx that send a request. */
export const methods = /\.(get|post|put|patch|delete|head|options|request|stream)$/;

const packages =
  /^(?:requests(?:\.(?:Session|session|sessions\.Session))?|httpx(?:\.(?:Client|AsyncClient))?|aiohttp\.ClientSession)\.\w+$/;

/** Whether a call sends a request: `requests.post(…)`, and the same of a session, of httpx, urllib or http.client. */
export function isRequest({path}: Call): boolean {
  return (
    (packages.test(path) && methods.test(path) && !/^(?:requests|aiohttp).*\.stream$/.test(path)) ||
    /^(?:urllib\.request\.)?urlopen$|HTTPS?Connection\.request$|^requests\.[Ss]ession\.send$/.test(path)
  );
}

/** `session.send(…)` of a request that was prepared, as the call that would send the same at once. */
export function unprepared(call: Call): Call {
  const [prepared] = call.args;
  const by = prepared?.type === 'call' && prepared.log.length === 0 ? prepared.call : undefined;
  const made = by?.path.endsWith('.prepare_request') === true ? by.args[0] : by?.of;
  const request =
    made?.type === 'call' && made.call.path === 'requests.Request' && made.log.length <= 1 ? made : undefined;
  if (!call.path.endsWith('.send')) {
    return call;
  }
  if (!request || !by) {
    throw notKnown(prepared, call.at, say('prepared'));
  }
  return {...request.call, path: 'requests.request', of: by.path.endsWith('.prepare') ? undefined : by.of};
}

export function given(value: Value | undefined): Value | undefined {
  return isNothing(value) ? undefined : value;
}
