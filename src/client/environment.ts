/** What a diagnosis asks of the browser; tests bring their own. */
export interface Environment {
  /** The URL of this page; undefined outside a browser. */
  readonly pageUrl: string | undefined;
  /** False only when the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Whether anything answers at this URL, though the page may not read what. */
  readonly probe: (url: string) => Promise<Probe>;
  /** The status of an answer that this page may read, if it may. */
  readonly read: (url: string) => Promise<Reading>;
}

/** `failed` comes at once, as from a refused connection; `silent` means that the time ran out. */
export type Probe = 'answered' | 'failed' | 'silent';
export type Reading = {readonly status: number} | 'failed' | 'silent';

const PROBE_MS = 5000;

export const browserEnvironment: Environment = {
  get pageUrl() {
    return typeof location === 'undefined' ? undefined : location.href;
  },
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  async probe(url) {
    const answer = await ask(url, 'no-cors');
    return answer instanceof Response ? 'answered' : answer;
  },
  async read(url) {
    const answer = await ask(url, 'cors');
    return answer instanceof Response ? {status: answer.status} : answer;
  },
};

/** A request without credentials, own headers or referrer, that changes nothing and needs no preflight. */
async function ask(url: string, mode: 'cors' | 'no-cors'): Promise<Response | 'failed' | 'silent'> {
  const signal = AbortSignal.timeout(PROBE_MS);
  try {
    return await fetch(url, {
      method: 'HEAD',
      mode,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch {
    return signal.aborted ? 'silent' : 'failed';
  }
}
