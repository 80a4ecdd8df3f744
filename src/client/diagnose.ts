import {preflightOf} from './cors';
import type {Diagnosis} from './diagnosis';
import {say} from './diagnosisWords';
import type {Environment} from './environment';
import {isLoopback} from '../api/loopback';
import type {ServerKind} from './servers';

/**
 * Finds out why `fetch` rejected a request. The browser only tells a page "failed", so each cause is tested in turn: no
 * network, an insecure target, a server that responds but does not allow the page to read, a server that does not
 * respond. The requests it sends have no query and no key and change nothing.
 */
export async function diagnose(
  request: Request,
  target: ServerKind | undefined,
  environment: Environment,
): Promise<Diagnosis> {
  const {origin, protocol, hostname} = new URL(request.url);
  const local = isLoopback(hostname);
  if (target === 'page-mock') {
    return pageMockFailed();
  }
  if (!environment.isOnline() && !local) {
    return offline(origin);
  }
  if (protocol === 'http:' && !local && environment.pageUrl?.startsWith('https:')) {
    return mixedContent(origin);
  }
  const answer = await environment.probe(`${origin}/`);
  switch (answer) {
    case 'answered':
      return refusedToPage(request, target, environment);
    case 'silent':
      return silent(origin, local);
    case 'failed':
      return target === 'local-mock' ? localMockNotRunning(origin) : notReached(origin, local, environment);
  }
}

/** The server is there, so the cause is CORS, the browser, or this one address. */
async function refusedToPage(
  request: Request,
  target: ServerKind | undefined,
  environment: Environment,
): Promise<Diagnosis> {
  const {origin, pathname} = new URL(request.url);
  if (pathname !== '/' && (await environment.probe(origin + pathname)) === 'failed') {
    return blocked(origin, pathname);
  }
  const reading = await environment.read(origin + pathname);
  if (target === 'local-mock' && typeof reading !== 'object') {
    return localMockRefuses(origin, originOf(environment.pageUrl));
  }
  return cors(request, environment.pageUrl, typeof reading === 'object');
}

/** The server did not respond: tries http too, and this site, to see whether the network works at all. */
async function notReached(origin: string, local: boolean, environment: Environment): Promise<Diagnosis> {
  if (local) {
    const plain = origin.replace(/^https:/, 'http:');
    return plain !== origin && (await environment.probe(`${plain}/`)) === 'answered'
      ? speaksHttp(origin, plain)
      : unreachableHere(origin);
  }
  const site = environment.pageUrl === undefined ? undefined : new URL(environment.pageUrl);
  if (site && !isLoopback(site.hostname) && (await environment.probe(`${site.origin}/`)) !== 'answered') {
    return networkDown(origin);
  }
  return unreachable(origin);
}

export function timedOut(url: string, milliseconds: number): Diagnosis {
  return {
    cause: 'timeout',
    title: say('timeout'),
    explanation: say('timeoutMeans', {origin: new URL(url).origin, time: inSeconds(milliseconds)}),
    nextStep: say('timeoutNext'),
  };
}

/** `target` is where the redirect leads, which browsers do not tell. */
export function redirectNotFollowed(url: string, target?: string): Diagnosis {
  const {origin} = new URL(url);
  return {
    cause: 'redirect',
    title: say('redirect'),
    explanation:
      target === undefined
        ? say('redirectMeans', {origin})
        : say('redirectMeansTarget', {origin, target: new URL(target, url).origin}),
    nextStep: say('redirectNext'),
  };
}

export function invalidRequest(explanation: string, nextStep: string): Diagnosis {
  return {cause: 'invalid-request', title: say('notSent'), explanation, nextStep};
}

function pageMockFailed(): Diagnosis {
  return {
    cause: 'page-mock-failed',
    title: say('pageMock'),
    explanation: say('pageMockMeans'),
    nextStep: say('pageMockNext'),
  };
}

