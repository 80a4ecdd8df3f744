import {headerValue} from '../../api/http/headerValue';
import {ownMember} from '../../api/json';
import {percentDecoded, strictlyDecoded} from '../../api/percentDecoding';
import {mediaTypeEssence} from '../../api/http/mediaType';
import type {ResponseResult} from '../result';

const extensions: Readonly<Record<string, string>> = {
  'application/gzip': 'gz',
  'application/javascript': 'js',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/x-ndjson': 'ndjson',
  'application/xml': 'xml',
  'application/yaml': 'yaml',
  'application/zip': 'zip',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'text/csv': 'csv',
  'text/event-stream': 'txt',
  'text/html': 'html',
  'text/javascript': 'js',
  'text/plain': 'txt',
};

/**
 * The name under which to save a body: that of `Content-Disposition` (RFC 6266), else the last segment of the URL's
 * path with the extension of the media type. It is never a path, a hidden file or empty.
 */
export function fileNameOf({headers, url}: Pick<ResponseResult, 'headers' | 'url'>): string {
  const type = headerValue(headers, 'content-type') ?? '';
  const stated = safeName(dispositionName(headerValue(headers, 'content-disposition') ?? '') ?? '');
  if (stated !== '') {
    return stated;
  }
  const base = safeName(lastSegment(url)) || 'response';
  const extension = extensionOf(type);
  return extension === '' || base.toLowerCase().endsWith(`.${extension}`) ? base : `${base}.${extension}`;
}

/** `filename*` (RFC 8187), which names its charset, takes precedence over `filename`. */
function dispositionName(disposition: string): string | undefined {
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(disposition)?.[1];
  const decoded = extended === undefined ? undefined : strictlyDecoded(extended);
  if (decoded !== undefined) {
    return decoded;
  }
  // If `filename*` is malformed, `filename` may still be valid.
  const [, quoted, token] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(disposition) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? token;
}

function lastSegment(url: string): string {
  const {pathname} = URL.canParse(url) ? new URL(url) : {pathname: ''};
  return percentDecoded(pathname.split('/').findLast(segment => segment !== '') ?? '');
}

function extensionOf(contentType: string): string {
  const essence = mediaTypeEssence(contentType);
  const known = ownMember(extensions, essence);
  if (known !== undefined) {
    return known;
  }
  const suffix = /\+(json|xml|yaml|zip)$/.exec(essence)?.[1];
  return suffix ?? '';
}

/** A name that every file system accepts: no folders, no control or reserved characters, no dots at the ends. */
function safeName(name: string): string {
  return name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(-150)
    .replace(/^[.\s]+|[.\s]+$/g, '');
}
