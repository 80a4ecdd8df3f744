import {dialectOf} from '../dialect';
import type {Script} from '../scriptTypes';
import {cmdScript} from './cmdScript';
import {powershellScript} from './powershellScript';

export {webRequest} from './webRequest';

/** The commands of a text, by the quoting of `cmd` or of PowerShell. Throws {@link NotUnderstood}. */
export function windowsScript(source: string): Script {
  return dialectOf(source) === 'cmd' ? cmdScript(source) : powershellScript(source);
}