function offline(origin: string): Diagnosis {
  return {
    cause: 'offline',
    title: say('offline'),
    explanation: say('offlineMeans', {origin}),
    nextStep: say('offlineNext'),
  };
}

function networkDown(origin: string): Diagnosis {
  return {
    cause: 'offline',
    title: say('network'),
    explanation: say('networkMeans', {origin}),
    nextStep: say('networkNext'),
  };
}

function mixedContent(origin: string): Diagnosis {
  return {
    cause: 'mixed-content',
    title: say('mixed'),
    explanation: say('mixedMeans', {origin}),
    nextStep: say('mixedNext'),
  };
}

function blocked(origin: string, pathname: string): Diagnosis {
  return {
    cause: 'blocked',
    title: say('blocked'),
    explanation: say('blockedMeans', {origin, pathname}),
    nextStep: say('blockedNext'),
  };
}

/** The header lines follow Fetch §3.3.3: with cookies, `*` allows nothing. */
function cors(request: Request, pageUrl: string | undefined, otherwiseReadable: boolean): Diagnosis {
  const {origin} = new URL(request.url);
  const page = originOf(pageUrl);
  const preflight = preflightOf(request);
  const allow = [
    `Access-Control-Allow-Origin: ${page}`,
    ...(request.credentials === 'include' ? ['Access-Control-Allow-Credentials: true'] : []),
    ...(preflight?.method === undefined ? [] : [`Access-Control-Allow-Methods: ${preflight.method}`]),
    ...(preflight && preflight.headers.length > 0
      ? [`Access-Control-Allow-Headers: ${preflight.headers.join(', ')}`]
      : []),
  ];
  if (!preflight) {
    return {
      cause: 'cors',
      title: say('corsAnswer'),
      explanation: otherwiseReadable ? say('corsThisAnswer', {origin}) : say('corsAnyAnswer', {origin}),
      nextStep: say('corsAnswerNext'),
      allow,
    };
  }
  return {
    cause: 'cors',
    title: say('cors'),
    explanation: otherwiseReadable ? say('corsRefused', {origin}) : say('corsMissing', {origin}),
    nextStep: say('corsNext'),
    allow,
  };
}

function originOf(pageUrl: string | undefined): string {
  return pageUrl === undefined ? say('thisOrigin') : new URL(pageUrl).origin;
}

function localMockRefuses(origin: string, page: string): Diagnosis {
  return {
    cause: 'cors',
    title: say('cors'),
    explanation: say('localMockRefuses', {origin, page}),
    nextStep: say('localMockRefusesNext', {page}),
  };
}

function localMockNotRunning(origin: string): Diagnosis {
  return {
    cause: 'local-mock-not-running',
    title: say('localMock'),
    explanation: say('localMockMeans', {origin}),
    nextStep: say('localMockNext'),
  };
}

function unreachableHere(origin: string): Diagnosis {
  return {
    cause: 'unreachable',
    title: say('noAnswer'),
    explanation: origin.startsWith('https:') ? say('noAnswerHttps', {origin}) : say('noAnswerHttp', {origin}),
    nextStep: say('noAnswerNext'),
  };
}

function speaksHttp(origin: string, plain: string): Diagnosis {
  return {
    cause: 'tls',
    title: say('http'),
    explanation: say('httpMeans', {origin, plain}),
    nextStep: say('httpNext', {plain, origin}),
  };
}

function unreachable(origin: string): Diagnosis {
  return {
    cause: 'unreachable',
    title: say('noAnswer'),
    explanation: say('unreachableMeans', {origin}),
    nextStep: say('unreachableNext', {origin}),
  };
}

function silent(origin: string, local: boolean): Diagnosis {
  return {
    cause: 'unreachable',
    title: say('silent'),
    explanation: local ? say('silentHereMeans', {origin}) : say('silentMeans', {origin}),
    nextStep: local ? say('silentHereNext') : say('silentNext'),
  };
}

function inSeconds(milliseconds: number): string {
  return say.plural('seconds', Math.round(milliseconds / 100) / 10);
}
