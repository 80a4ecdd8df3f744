import type {Locator, Page} from '@playwright/test';

/** A figure's recipe, or the words why there is none. */
export type Feature<Recipe> = Recipe | {readonly lacks: string};

/** One way to show the document, and how a reader uses it. */
export interface Peer {
  readonly name: string;
  /** Puts a site of the document into a folder that can be served, and names it. Throws when it cannot. */
  readonly prepare: (document: ServedDocument) => Promise<string>;
  /** The addresses of two operations in that site. */
  readonly createUser: string;
  readonly listUsers: string;
  /** A selector of what shows that the page of Create User is there. */
  readonly sign: string;
  readonly form: Feature<Form>;
  readonly code: Feature<FollowingCode>;
  readonly answer: Feature<Sending>;
}

export interface ServedDocument {
  /** The document with the answering server as its only one. */
  readonly text: string;
  /** The origin of that server. */
  readonly origin: string;
}

export interface Form {
  readonly open: (page: Page) => Locator;
  /** A selector of the field that the reader fills first. */
  readonly field: string;
}

export interface FollowingCode {
  /** Puts the caret into the email of the body. */
  readonly edit: (page: Page) => Promise<void>;
  /** A selector of the code that follows. */
  readonly sample: string;
}

export interface Sending {
  /** Fills in, on the page of List Users, what is needed to ask the server at this origin. */
  readonly fill: (page: Page, origin: string) => Promise<void>;
  readonly send: (page: Page) => Locator;
}

/** Puts the caret before the end of the email in a JSON body whose first member it is. */
export async function caretInEmail(editor: Locator): Promise<void> {
  await editor.click();
  for (const key of ['Control+Home', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft']) {
    await editor.page().keyboard.press(key);
  }
}
