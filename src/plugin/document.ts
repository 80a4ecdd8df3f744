import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';

import {loadDocument, type LoadOptions, type LoadedDocument} from '../api/document/load';

/** Where the OpenAPI document is and where readers find it. */
export interface DocumentOptions extends LoadOptions {
  /** Path of the document, from the site's folder. */
  readonly document: string;
  /** Origins whose pictures descriptions show, such as `https://img.example.com`; of others they link to them. None by default. */
  readonly pictures?: readonly string[];
}

/** What reading the document gave: the document, or why there is none. */
export type DocumentState =
  | {readonly type: 'loaded'; readonly loaded: LoadedDocument}
  | {readonly type: 'broken'; readonly error: Error};

interface CachedDocument {
  readonly state: Promise<DocumentState>;
  /** Size and time of each file that the document is made of, as they were read. */
  readonly stamp: string;
}

const entries = new Map<string, CachedDocument>();
/** The files of each document when it was last whole; a broken one may not tell. */
const files = new Map<string, readonly string[]>();

/**
 * The document as its files are now. It is read once for the plugin, the sidebar and all pages, and again only when a file
 * has changed.
 */
export async function readDocument({document, ...options}: DocumentOptions): Promise<DocumentState> {
  const path = resolve(document);
  const stamp = await stampOf(files.get(path) ?? [path]);
  const known = entries.get(path);
  if (known?.stamp === stamp) {
    return known.state;
  }
  const state = load(path, options);
  entries.set(path, {state, stamp});
  const read = await state;
  if (read.type === 'loaded') {
    files.set(path, read.loaded.files);
    entries.set(path, {state, stamp: await stampOf(read.loaded.files)});
  }
  return read;
}

async function load(path: string, options: LoadOptions): Promise<DocumentState> {
  try {
    return {type: 'loaded', loaded: await loadDocument(path, options)};
  } catch (error) {
    return {type: 'broken', error: error instanceof Error ? error : new Error(String(error))};
  }
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map(path =>
      stat(path).then(
        ({mtimeMs, size}) => `${path} ${mtimeMs} ${size}`,
        () => `${path} absent`,
      ),
    ),
  );
  return stamps.join('\n');
}
