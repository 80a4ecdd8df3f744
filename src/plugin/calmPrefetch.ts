import type {ClientModule} from '@docusaurus/types';

let calm = false;

/**
 * Docusaurus fetches ahead what links in sight lead to, all at once and just when the page comes alive. With many links, as
 * in a sidebar, that is the longest task of the start: here each waits until the browser has nothing else to do.
 */
const calmPrefetch: ClientModule = {
  onRouteDidUpdate() {
    if (calm) {
      return;
    }
    calm = true;
    const {prefetch, preload} = window.docusaurus;
    window.docusaurus = {
      preload,
      prefetch(path) {
        whenIdle(() => void prefetch(path));
        return false;
      },
    };
  },
};

export default calmPrefetch;

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(work);
  } else {
    // Safari has no such thing yet.
    setTimeout(work);
  }
}
