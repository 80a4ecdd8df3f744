import {useState, type ReactNode} from 'react';

import {CALM} from '../../../mock/scenario';
import {fetched} from '../../fetched';
import {usePageMock} from '../../MockPanel/usePageMock';

const MockChips = fetched(() => import('../../MockPanel/MockChips').catch(() => ({default: () => null})));

/** What the mock simulates, loaded once it simulates anything; it stays from then on, to announce the end of it. */
export default function PlayedChips(): ReactNode {
  const {scenario} = usePageMock();
  const plays = JSON.stringify(scenario) !== JSON.stringify(CALM);
  const [played, setPlayed] = useState(plays);
  if (plays && !played) {
    setPlayed(true);
  }
  return played && <MockChips />;
}
