/** What bundlers put in the place of Node's `process` in a browser, as far as the peers read it. */
export const process = {
  env: {},
  browser: true,
  nextTick: (callback: () => void): void => queueMicrotask(callback),
};
