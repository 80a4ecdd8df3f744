/** What a diagnosis needs from the browser; tests replace it. */
export interface Environment {
  /** The URL of this page; undefined outside a browser. */
  readonly pageUrl: string | undefined;
  /** False only if the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Whether something responds at this URL, even if the page may not read the response. */
  readonly probe: (url: string) => Promise<Probe>;
  /** The status of the response, if this page may read it. */
  readonly read: (url: string) => Promise<ReadableStatus>;
}

/** `failed` comes at once, as from a refused connection; `silent` means a timeout. */
export type Probe = 'answered' | 'failed' | 'silent';
export type ReadableStatus = {readonly status: number} | 'failed' | 'silent';

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

/** A request without credentials, custom headers or referrer, which changes nothing and needs no preflight. */
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
