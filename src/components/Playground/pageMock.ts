import type {PageMock} from '../../mock/page';

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
  return (await pageMock()).fetch(request);
}

async function start(): Promise<PageMock> {
  const [{createPageMock}, {loadApi}] = await Promise.all([
    import('../../mock/page'),
    import('@generated/openapi/default/catalog.js'),
  ]);
  const storage = tabStorage();
  return createPageMock({api: await loadApi(), ...(storage ? {storage} : {})});
}

function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
