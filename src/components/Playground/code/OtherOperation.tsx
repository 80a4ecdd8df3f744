import Translate, {translate} from '@docusaurus/Translate';
import {useHistory} from '@docusaurus/router';
import {useState, type ReactNode} from 'react';

import type {ApiRequest} from '../../../request/apiRequest';

export interface OtherOperationProps {
  readonly other: {
    readonly id: string;
    readonly method: string;
    readonly path: string;
    readonly permalink?: string;
  };
  readonly request: ApiRequest;
}

/** Says that code calls another operation, with a button that opens the filled-in form on its page. */
export default function OtherOperation({other, request}: OtherOperationProps): ReactNode {
  const history = useHistory();
  const [failed, setFailed] = useState(false);
  const {id, method, path, permalink} = other;

  async function open(to: string): Promise<void> {
    try {
      const {handOver} = await import('./handOver');
      await handOver(id, request);
    } catch {
      setFailed(true);
      return;
    }
    history.push(to);
  }

  return (
    <>
      <Translate id="codeEditing.other" values={{operation: <code>{`${method} ${path}`}</code>}}>
        {'This is {operation}, another operation.'}
      </Translate>{' '}
      {permalink !== undefined && (
        <button type="button" onClick={() => void open(permalink)}>
          <Translate id="codeEditing.open">Open it on its page</Translate>
        </button>
      )}
      {failed &&
        ` ${translate({
          id: 'codeEditing.openFailed',
          message: 'Its page did not load. Check your connection, then try again.',
        })}`}
    </>
  );
}
