import {ownMember} from '../../api/json';
import type {MediaType} from '../../api/operation';
import type {HeaderField} from '../apiRequest';
import {textOf} from '../values';

/** The headers that the document gives a part (OpenAPI 3.1 §4.8.15), with their values. */
export function partHeaders(encoding: MediaType['encoding'], name: string): readonly HeaderField[] {
  return (ownMember(encoding, name)?.headers ?? []).flatMap(header =>
    header.value === undefined ? [] : [{name: header.name, value: textOf(header.value)}],
  );
}
