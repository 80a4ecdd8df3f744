import {formatJson} from '../formatJson';
import {jsonOutline, type JsonOutline} from './jsonOutline';
import {rowStarts} from './textRows';

/** A JSON text made ready to be shown: its outline, and the text laid out over rows. */
export interface JsonReading {
  readonly outline: JsonOutline;
  readonly pretty: string;
  readonly prettyRows: Uint32Array<ArrayBuffer>;
}

/** Reads a JSON text; undefined when it is none. */
export function readJson(text: string): JsonReading | undefined {
  const outline = jsonOutline(text);
  const pretty = outline && formatJson(text);
  return outline && pretty !== undefined ? {outline, pretty, prettyRows: rowStarts(pretty)} : undefined;
}
