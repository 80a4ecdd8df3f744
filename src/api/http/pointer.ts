import {percentDecoded} from '../percentDecoding';

/** A name as a step of a JSON pointer (RFC 6901 §3): `a/b~c` is `a~1b~0c`. */
export function escapedStep(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The name that a step of a JSON pointer stands for. */
export function unescapedStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A name as a step of a JSON pointer in the fragment of a URI (RFC 6901 §6), percent-encoded. */
export function fragmentStep(name: string): string {
  return encodeURIComponent(escapedStep(name).toWellFormed());
}

/** The name that a step in the fragment of a URI stands for. */
export function nameOfFragmentStep(step: string): string {
  return unescapedStep(percentDecoded(step));
}
