import type {FileReference, Part} from '../request/apiRequest';

export interface MultipartBody {
  readonly mediaType: string;
  readonly content: Blob;
}

/**
 * A `multipart/form-data` body (RFC 7578). `FormData` would give text parts no `Content-Type` and change their line
 * breaks. Quotes and line breaks in names are escaped as browsers do (HTML §4.10.21.8).
 */
export function multipartBody(parts: readonly Part[], blobOf: (file: FileReference) => Blob): MultipartBody {
  const boundary = `----form-data-${crypto.randomUUID()}`;
  const pieces = parts.flatMap(part => [`--${boundary}\r\n`, ...partPieces(part, blobOf), '\r\n']);
  return {
    mediaType: `multipart/form-data; boundary=${boundary}`,
    content: new Blob([...pieces, `--${boundary}--\r\n`]),
  };
}

function partPieces(part: Part, blobOf: (file: FileReference) => Blob): (string | Blob)[] {
  const disposition = `Content-Disposition: form-data; name="${escapeName(part.name)}"`;
  const own = (part.headers ?? []).map(({name, value}) => `\r\n${name}: ${value}`).join('');
  if ('file' in part) {
    const blob = blobOf(part.file);
    const mediaType = part.mediaType ?? (blob.type || 'application/octet-stream');
    const fileName = escapeName(part.file.name);
    return [`${disposition}; filename="${fileName}"\r\nContent-Type: ${mediaType}${own}\r\n\r\n`, blob];
  }
  const contentType = part.mediaType === undefined ? '' : `\r\nContent-Type: ${part.mediaType}`;
  return [`${disposition}${contentType}${own}\r\n\r\n`, part.value];
}

function escapeName(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
