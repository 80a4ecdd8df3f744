/** What the reader typed into the form: plain JSON, no secrets. A request is built from it. */
import {isObject, ownMember} from '../api/json';
import type {Json} from '../api/operation';
import type {FileReference, HeaderField, Part} from './apiRequest';

export interface RequestValues {
  /**
   * By {@link parameterKey}. A missing key leaves the parameter out; an empty text is an empty string on purpose.
   * Strings are kept as typed, arrays and objects as JSON text.
   */
  readonly parameters: {readonly [key: string]: string};
  /** Query parameters beyond those that the operation names, before encoding. */
  readonly query?: readonly HeaderField[];
  /** Headers beyond those that the operation names. */
  readonly headers: readonly HeaderField[];
  /** The chosen media type of the request body; missing when the body is left out. */
  readonly mediaType?: string;
  /** The values for each media type. */
  readonly bodies: {readonly [mediaType: string]: BodyValues};
}

export type BodyValues =
  /** The text is what is sent: the form edits it in place, so comments, digits and key order stay. */
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'fields'; readonly fields: readonly FieldValue[]}
  | {readonly type: 'file'; readonly file?: FileReference};

/** A field of an urlencoded or multipart body. A part without `headers` gets those of the document. */
export type FieldValue = Part;

/** The body for the chosen media type. */
export function chosenBody({
  mediaType,
  bodies,
}: Pick<RequestValues, 'mediaType' | 'bodies'>): BodyValues | undefined {
  return mediaType === undefined ? undefined : ownMember(bodies, mediaType);
}

/** The key of a parameter in {@link RequestValues.parameters}, such as `query.limit`. */
export function parameterKey(parameter: {readonly in: string; readonly name: string}): string {
  return `${parameter.in}.${parameter.name}`;
}

/** The name in a {@link parameterKey}. */
export function parameterName(key: string): string {
  return key.slice(key.indexOf('.') + 1);
}

/** Whether two forms have the same values, whatever the order in which parameters were typed. */
export function sameValues(one: RequestValues, other: RequestValues): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(values: RequestValues): string {
  return JSON.stringify(values, (_, value: unknown) => (isObject(value) ? sorted(value) : value));
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => Number(a > b) - Number(a < b)));
}

/** Strings as they are, anything else as JSON text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
