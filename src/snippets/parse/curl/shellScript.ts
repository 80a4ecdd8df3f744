import type {Script} from './scriptTypes';
import {posixScript} from './shellWords';
import {unixQuoting} from './windowsQuoting';

/** The commands of a text. Throws {@link NotUnderstood}. */
export function shellScript(source: string): Script {
  return posixScript(unixQuoting(source));
}
