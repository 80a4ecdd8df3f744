import type {ClientModule} from '@docusaurus/types';

type Prefetch = typeof window.docusaurus.prefetch;

/** What a reader does first. A page that was only glanced at has fetched nothing for pages to come. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;

let calm = false;

/**
 * Docusaurus fetches ahead what links in sight lead to, all at once and just when the page comes alive. With many links, as
 * in a sidebar, that is the longest task of the start: here each waits until the reader begins to use the page, and then
 * until the browser has nothing else to do.
 */
const calmPrefetch: ClientModule = {
  onRouteDidUpdate() {
    if (calm) {
      return;
    }
    calm = true;
    const {prefetch, preload} = window.docusaurus;
    window.docusaurus = {preload, prefetch: afterSignOfLife(prefetch)};
  },
};

export default calmPrefetch;

function afterSignOfLife(prefetch: Prefetch): Prefetch {
  const isAlive = new Promise<void>(resolve => {
    for (const sign of SIGNS_OF_LIFE) {
      addEventListener(sign, () => resolve(), {once: true, passive: true});
    }
  });
  return path => {
    void isAlive.then(() => whenIdle(() => void prefetch(path)));
    return false;
  };
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(work);
  } else {
    // Safari has no such thing yet.
    setTimeout(work);
  }
}
