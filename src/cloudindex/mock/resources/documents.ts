import {timestamp} from '../../../mock/handler';
import type {Json} from '../../../api/operation';
import type {Answer} from '../../../mock/answer';
import type {HandlerContext, Handlers} from '../../../mock/handler';
import type {UploadedFile} from '../../../mock/body/bodyResult';
import {names, refuseOtherVersion, resourceAnswer} from '../../../mock/conditional';
import {pageAnswer} from '../../../mock/cursor';
import type {Files} from '../../../mock/files';
import {problem, validationProblem, type Fault} from '../../../mock/problem';
import {parseRange} from '../../../mock/range';
import {passagesOf} from '../search/passages';
import type {Document, Tables} from '../tables';
import {fieldText, textList} from './fields';

/** How long a document waits in the queue, and until it is ready, in milliseconds after its upload. */
const PROCESSING_MS = 1_000;
const READY_MS = 3_000;

export interface DocumentTools {
  readonly tables: Tables;
  readonly files: Files;
  readonly newId: (prefix: string) => string;
}

/** The rules of the documents resource, by operation id. */
export function documentHandlers({tables: {documents, users}, files, newId}: DocumentTools): Handlers {
  function listDocuments(context: HandlerContext): Answer {
    const {query, nowMs} = context;
    const after = query.get('created_after');
    const mediaTypes = query.has('media_type') ? textList(query.get('media_type')) : undefined;
    const same = (name: string, value: string | null): boolean =>
      !query.has(name) || query.get(name) === value;
    return pageAnswer(context, documents, {
      order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
      fits: document =>
        same('status', statusAt(document, nowMs)) &&
        same('collection', document.collection) &&
        same('owner_id', document.owner_id) &&
        (mediaTypes === undefined || mediaTypes.includes(document.media_type)) &&
        (typeof after !== 'string' || document.created_ms > Date.parse(after)),
      toJson: document => documentJson(document, nowMs),
    });
  }

  async function uploadDocuments({operation, body, nowMs}: HandlerContext): Promise<Answer> {
    const uploaded = body.type === 'multipart' ? body.files : [];
    const fields: Json = body.type === 'multipart' ? body.value : {};
    const {owner_id: owner = null} = fieldText(fields, 'owner_id');
    const faults = uploaded.flatMap(fileFaults);
    if (owner !== null && !users.get(owner)) {
      faults.push({pointer: '#/owner_id', detail: 'must be the id of a user'});
    }
    if (faults.length > 0) {
      await Promise.all(uploaded.map(({id}) => files.remove(id)));
      return validationProblem(operation, faults);
    }
    const {collection = 'default'} = fieldText(fields, 'collection');
    const created = uploaded.map((file): Document => {
      const mediaType = mediaTypeOf(file) ?? 'text/plain';
      return {
        id: newId('doc_'),
        name: file.name,
        media_type: mediaType,
        size: file.size,
        collection,
        owner_id: owner,
        passages: passagesOf(new TextDecoder().decode(file.start), mediaType).length,
        file: file.id,
        failure_reason: failureOf(file.start, mediaType),
        created_ms: nowMs,
      };
    });
    created.forEach(document => documents.put(document.id, document));
    return {status: 202, json: {data: created.map(document => documentJson(document, nowMs))}};
  }

  function getDocument(context: HandlerContext): Answer {
    const document = find(context);
    return document ? resourceAnswer(context, documentJson(document, context.nowMs)) : notFound(context);
  }

  function downloadDocument(context: HandlerContext): Answer {
    const {operation, request} = context;
    const document = find(context);
    if (!document) {
      return notFound(context);
    }
    const {size, file} = document;
    const tag = `"${document.file}-${size}"`;
    const held = request.headers.get('If-None-Match');
    if (held !== null && names(held, tag)) {
      return {status: 304, headers: {ETag: tag}};
    }
    const range = parseRange(request.headers.get('Range'), size);
    if (range === 'unsatisfiable') {
      return problem(operation, 416, {headers: {'Content-Range': `bytes */${size}`}});
    }
    const {start, end} = range ?? {start: 0, end: size};
    return {
      status: range ? 206 : 200,
      headers: {
        ETag: tag,
        'Accept-Ranges': 'bytes',
        'Content-Length': String(end - start),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(document.name)}`,
        ...(range ? {'Content-Range': `bytes ${start}-${end - 1}/${size}`} : {}),
      },
      content: {mediaType: 'application/octet-stream', data: streamOf(files.read(file, start, end))},
    };
  }

  function deleteDocument(context: HandlerContext): Answer {
    const document = find(context);
    if (!document) {
      return notFound(context);
    }
    const refusal = refuseOtherVersion(context, documentJson(document, context.nowMs));
    if (refusal) {
      return refusal;
    }
    documents.remove(document.id);
    return {status: 204};
  }

  function find({pathParameters}: HandlerContext): Document | undefined {
    return documents.get(pathParameters.document_id ?? '');
  }

  return {listDocuments, uploadDocuments, getDocument, downloadDocument, deleteDocument};
}

type Status = 'queued' | 'processing' | 'ready' | 'failed';

/** `queued`, then `processing`, then `ready` or `failed`: it follows from the age and the file alone. */
export function statusAt({created_ms, failure_reason}: Document, nowMs: number): Status {
  const age = nowMs - created_ms;
  if (age < READY_MS) {
    return age < PROCESSING_MS ? 'queued' : 'processing';
  }
  return typeof failure_reason === 'string' ? 'failed' : 'ready';
}

/** Why a file cannot be indexed, from its first bytes; null for one that can. */
function failureOf(start: Uint8Array, mediaType: string): string | null {
  const text = new TextDecoder().decode(start);
  if (mediaType === 'application/pdf') {
    return text.startsWith('%PDF-') ? null : 'The file is not a PDF.';
  }
  return /\p{L}|\p{N}/u.test(text) ? null : 'The file contains no text.';
}

function documentJson(document: Document, nowMs: number): Json {
  const {file: _file, created_ms: createdMs, passages, failure_reason: reason = null, ...shown} = document;
  const status = statusAt(document, nowMs);
  const delay = status === 'queued' ? 0 : status === 'processing' ? PROCESSING_MS : READY_MS;
  return {
    ...shown,
    status,
    failure_reason: status === 'failed' ? reason : null,
    passages: status === 'ready' ? passages : 0,
    created_at: timestamp(createdMs),
    updated_at: timestamp(createdMs + delay),
  };
}

function notFound({operation, pathParameters}: HandlerContext): Answer {
  return problem(operation, 404, {detail: `No document has the id ${pathParameters.document_id ?? ''}.`});
}

const byExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** What the part says, or what the name says where the client did not know the type. */
function mediaTypeOf({mediaType, name}: UploadedFile): string | undefined {
  const known = Object.values(byExtension);
  if (mediaType === '' || mediaType === 'application/octet-stream') {
    const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
    return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
  }
  return known.find(type => type === mediaType);
}

function fileFaults(file: UploadedFile, index: number): Fault[] {
  const pointer = `#/files/${index}`;
  const {name} = file;
  if (
    name.length > 255 ||
    name === '' ||
    name === '.' ||
    name === '..' ||
    /[/\\\u0000-\u001f\u007f]/.test(name)
  ) {
    return [{pointer, detail: 'must have a plain file name, without folders'}];
  }
  return mediaTypeOf(file) === undefined
    ? [{pointer, detail: `must be one of ${Object.values(byExtension).join(', ')}`}]
    : [];
}

/** A name in a header: UTF-8, percent-encoded (RFC 8187). */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const {done, value} = await iterator.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(value);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
