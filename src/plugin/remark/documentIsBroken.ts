import type {Paragraph} from 'mdast';

/** Shown by a development server, under the error that says why. */
export const documentIsBroken: Paragraph = {
  type: 'paragraph',
  children: [
    {type: 'text', value: 'The OpenAPI document has errors. This page comes back once you have fixed them.'},
  ],
};
