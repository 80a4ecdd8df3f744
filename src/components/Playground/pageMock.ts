import {DiagnosedError} from '../../client/diagnose';
import type {PageMock} from '../../mock/page';
import {followMock} from '../MockPanel/mockState';

let started: Promise<PageMock> | undefined;

/** The mock of this tab. It and the API it answers for are fetched at the first request to it, and not before. */
export function pageMock(): Promise<PageMock> {
  started ??= start().catch((error: unknown) => {
    // The next Send tries again: a chunk may have failed to load for a moment.
    started = undefined;
    throw error;
  });
  return started;
}

export async function fetchFromPageMock(request: Request): Promise<Response> {
  const mock = await pageMock();
  return mock.fetch(request).catch((error: unknown) => {
    throw mock.scenario().offline ? new DiagnosedError(playsOffline) : error;
  });
}

const playsOffline = {
  cause: 'offline',
  title: 'The mock plays offline.',
  explanation: 'No answer comes, as when the network is down. Your code has to bear this too.',
  nextStep: 'Turn Offline off to get answers again.',
} as const;

async function start(): Promise<PageMock> {
  const [{createPageMock}, {loadApi}] = await Promise.all([
    import('../../mock/page'),
    import('@generated/openapi/default/catalog.js'),
  ]);
  const storage = tabStorage();
  const mock = createPageMock({api: await loadApi(), ...(storage ? {storage} : {})});
  followMock(mock);
  return mock;
}

function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
