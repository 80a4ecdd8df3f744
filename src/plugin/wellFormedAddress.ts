import {wellFormed} from '../api/percentDecoding';

/**
 * Mends the address of the page: the router and Docusaurus decode its path and fragment as they come, and where that throws
 * the whole page is replaced by "This page crashed".
 */
function mend(): void {
  const {pathname, search, hash} = window.location;
  const mended = wellFormed(pathname) + search + wellFormed(hash);
  if (mended !== pathname + search + hash) {
    window.history.replaceState(window.history.state, '', mended);
  }
}

// Before the router reads it: this module is there first, and hears of another fragment first.
if (typeof window !== 'undefined') {
  mend();
  window.addEventListener('popstate', mend, {capture: true});
}
