import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import {useEffect, useRef, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import controls from '../../controls.module.css';
import {useMedia} from '../../useMedia';
import styles from './panel.module.css';
import type {Tool, ToolsProps} from './Tools';

const ExampleList = fetched(() => import('./ExampleList'));
const HistoryPanel = fetched(() => import('./HistoryPanel'));
const MockPanel = fetched(() => import('../../MockPanel'));

export interface ToolPanelProps extends Omit<ToolsProps, 'mocked'> {
  readonly id: string;
  readonly tool: Tool;
  readonly title: string;
  /** Takes the panel away and leaves the focus where it is. */
  readonly onHide: () => void;
  /** Takes the panel away; the focus goes back to its button. */
  readonly onClose: () => void;
}

/**
 * A panel over the form, which moves nothing below it. It gives way to what the reader turns to, but for Send and the
 * response. In a small window it is a sheet.
 */
export default function ToolPanel({id, tool, title, onHide, onClose, ...props}: ToolPanelProps): ReactNode {
  const isSheet = useMedia('(max-width: 40rem)');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (isSheet) {
      element?.showModal();
    } else {
      element?.show();
    }
    heading.current?.focus({preventScroll: true});
    return () => element?.close();
  }, [isSheet]);

  useEffect(() => {
    const giveWay = ({target}: Event): void => {
      if (
        target instanceof Element &&
        !dialog.current?.parentElement?.contains(target) &&
        !isBeside(target)
      ) {
        onHide();
      }
    };
    document.addEventListener('pointerdown', giveWay);
    document.addEventListener('focusin', giveWay);
    return () => {
      document.removeEventListener('pointerdown', giveWay);
      document.removeEventListener('focusin', giveWay);
    };
  }, [onHide]);

  /** What a sheet covers takes no focus before it is closed. */
  function leave(): void {
    dialog.current?.close();
    onClose();
  }

  return (
    <dialog
      ref={dialog}
      id={id}
      className={isSheet ? styles.sheet : styles.panel}
      aria-label={title}
      onCancel={event => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={event => {
        if (event.key === 'Escape' && !isSheet) {
          leave();
        }
      }}
      onClick={event => {
        // The dialog itself is its backdrop; all it shows is within.
        if (event.target === dialog.current && isSheet) {
          leave();
        }
      }}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <button
            type="button"
            className={controls.iconButton}
            aria-label={translate({id: 'tools.close', message: 'Close {title}'}, {title})}
            onClick={leave}
          >
            <X aria-hidden size={16} />
          </button>
        </div>
        <LoadFailure title={<Translate id="tools.notLoaded">This panel did not load.</Translate>}>
          <Content tool={tool} onClose={leave} {...props} />
        </LoadFailure>
      </div>
    </dialog>
  );
}

interface ContentProps extends Omit<ToolsProps, 'mocked'> {
  readonly tool: Tool;
  readonly onClose: () => void;
}

function Content({tool, onClose, ...props}: ContentProps): ReactNode {
  const {operation, values, onChange, fill, resend} = props;
  const opening = (
    <p className={controls.note} role="status">
      <Translate id="tools.opening">Opening…</Translate>
    </p>
  );
  switch (tool) {
    case 'examples':
      return (
        <ExampleList
          whileLoading={opening}
          operation={operation}
          values={values}
          onPick={(title, after) => {
            onClose();
            fill(after, 'example', {title});
          }}
        />
      );
    case 'history':
      return (
        <HistoryPanel
          whileLoading={opening}
          operation={operation}
          values={values}
          fillIn={next => {
            onClose();
            fill(next, 'history');
          }}
          resend={(next, target) => {
            onClose();
            resend(next, target);
          }}
        />
      );
    case 'mock':
      return <MockPanel whileLoading={opening} operation={operation} values={values} onChange={onChange} />;
  }
}

/** Whether an element is used beside an open panel: the bar with Send, and the response. */
function isBeside(element: Element): boolean {
  return element.closest('[data-area="send"], [data-area="answer"]') !== null;
}
