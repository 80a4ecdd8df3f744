import Translate from '@docusaurus/Translate';
import {useEffect, useMemo, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {RequestValues} from '../../request/values';
import controls from '../controls.module.css';
import {loadPageMock} from '../Playground/server/pageMock';
import Inspector from './Inspector';
import PreferPicker from './PreferPicker';
import ScenarioControls from './ScenarioControls';
import styles from './styles.module.css';
import {usePageMock} from './usePageMock';

export interface MockPanelProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
}

/** What the mock of this tab simulates, which responses it can be asked for, what it stores and what it did. */
export default function MockPanel({operation, values, onChange}: MockPanelProps): ReactNode {
  const state = usePageMock();
  const {mock, scenario, failed} = state;
  useEffect(() => void loadPageMock(), []);
  // The state is a new object whenever the stored data changes.
  const inspection = useMemo(() => state.mock?.inspect(), [state]);

  return (
    <>
      <ScenarioControls scenario={scenario} />
      <PreferPicker
        operation={operation}
        headers={values.headers}
        onChange={headers => onChange({...values, headers})}
      />
      {mock && inspection ? (
        <Inspector inspection={inspection} reset={mock.reset} />
      ) : failed ? (
        <p role="alert" className={styles.failure}>
          <Translate id="mock.notLoaded">
            The mock did not load, so these settings have no effect. Check your connection, then try again.
          </Translate>{' '}
          <button type="button" className={controls.linkButton} onClick={() => void loadPageMock()}>
            <Translate id="mock.loadAgain">Load it again</Translate>
          </button>
        </p>
      ) : (
        <p role="status" className={styles.quiet}>
          <Translate id="mock.loading">Loading the mock…</Translate>
        </p>
      )}
    </>
  );
}
