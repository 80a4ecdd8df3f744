import {decodeField, make, type MultipartError, type PartInfo} from 'multipasta';

import {isFile, mergedSchema} from '../../api/schema/mergedSchema';
import type {Json, MediaType, Operation} from '../../api/operation';
import {joinedBytes, type FileWriter} from '../files';
import {createHash} from '../hash';
import {mediaTypeEssence} from '../../api/http/mediaType';
import {chunksOf, type MockRequest} from '../mockRequest';
import {refused, type BodyResult, type BodyTools, type UploadedFile} from './bodyResult';
import {formValues} from './formValues';
import {inWords, LIMITS} from './limits';
import {partHeaderFaults} from './partHeaders';
import type {Fault} from '../problem';

/** In bytes: how much of a file is passed on for inspection. */
const START = 64_000;

/**
 * Reads `multipart/form-data` (RFC 7578) piece by piece: a file is stored while it arrives, and is never in memory as a
 * whole. If the body is rejected, nothing of it is stored.
 */
export async function readMultipart(
  operation: Operation,
  mediaType: MediaType,
  request: MockRequest,
  tools: BodyTools,
): Promise<BodyResult> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LIMITS.multipart) {
    return refused(operation, 413, `The body is larger than ${inWords(LIMITS.multipart)}.`);
  }
  const reading = createReading(operation, mediaType, request.headers.get('Content-Type') ?? '', tools);
  try {
    for await (const chunk of chunksOf(request.body)) {
      await reading.write(chunk);
      if (reading.problem()) {
        break;
      }
    }
    await reading.end();
  } catch (error) {
    await reading.discard();
    throw error;
  }
  const problem = reading.problem();
  if (problem) {
    await reading.discard();
    return refused(operation, problem.status, problem.detail);
  }
  return {type: 'read', body: reading.body()};
}

interface MultipartProblem {
  readonly status: 400 | 413;
  readonly detail: string;
}

type OpenFile = {
  readonly part: PartInfo;
  readonly id: string;
  readonly writer: FileWriter;
  readonly start: Uint8Array[];
  size: number;
};

function createReading(operation: Operation, mediaType: MediaType, contentType: string, tools: BodyTools) {
  const hash = createHash();
  const fields: (readonly [string, string])[] = [];
  const opened: OpenFile[] = [];
  const faults: Fault[] = [];
  let pending: Promise<void>[] = [];
  let problem: MultipartProblem | undefined;

  function fail(status: 400 | 413, detail: string): void {
    problem ??= {status, detail};
  }

  function receive(file: OpenFile, chunk: Uint8Array | null): void {
    if (chunk === null) {
      pending.push(file.writer.close());
      return;
    }
    if (file.size < START) {
      file.start.push(chunk.slice(0, START - file.size));
    }
    file.size += chunk.length;
    hash.add(chunk);
    if (file.size > LIMITS.file) {
      fail(413, `A file is larger than ${inWords(LIMITS.file)}.`);
    } else {
      pending.push(file.writer.write(chunk));
    }
  }

  const parser = make({
    headers: {'content-type': contentType},
    isFile: fileTest(operation, mediaType),
    maxParts: LIMITS.parts,
    maxTotalSize: LIMITS.multipart,
    maxFieldSize: LIMITS.field,
    onField(part, value) {
      hash.add(part.name).add(value);
      faults.push(...partHeaderFaults(operation, mediaType, part));
      fields.push([part.name, decodeField(part, value)]);
    },
    onFile(part) {
      const id = tools.newFileId();
      const file: OpenFile = {part, id, writer: tools.files.create(id), start: [], size: 0};
      opened.push(file);
      faults.push(...partHeaderFaults(operation, mediaType, part));
      hash.add(part.name).add(part.filename ?? '');
      return chunk => receive(file, chunk);
    },
    onError: error => fail(...inOurWords(error)),
    onDone() {},
  });

  async function parse(action: () => void): Promise<void> {
    try {
      action();
    } catch (error) {
      // A file name with invalid percent-encoding.
      fail(400, `The body cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const writes = pending;
    pending = [];
    await Promise.all(writes);
  }

  return {
    write: (chunk: Uint8Array) => parse(() => parser.write(chunk)),
    end: () => (problem ? Promise.resolve() : parse(() => parser.end())),
    problem: () => problem,
    async discard() {
      await Promise.all(opened.map(({id}) => tools.files.remove(id)));
    },
    body() {
      const files = opened.map(uploadedFile);
      const names = files.map(({field, name}) => [field, name] as const);
      const value: Json = formValues(operation, mediaType, [...fields, ...names]);
      return {type: 'multipart' as const, value, files, faults, mediaType, fingerprint: hash.toString()};
    },
  };
}

/** A part is a file if it has a file name, or if the document says that its field contains bytes. */
function fileTest(operation: Operation, mediaType: MediaType): (part: PartInfo) => boolean {
  const {properties = {}} = mergedSchema(operation, mediaType.schema ?? true);
  const binary = new Set(
    Object.entries(properties)
      .filter(([, property]) => {
        const merged = mergedSchema(operation, property);
        return isFile(merged.items === undefined ? merged : mergedSchema(operation, merged.items));
      })
      .map(([name]) => name),
  );
  return ({name, filename}) => filename !== undefined || binary.has(name);
}

function uploadedFile({part, id, size, start}: OpenFile, index: number): UploadedFile {
  const named = part.filename ?? `untitled-${index + 1}.txt`;
  return {
    id,
    field: part.name,
    name: named,
    mediaType: part.headers['content-type'] === undefined ? '' : mediaTypeEssence(part.contentType),
    size,
    start: joinedBytes(start),
  };
}

function inOurWords(error: MultipartError): [status: 400 | 413, detail: string] {
  switch (error._tag) {
    case 'InvalidBoundary':
      return [400, 'The Content-Type has no boundary. Let your HTTP client set this header.'];
    case 'BadHeaders':
      return [400, 'A part of the body has headers that cannot be read.'];
    case 'InvalidDisposition':
      return [400, 'A part of the body has no name in its Content-Disposition header.'];
    case 'EndNotReached':
      return [400, 'The body ends before its last boundary.'];
    case 'ReachedLimit':
      switch (error.limit) {
        case 'MaxParts':
          return [413, `The body has more than ${LIMITS.parts} parts.`];
        case 'MaxTotalSize':
        case 'MaxPartSize':
          return [413, `The body is larger than ${inWords(LIMITS.multipart)}.`];
        case 'MaxFieldSize':
          return [413, `A field is larger than ${inWords(LIMITS.field)}.`];
      }
  }
}
