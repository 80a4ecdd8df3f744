/**
 * How the window that comes back from a sign-in hands the answer to the page that began it. A `BroadcastChannel` reaches pages
 * of this origin alone, and also when the authorization server has cut the tie between window and opener (COOP).
 */
const CHANNEL = 'playground.oauth';

type Message =
  | {readonly type: 'callback'; readonly parameters: string}
  /** The page that began says so, by the state that only it and the answer know. */
  | {readonly type: 'taken'; readonly state: string};

/** Waits for the answer with this state; those of other sign-ins pass by. Rejects with the signal's reason. */
export function callbackOf(state: string, signal: AbortSignal): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    const abort = (): void => {
      channel.close();
      reject(signal.reason);
    };
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      const parameters =
        isMessage(data) && data.type === 'callback' ? new URLSearchParams(data.parameters) : undefined;
      if (parameters?.get('state') === state) {
        signal.removeEventListener('abort', abort);
        channel.postMessage({type: 'taken', state} satisfies Message);
        // A message that was posted still arrives after the channel is closed.
        channel.close();
        resolve(parameters);
      }
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) {
      abort();
    }
  });
}

/** Hands over the query of the callback's URL. Resolves to false when no page has taken it within the time. */
export function handOver(query: string, waitMs: number): Promise<boolean> {
  const state = new URLSearchParams(query).get('state');
  if (state === null) {
    return Promise.resolve(false);
  }
  return new Promise(resolve => {
    const channel = new BroadcastChannel(CHANNEL);
    const finish = (taken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(taken);
    };
    const timer = setTimeout(() => finish(false), waitMs);
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      if (isMessage(data) && data.type === 'taken' && data.state === state) {
        finish(true);
      }
    };
    channel.postMessage({type: 'callback', parameters: query} satisfies Message);
  });
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'type' in data;
}
