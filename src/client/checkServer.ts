import {diagnose} from './diagnose';
import type {Diagnosis} from './diagnosis';
import {browserEnvironment, type Environment} from './environment';
import type {ServerChoice} from './servers';

/** Whether a server can be used from this page, as one harmless request without keys shows. */
export type Health =
  /** It answers with this status, and lets this page read. Which other requests it allows is known only when one is sent. */
  | {readonly type: 'reached'; readonly status: number}
  | {readonly type: 'not-reached'; readonly diagnosis: Diagnosis};

/** Asks a server with `HEAD` at its base URL, and finds the cause when the page gets no answer. */
export async function checkServer(
  {baseUrl, kind}: Pick<ServerChoice, 'baseUrl' | 'kind'>,
  environment: Environment = browserEnvironment,
): Promise<Health> {
  const request = new Request(baseUrl, {method: 'HEAD'});
  const reading = await environment.read(request.url);
  return typeof reading === 'object'
    ? {type: 'reached', status: reading.status}
    : {type: 'not-reached', diagnosis: await diagnose(request, kind, environment)};
}
