import type {Operation} from '../../api/operation';
import type {HeaderField} from '../../request/apiRequest';

/** The value of the header `Prefer` (RFC 7240) among the typed headers; empty if there is none. */
export function preferenceIn(headers: readonly HeaderField[]): string {
  return headers.find(isPrefer)?.value ?? '';
}

/** The headers with this preference instead of the current one; an empty one removes the header. */
export function withPreference(headers: readonly HeaderField[], preference: string): readonly HeaderField[] {
  if (preference === '') {
    return headers.filter(header => !isPrefer(header));
  }
  const header = {name: 'Prefer', value: preference};
  const place = headers.findIndex(isPrefer);
  const others = (some: readonly HeaderField[]): readonly HeaderField[] => some.filter(one => !isPrefer(one));
  return place === -1
    ? [...headers, header]
    : [...others(headers.slice(0, place)), header, ...others(headers.slice(place + 1))];
}

/** The statuses that the document names individually; a range such as `4XX` cannot be requested. */
export function documentedStatuses({responses}: Operation): Operation['responses'] {
  return responses.filter(({status}) => /^\d{3}$/.test(status));
}

/** The names of the examples of all responses. Names that would need quotes in a header are left out. */
export function responseExampleNames({responses}: Operation): readonly string[] {
  const names = responses.flatMap(({content}) =>
    content.flatMap(({examples}) => examples.map(({name}) => name)),
  );
  return [...new Set(names)].filter(name => /^[\w.-]+$/.test(name));
}

function isPrefer({name}: HeaderField): boolean {
  return name.trim().toLowerCase() === 'prefer';
}
