import type {Json, MediaType, Operation} from '../../api/operation';
import type {Answer} from '../answer';
import type {Files} from '../files';
import {problem, type Fault} from '../problem';

/** A body that was read. `value` is validated against the schema, `fingerprint` identifies the content. */
export type ReadBody =
  | {readonly type: 'none'; readonly fingerprint: string}
  | {readonly type: 'json'; readonly value: Json; readonly mediaType: MediaType; readonly fingerprint: string}
  | {
      readonly type: 'multipart';
      readonly value: Json;
      readonly files: readonly UploadedFile[];
      /** Faults in the headers of its parts. */
      readonly faults: readonly Fault[];
      readonly mediaType: MediaType;
      readonly fingerprint: string;
    }
  /** Text of another media type, or bytes that are not inspected. */
  | {
      readonly type: 'other';
      readonly value: string;
      readonly mediaType: MediaType;
      readonly fingerprint: string;
    };

/** A file part, already stored under `id`. */
export interface UploadedFile {
  readonly id: string;
  /** The name of the field. */
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** The first bytes, to inspect the content of the file. */
  readonly start: Uint8Array;
}

export type BodyResult =
  {readonly type: 'read'; readonly body: ReadBody} | {readonly type: 'refused'; readonly answer: Answer};

export interface BodyTools {
  readonly files: Files;
  readonly newFileId: () => string;
}

/** A rejected body, with the problem details that say why. */
export function refused(operation: Operation, status: number, detail: string): BodyResult {
  return {type: 'refused', answer: problem(operation, status, {detail})};
}
