import Translate, {translate} from '@docusaurus/Translate';
import {useHistory, useLocation} from '@docusaurus/router';
import {operations} from '@generated/openapi/default/catalog.js';
import {loadOperation} from '@generated/openapi/default/loaders.js';
import {ArrowRight} from 'lucide-react';
import {useMemo, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {linkedValues, type LinkTarget} from '../../client/answer/linkTargets';
import type {ResponseResult} from '../../client/result';
import {langOfOriginal} from '../../words';
import {openWith} from '../formValues';
import {withoutMarkdown} from '../withoutMarkdown';
import type {Answered} from '../Playground/exchange/useSending';
import styles from './Answer.module.css';
import {useJob} from './useJob';

export interface LinkButtonsProps {
  readonly operation: Operation;
  readonly answered: Answered;
  readonly result: ResponseResult;
}

/** The operations that a response leads to by the links of the document; each button opens a filled-in form. */
export default function LinkButtons({operation, answered, result}: LinkButtonsProps): ReactNode {
  const history = useHistory();
  const {pathname} = useLocation();
  const [said, setSaid] = useState('');
  const {request, values} = answered;
  const input = useMemo(() => {
    const {status, headers, body} = result;
    return {operation, exchange: {request, values, result: {status, headers, body: {text: body.text}}}};
  }, [operation, request, values, result]);
  const {outcome, error} = useJob('links', input, result.body.text?.length ?? 0);
  if (outcome === undefined && error === undefined) {
    // Holds back what follows until the buttons are known, so that nothing has to move down for them.
    return <div className={styles.linksAwaited} />;
  }
  const targets = (outcome ?? []).flatMap(target => {
    const permalink = operations.find(({id}) => id === target.operationId)?.permalink;
    return permalink === undefined ? [] : [{...target, permalink}];
  });
  if (targets.length === 0) {
    return null;
  }

  async function follow(target: LinkTarget, permalink: string): Promise<void> {
    setSaid('');
    try {
      const linked = await loadOperation(target.operationId);
      openWith(linked, linkedValues(linked, target), 'answer');
    } catch {
      setSaid(
        translate({
          id: 'links.failed',
          message: 'The page could not be loaded. Check your connection, then try again.',
        }),
      );
      return;
    }
    if (permalink !== pathname) {
      history.push(permalink);
    }
  }

  return (
    <div className={styles.links}>
      <p className={styles.linksTitle}>
        <Translate id="links.title">What next</Translate>
      </p>
      {targets.map(target => (
        <button
          key={target.name}
          type="button"
          className={styles.link}
          onClick={() => void follow(target, target.permalink)}
        >
          <span {...langOfOriginal()}>{labelOf(target)}</span>
          <ArrowRight aria-hidden size={14} />
        </button>
      ))}
      <span role="status" className={styles.linksStatus}>
        {said}
      </span>
    </div>
  );
}

/** The link's description in the document, as the label of a button. */
function labelOf({operationId, description}: LinkTarget): string {
  const summary = operations.find(({id}) => id === operationId)?.summary;
  return description === undefined
    ? (summary ?? operationId)
    : withoutMarkdown(description).replace(/\.$/, '');
}
