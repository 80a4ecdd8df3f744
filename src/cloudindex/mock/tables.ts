import {isObject} from '../../api/json';
import type {Json} from '../../api/operation';
import type {Store, Table} from '../../mock/store';

// Type aliases, as an interface is not known to be plain JSON.

type Metadata = {readonly [name: string]: string};

export type User = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly metadata: Metadata;
  readonly created_at: string;
  readonly updated_at: string;
};

export type Document = {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly collection: string;
  readonly owner_id: string | null;
  /** How many passages search finds in it once it is ready. */
  readonly passages: number;
  /** Where {@link Files} keeps the bytes. */
  readonly file: string;
  /** Why processing is going to fail; nothing for a file that can be indexed. */
  readonly failure_reason?: string | null;
  /** Milliseconds since 1970; the processing status follows from it. */
  readonly created_ms: number;
};

export type Thread = {
  readonly id: string;
  readonly title: string;
  readonly user_id: string | null;
  readonly metadata: Metadata;
  readonly created_at: string;
  readonly updated_at: string;
};

export type Citation = {
  readonly document_id: string;
  readonly document_name: string;
  readonly quote: string;
};

export type Message = {
  readonly id: string;
  readonly thread_id: string;
  readonly role: string;
  readonly content: string;
  readonly status: string;
  readonly citations: readonly Citation[];
  readonly created_at: string;
};

/** All that an account of CloudIndex holds. */
export interface Tables {
  /** Indexed by email address in lower case. */
  readonly users: Table<User>;
  /** Indexed by owner id; documents without an owner are under the empty string. */
  readonly documents: Table<Document>;
  /** Indexed by user id; threads without a user are under the empty string. */
  readonly threads: Table<Thread>;
  /** Indexed by thread id. */
  readonly messages: Table<Message>;
}

export const isMessage = hasTexts<Message>('id', 'thread_id', 'role', 'content', 'status', 'created_at');

export function createTables(store: Store): Tables {
  return {
    users: store.table<User>({
      name: 'users',
      isRow: hasTexts<User>('id', 'email', 'name', 'role', 'created_at', 'updated_at'),
      indexBy: ({email}) => email.toLowerCase(),
    }),
    documents: store.table<Document>({
      name: 'documents',
      isRow: hasTexts<Document>('id', 'name', 'media_type', 'collection', 'file'),
      indexBy: ({owner_id}) => owner_id ?? '',
    }),
    threads: store.table<Thread>({
      name: 'threads',
      isRow: hasTexts<Thread>('id', 'title', 'created_at', 'updated_at'),
      indexBy: ({user_id}) => user_id ?? '',
    }),
    messages: store.table<Message>({
      name: 'messages',
      isRow: isMessage,
      indexBy: ({thread_id}) => thread_id,
    }),
  };
}

/** Rows were written by this very code, so a look at the texts tells whether they are of this shape. */
function hasTexts<Row extends Json>(...names: readonly string[]) {
  return (value: Json | undefined): value is Row =>
    isObject(value) && names.every(name => typeof value[name] === 'string');
}
