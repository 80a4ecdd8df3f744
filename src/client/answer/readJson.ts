import {formatJson} from '../formatJson';
import {jsonOutline, type JsonOutline} from './jsonOutline';
import {rowStarts} from './textRows';

/** A JSON text that is ready to be shown: its outline, and the formatted text in rows. */
export interface JsonReading {
  readonly outline: JsonOutline;
  readonly pretty: string;
  readonly prettyRows: Uint32Array<ArrayBuffer>;
}

/** Reads a JSON text; undefined if it is not JSON. */
export function readJson(text: string): JsonReading | undefined {
  const outline = jsonOutline(text);
  const pretty = outline && formatJson(text);
  return outline && pretty !== undefined ? {outline, pretty, prettyRows: rowStarts(pretty)} : undefined;
}
