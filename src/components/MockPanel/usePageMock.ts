import {useSyncExternalStore} from 'react';

import {
  pageMockState,
  subscribeToPageMock,
  unknownState,
  type PageMockState,
} from '../Playground/server/pageMock';

/** The state of the mock of this tab; does not load it. */
export function usePageMock(): PageMockState {
  return useSyncExternalStore(subscribeToPageMock, pageMockState, () => unknownState);
}
