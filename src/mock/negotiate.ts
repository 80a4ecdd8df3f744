import {isOfSuccess} from '../api/http/status';
import type {MediaType, Operation} from '../api/operation';
import type {Answer} from './answer';
import {mediaTypeEssence, matchesRange} from '../api/http/mediaType';
import {problem} from './problem';

/**
 * The media type that the request prefers, the first if it has no preference; undefined if it accepts none. A range
 * such as `image/*` becomes the type within it that the request names.
 */
export function preferredMediaType(
  content: readonly MediaType[],
  accept: string | null,
): MediaType | undefined {
  if (accept === null || accept.trim() === '') {
    return content[0];
  }
  const ranges = parseAccept(accept);
  const ranked = content
    .map(mediaType => ({mediaType, best: bestRange(mediaType.type, ranges)}))
    .flatMap(({mediaType, best}) => (best && best.quality > 0 ? [{mediaType, best}] : []))
    .sort((a, b) => b.best.quality - a.best.quality);
  const [first] = ranked;
  return first && {...first.mediaType, type: narrowed(first.mediaType.type, first.best.range)};
}

/** A 406 if the request accepts none of the media types of the operation's success (RFC 9110 §12.5.1). */
export function refuseNotAcceptable(operation: Operation, accept: string | null): Answer | undefined {
  const offered = operation.responses
    .filter(({status}) => isOfSuccess(status))
    .flatMap(({content}) => content);
  if (accept === null || offered.length === 0 || preferredMediaType(offered, accept)) {
    return undefined;
  }
  const types = [...new Set(offered.map(({type}) => type))].join(' or ');
  return problem(operation, 406, {
    detail: `This operation returns ${types}. Accept that, or leave the header out.`,
  });
}

interface MediaRange {
  readonly range: string;
  readonly quality: number;
}

function parseAccept(accept: string): MediaRange[] {
  return accept.split(',').map(item => {
    const quality = /;\s*q=([\d.]+)/i.exec(item)?.[1];
    return {range: item, quality: quality === undefined ? 1 : Number(quality) || 0};
  });
}

/** The most specific range that contains a type, or that a type contains if it is a range itself. */
function bestRange(type: string, ranges: readonly MediaRange[]): MediaRange | undefined {
  return ranges
    .filter(({range}) => matchesRange(type, range) || matchesRange(range, type))
    .sort((a, b) => stars(a.range) - stars(b.range))[0];
}

/** A response documented with any media type gets the type that the mock can produce. */
function narrowed(type: string, range: string): string {
  return mediaTypeEssence(type) !== '*/*' && type.includes('*') && !range.includes('*')
    ? mediaTypeEssence(range)
    : type;
}

function stars(range: string): number {
  return range.split('*').length;
}
