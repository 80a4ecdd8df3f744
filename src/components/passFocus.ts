const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * The `ref` of what may go while the focus is in it, such as a button that is gone once it is pressed: the focus would fall to
 * the page, and whoever has no mouse would start anew (WCAG 2.2, 2.4.3). It goes to the nearest element around that takes
 * focus or holds something that does: there to the neighbour, the one before first.
 */
export function passFocus(going: HTMLElement | null): () => void {
  return () => {
    if (!going?.contains(document.activeElement)) {
      return;
    }
    const around: HTMLElement[] = [];
    for (let box = going.parentElement; box; box = box.parentElement) {
      around.push(box);
    }
    const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
    const place = stops.findIndex(stop => going.contains(stop));
    const nearest = [...stops.slice(0, place).reverse(), ...stops.slice(place)];
    // React has removed nothing yet; what is left is known when it is done.
    queueMicrotask(() => {
      if (document.activeElement === document.body) {
        around
          .filter(box => box.isConnected)
          .map(box => (box.hasAttribute('tabindex') ? box : nearest.find(stop => box.contains(stop))))
          .find(heir => heir !== undefined)
          ?.focus({preventScroll: true});
      }
    });
  };
}
