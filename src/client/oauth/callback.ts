/**
 * How the sign-in window passes the response to the page that opened it. A `BroadcastChannel` reaches only pages of
 * this origin, and works even if the authorization server has separated window and opener (COOP).
 */
const CHANNEL = 'playground.oauth';

type Message =
  | {readonly type: 'callback'; readonly parameters: string}
  /** Sent by the page that began, identified by the state that only it and the response contain. */
  | {readonly type: 'taken'; readonly state: string};

/** Waits for the response with this state and ignores those of other sign-ins. Rejects with the signal's reason. */
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
        // Closing the channel does not lose a message that was already posted.
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

/** Passes on the query of the callback's URL. Resolves to false if no page has taken it in time. */
export function sendCallback(query: string, waitMs: number): Promise<boolean> {
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
