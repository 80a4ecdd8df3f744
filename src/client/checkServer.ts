import {diagnose} from './diagnose';
import type {Diagnosis} from './diagnosis';
import {browserEnvironment, type Environment} from './environment';
import type {ServerChoice} from './servers';

/** Whether this page can use a server, found out with one harmless request without keys. */
export type Health =
  /**
   * It responds with this status, and this page may read it. Which other requests it allows is only known once they are
   * sent.
   */
  | {readonly type: 'reached'; readonly status: number}
  | {readonly type: 'not-reached'; readonly diagnosis: Diagnosis};

/** Sends `HEAD` to a server's base URL, and finds the cause if the page gets no response. */
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
