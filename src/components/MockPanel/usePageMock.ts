import {useSyncExternalStore} from 'react';

import {
  pageMockState,
  subscribeToPageMock,
  unknownState,
  type PageMockState,
} from '../Playground/server/pageMock';

/** What is known of the mock of this tab, without loading it. */
export function usePageMock(): PageMockState {
  return useSyncExternalStore(subscribeToPageMock, pageMockState, () => unknownState);
}
