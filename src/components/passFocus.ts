const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * A `ref` for an element that may disappear while it has focus, such as a button that is gone once pressed: focus would
 * return to the page, and keyboard users would have to start over (WCAG 2.2, 2.4.3). Focus moves to the nearest element
 * around that takes focus or contains a control: in there, to a neighbour, preferably the one before.
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
    // React has not removed anything yet; what remains is known once it has.
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
