import type {Peer} from '../peer';

const lacks = 'is a page of text';

/** The floor: a page of Docusaurus with the text of ours, written by tests/bench/pages/writePlainTwin.ts. */
export const plain: Peer = {
  name: 'plain Docusaurus page',
  prepare: () => Promise.resolve('build'),
  createUser: '/fixtures/create-user',
  listUsers: '/fixtures/create-user',
  sign: 'html[data-has-hydrated="true"]',
  form: {lacks},
  code: {lacks},
  answer: {lacks},
};
