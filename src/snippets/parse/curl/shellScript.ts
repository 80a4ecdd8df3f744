import {dialectOf} from './dialect';
import type {Script} from './scriptTypes';
import {posixScript} from './shellWords';
import {cmdScript} from './windows/cmdScript';
import {powershellScript} from './windows/powershellScript';

/** The commands of a text, by the quoting of the shell that it is written for. Throws {@link NotUnderstood}. */
export function shellScript(source: string): Script {
  switch (dialectOf(source)) {
    case 'posix':
      return posixScript(source);
    case 'cmd':
      return cmdScript(source);
    case 'powershell':
      return powershellScript(source);
  }
}
