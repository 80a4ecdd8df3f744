import {translate} from '@docusaurus/Translate';
import {Check, Copy} from 'lucide-react';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import CopyProblem from '../CopyProblem';
import {copyText} from '../copyText';
import styles from './styles.module.css';

type Outcome = 'idle' | 'copied' | 'failed';

export interface CopyButtonProps {
  /** What is copied, byte for byte; a function if it is expensive to make. */
  readonly text: string | (() => string);
  /** A name for what is copied: `cURL sample`. */
  readonly what: string;
  /** The label of the button instead of `Copy`. */
  readonly label?: string;
}

/** Copies a text and confirms that, visibly and to screen readers. */
export default function CopyButton({text, what, label}: CopyButtonProps): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(): Promise<void> {
    clearTimeout(timer.current);
    setOutcome('idle');
    try {
      await copyText(typeof text === 'string' ? text : text());
      setOutcome('copied');
      timer.current = setTimeout(() => setOutcome('idle'), 4000);
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <>
      <button
        type="button"
        className={styles.button}
        onClick={copy}
        aria-label={translate(
          {id: 'copy.label', message: 'Copy {what}', description: 'Label of a copy button'},
          {what},
        )}
      >
        {outcome === 'copied' ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
        <span aria-hidden>
          {outcome === 'copied'
            ? translate({id: 'copy.done', message: 'Copied'})
            : (label ?? translate({id: 'copy.action', message: 'Copy'}))}
        </span>
      </button>
      <span role="status" className={styles.spoken}>
        {announcement(outcome, what)}
      </span>
      {outcome === 'failed' && (
        <CopyProblem words={announcement(outcome, what)} onClose={() => setOutcome('idle')} />
      )}
    </>
  );
}

function announcement(outcome: Outcome, what: string): string {
  switch (outcome) {
    case 'idle':
      return '';
    case 'copied':
      return translate({id: 'copy.spoken', message: '{what} copied'}, {what});
    case 'failed':
      return translate(
        {
          id: 'copy.failed',
          message: 'Your browser did not allow copying. Select the {what} and press Ctrl+C or Cmd+C.',
        },
        {what},
      );
  }
}
