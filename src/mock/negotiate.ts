import type {MediaType, Operation} from '../api/operation';
import type {Answer} from './answer';
import {matchesRange} from './mediaType';
import {problem} from './problem';

/** The media type of an answer that the request prefers, the first where it has no preference; undefined for none. */
export function preferredMediaType(
  content: readonly MediaType[],
  accept: string | null,
): MediaType | undefined {
  if (accept === null || accept.trim() === '') {
    return content[0];
  }
  const ranges = parseAccept(accept);
  const ranked = content
    .map(mediaType => ({mediaType, quality: qualityOf(mediaType.type, ranges)}))
    .filter(({quality}) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.mediaType;
}

/** A 406 when the operation succeeds in none of the media types that the request accepts (RFC 9110 §12.5.1). */
export function refuseNotAcceptable(operation: Operation, accept: string | null): Answer | undefined {
  const offered = operation.responses
    .filter(({status}) => status.startsWith('2'))
    .flatMap(({content}) => content);
  if (accept === null || offered.length === 0 || preferredMediaType(offered, accept)) {
    return undefined;
  }
  const types = [...new Set(offered.map(({type}) => type))].join(' or ');
  return problem(operation, 406, {detail: `This operation answers in ${types}. Accept that, or anything.`});
}

interface Range {
  readonly range: string;
  readonly quality: number;
}

function parseAccept(accept: string): Range[] {
  return accept.split(',').map(item => {
    const quality = /;\s*q=([\d.]+)/i.exec(item)?.[1];
    return {range: item, quality: quality === undefined ? 1 : Number(quality) || 0};
  });
}

/** The most specific range that a type lies in decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const fitting = ranges
    .filter(({range}) => matchesRange(type, range) || type === '*/*')
    .sort((a, b) => stars(a.range) - stars(b.range));
  return fitting[0]?.quality ?? 0;
}

function stars(range: string): number {
  return range.split('*').length;
}
