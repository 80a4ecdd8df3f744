/** What the tab keeps the state of the mock under; files have keys that start with it. */
export const KEY = 'playground.mock';
