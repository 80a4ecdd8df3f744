/** How waiting for a promise ended: with its value, its rejection, or by giving up. */
export type Settled<Value> =
  | {readonly type: 'value'; readonly value: Value}
  | {readonly type: 'error'; readonly error: unknown}
  | {readonly type: 'cancelled'}
  | {readonly type: 'timeout'};

/**
 * Waits for a promise until the signal aborts or `timeoutMs` milliseconds have passed; 0 or less means no limit. The
 * promise itself goes on: stopping it is up to the caller.
 */
export function settle<Value>(
  promise: Promise<Value>,
  {signal, timeoutMs}: {readonly signal: AbortSignal; readonly timeoutMs: number},
): Promise<Settled<Value>> {
  return new Promise(resolve => {
    const finish = (outcome: Settled<Value>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onAbort = (): void => finish({type: 'cancelled'});
    const timer = timeoutMs > 0 ? setTimeout(() => finish({type: 'timeout'}), timeoutMs) : undefined;
    // Handlers are attached even after giving up, as a rejection would be unhandled otherwise.
    promise.then(
      value => finish({type: 'value', value}),
      (error: unknown) => finish({type: 'error', error}),
    );
    if (signal.aborted) {
      finish({type: 'cancelled'});
      return;
    }
    signal.addEventListener('abort', onAbort);
  });
}
