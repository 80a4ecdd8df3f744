import {preflightOf} from './cors';
import type {Environment} from './environment';
import {isLoopback} from './loopback';
import type {FailureCause} from './result';
import type {ServerKind} from './servers';

/** Why there is no answer, in sentences for the reader. */
export interface Diagnosis {
  readonly cause: FailureCause;
  readonly title: string;
  readonly explanation: string;
  readonly nextStep: string;
}

const OFFER_CURL = 'The cURL sample sends the same request from a terminal, which has no such rule.';

/**
 * Finds out why `fetch` rejected a request. The browser tells a page nothing but "failed", so each cause is tested in turn:
 * no network, an insecure target, a server that answers but does not let the page read, a server that does not answer.
 */
export async function diagnose(
  request: Request,
  target: ServerKind | undefined,
  environment: Environment,
): Promise<Diagnosis> {
  const {origin, protocol, hostname} = new URL(request.url);
  const local = isLoopback(hostname);
  if (target === 'page-mock') {
    return pageMockFailed;
  }
  if (!environment.isOnline() && !local) {
    return offline(origin);
  }
  if (protocol === 'http:' && !local && environment.pageUrl?.startsWith('https:')) {
    return mixedContent(origin);
  }
  if (await environment.answers(`${origin}/`)) {
    return cors(request, origin, environment.pageUrl);
  }
  if (target === 'local-mock') {
    return localMockNotRunning(origin);
  }
  return unreachable(origin, local);
}

/** What a transport throws that knows itself why no answer comes. */
export class DiagnosedError extends Error {
  override readonly name = 'DiagnosedError';

  constructor(readonly diagnosis: Diagnosis) {
    super(diagnosis.title);
  }
}

export function timedOut(url: string, milliseconds: number): Diagnosis {
  return {
    cause: 'timeout',
    title: 'No answer in time.',
    explanation: `${new URL(url).origin} gave no answer within ${inSeconds(milliseconds)}. It may still carry out the request.`,
    nextStep: 'Check with a GET request whether it did before you send it again.',
  };
}

export function redirectNotFollowed(url: string): Diagnosis {
  return {
    cause: 'redirect',
    title: 'The server answers with a redirect.',
    explanation: `${new URL(url).origin} points to another URL, and a browser does not show a page which. It is not followed, so that your key goes nowhere else.`,
    nextStep: 'Run the cURL sample with -i to see the Location header, then pick that server.',
  };
}

export function invalidRequest(explanation: string, nextStep: string): Diagnosis {
  return {cause: 'invalid-request', title: 'The request was not sent.', explanation, nextStep};
}

const pageMockFailed: Diagnosis = {
  cause: 'page-mock-failed',
  title: 'The mock in this tab did not start.',
  explanation:
    'A part of this site could not be loaded, or the mock broke down. Nothing was sent to any server.',
  nextStep: 'Send again. If it stays so, reload the page; what you typed is kept.',
};

function offline(origin: string): Diagnosis {
  return {
    cause: 'offline',
    title: 'You are offline.',
    explanation: `Your browser has no network, so the request never reached ${origin}.`,
    nextStep: 'Connect and send again, or pick Mock (this tab), which needs no network.',
  };
}

function mixedContent(origin: string): Diagnosis {
  return {
    cause: 'mixed-content',
    title: 'The browser blocks http from this page.',
    explanation: `This page came over https, so the browser does not let it reach ${origin} over http. Nothing was sent.`,
    nextStep: `Use https:// for this server if it has it. ${OFFER_CURL}`,
  };
}

function cors(request: Request, origin: string, pageUrl: string | undefined): Diagnosis {
  const page = pageUrl === undefined ? 'the origin of this page' : new URL(pageUrl).origin;
  const allowPage = `Access-Control-Allow-Origin: ${page}`;
  const preflight = preflightOf(request);
  if (!preflight) {
    return {
      cause: 'cors',
      title: 'The browser may not read the answer (CORS).',
      explanation: `${origin} is up and got the request, but its answer does not allow pages from elsewhere to read it.`,
      nextStep: `If the server is yours, add "${allowPage}" to its answers. ${OFFER_CURL}`,
    };
  }
  const allowances = [
    allowPage,
    ...(preflight.method === undefined ? [] : [`Access-Control-Allow-Methods: ${preflight.method}`]),
    ...(preflight.headers.length === 0
      ? []
      : [`Access-Control-Allow-Headers: ${preflight.headers.join(', ')}`]),
  ];
  return {
    cause: 'cors',
    title: 'The server does not allow requests from this page (CORS).',
    explanation: `${origin} is up. Before a request like this one, the browser asks it with OPTIONS for permission, and the permission, or the one to read the answer, is missing.`,
    nextStep: `If the server is yours, have it answer OPTIONS with "${allowances.join('", "')}", and send the first on every answer. ${OFFER_CURL}`,
  };
}

function localMockNotRunning(origin: string): Diagnosis {
  return {
    cause: 'local-mock-not-running',
    title: 'The local mock is not running.',
    explanation: `Nothing answers at ${origin}.`,
    nextStep:
      'Start it with "npm run mock" in the folder of this site, then send again. If your browser asks whether this page may reach your local network, allow it.',
  };
}

function unreachable(origin: string, local: boolean): Diagnosis {
  return {
    cause: 'unreachable',
    title: 'No answer from the server.',
    explanation: local
      ? `Nothing answers at ${origin}: the server is not running or uses another port.`
      : `Your browser gets nothing from ${origin}. The name may not exist, the server may be down, its certificate may not be trusted, or an extension may block it; a browser does not tell a page which.`,
    nextStep: local
      ? 'Start the server and check the port, then send again.'
      : `Open ${origin} in a new tab to see the browser's own message, and check the host name.`,
  };
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
