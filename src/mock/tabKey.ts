/** The storage key for the state of the mock in a tab. Files have keys that start with it. */
export const MOCK_STORAGE_KEY = 'playground.mock';
