import {isScalar, LineCounter, parseDocument, Scalar, visit} from 'yaml';

import type {ProseBlock} from './block';
import {textBlocks} from './markdownBlocks';

/** Keys whose values are prose, and keys whose content is only data. */
const PROSE = new Set(['title', 'summary', 'description']);
const DATA = new Set(['value', 'example', 'body']);

/** The descriptions and summaries of a YAML text, which starts in the file after `linesBefore` other lines. */
export function yamlBlocks(file: string, source: string, linesBefore = 0): readonly ProseBlock[] {
  const lines = new LineCounter();
  const blocks: ProseBlock[] = [];
  visit(parseDocument(source, {lineCounter: lines}), {
    Pair(_, {key, value}) {
      const name = isScalar(key) ? String(key.value) : '';
      if (DATA.has(name)) {
        return visit.SKIP;
      }
      if (PROSE.has(name) && isScalar(value) && typeof value.value === 'string') {
        const line = lines.linePos(value.range?.[0] ?? 0).line + linesBefore;
        blocks.push(...textBlocks(file, value.value, value.type === Scalar.BLOCK_LITERAL ? line + 1 : line));
      }
      return undefined;
    },
  });
  return blocks;
}
