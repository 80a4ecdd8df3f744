import {preflightOf} from './cors';
import type {Diagnosis} from './diagnosis';
import type {Environment} from './environment';
import {isLoopback} from './loopback';
import type {ServerKind} from './servers';

/**
 * Finds out why `fetch` rejected a request. The browser tells a page nothing but "failed", so each cause is tested in turn:
 * no network, an insecure target, a server that answers but does not let the page read, a server that does not answer.
 * What it asks of the server has no query, no key and changes nothing.
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
  const answer = await environment.probe(`${origin}/`);
  switch (answer) {
    case 'answered':
      return refusedToPage(request, environment);
    case 'silent':
      return silent(origin);
    case 'failed':
      return target === 'local-mock' ? localMockNotRunning(origin) : notReached(origin, local, environment);
  }
}

/** The server is there: what stands between is its permission, the browser, or this one address. */
async function refusedToPage(request: Request, environment: Environment): Promise<Diagnosis> {
  const {origin, pathname} = new URL(request.url);
  if (pathname !== '/' && (await environment.probe(origin + pathname)) === 'failed') {
    return blocked(origin, pathname);
  }
  const reading = await environment.read(origin + pathname);
  return cors(request, environment.pageUrl, typeof reading === 'object');
}

/** Nothing came from the server: it is asked by http too, and this site is asked whether the network works at all. */
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

function networkDown(origin: string): Diagnosis {
  return {
    cause: 'offline',
    title: 'Your network does not work.',
    explanation: `Neither ${origin} nor this site answers, though your browser believes that it is online.`,
    nextStep: 'Check your connection, a VPN or a proxy, then send again. Mock (this tab) needs no network.',
  };
}

function mixedContent(origin: string): Diagnosis {
  return {
    cause: 'mixed-content',
    title: 'The browser blocks http from this page.',
    explanation: `This page came over https, so the browser does not let it reach ${origin} over http. Nothing was sent.`,
    nextStep: 'Use https:// for this server if it has it.',
  };
}

function blocked(origin: string, pathname: string): Diagnosis {
  return {
    cause: 'blocked',
    title: 'This address is blocked.',
    explanation: `${origin} answers, but not at ${pathname}: an extension of your browser blocks the address, or the server breaks the connection there. A browser does not tell a page which.`,
    nextStep: 'Send again in a private window, where extensions are off.',
  };
}

/** The lines follow Fetch §3.3.3: with cookies, a star allows nothing. */
function cors(request: Request, pageUrl: string | undefined, otherwiseReadable: boolean): Diagnosis {
  const {origin} = new URL(request.url);
  const page = pageUrl === undefined ? 'the origin of this page' : new URL(pageUrl).origin;
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
      title: 'The browser may not read the answer (CORS).',
      explanation: otherwiseReadable
        ? `${origin} got the request. It lets this page read other answers, but not this one: often an error that comes without the header, or a connection that broke.`
        : `${origin} is up and got the request, but its answer does not allow pages from elsewhere to read it.`,
      nextStep: 'If the server is yours, add this to each of its answers, errors too:',
      allow,
    };
  }
  return {
    cause: 'cors',
    title: 'The server does not allow requests from this page (CORS).',
    explanation: otherwiseReadable
      ? `${origin} lets this page read its answers, but refuses what the browser asks before a request like this one, with OPTIONS, or leaves the header out of this answer.`
      : `${origin} is up. Before a request like this one, the browser asks it with OPTIONS for permission, and the permission, or the one to read the answer, is missing.`,
    nextStep:
      'If the server is yours, have it answer OPTIONS with 204 and these lines, and send the first on every answer:',
    allow,
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

function unreachableHere(origin: string): Diagnosis {
  return {
    cause: 'unreachable',
    title: 'No answer from the server.',
    explanation: origin.startsWith('https:')
      ? `Nothing answers at ${origin}: the server is not running, uses another port, or its certificate is not trusted.`
      : `Nothing answers at ${origin}: the server is not running or uses another port.`,
    nextStep:
      'Start the server and check the port, then send again. If your browser asks whether this page may reach your local network, allow it.',
  };
}

function speaksHttp(origin: string, plain: string): Diagnosis {
  return {
    cause: 'tls',
    title: 'The server speaks http, not https.',
    explanation: `Nothing answers securely at ${origin}, but ${plain} answers.`,
    nextStep: `Type ${plain} as the server, or trust its certificate by opening ${origin} in a new tab.`,
  };
}

function unreachable(origin: string): Diagnosis {
  return {
    cause: 'unreachable',
    title: 'No answer from the server.',
    explanation: `${origin} cannot be reached. The name may be wrong, the server may be down, its certificate may not be trusted, or an extension may block it; a browser does not tell a page which.`,
    nextStep: `Open ${origin} in a new tab to see the browser's own message, and check the host name.`,
  };
}

function silent(origin: string): Diagnosis {
  return {
    cause: 'unreachable',
    title: 'The server says nothing.',
    explanation: `${origin} was asked and gave no answer for some seconds: it hangs, or a firewall on the way swallows what is sent.`,
    nextStep:
      'Check that the server is well and that this network may reach it (VPN, firewall), then send again.',
  };
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
