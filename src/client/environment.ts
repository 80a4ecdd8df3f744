/** What a diagnosis asks of the browser; tests bring their own. */
export interface Environment {
  /** The URL of this page; undefined outside a browser. */
  readonly pageUrl: string | undefined;
  /** False only when the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Whether anything answers at this URL, though the page may not read what. */
  readonly answers: (url: string) => Promise<boolean>;
}

const PROBE_MS = 5000;

export const browserEnvironment: Environment = {
  get pageUrl() {
    return typeof location === 'undefined' ? undefined : location.href;
  },
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  answers: probe,
};

/** A request without CORS, credentials, own headers or referrer: all that it can tell is whether somebody answers. */
async function probe(url: string): Promise<boolean> {
  try {
    await fetch(url, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return true;
  } catch {
    return false;
  }
}
