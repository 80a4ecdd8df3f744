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
  /** Closes the panel without moving focus. */
  readonly onHide: () => void;
  /** Closes the panel and returns focus to its button. */
  readonly onClose: () => void;
}

/**
 * A panel over the form, which does not move the form. It closes when the reader turns to something else, other than
 * Send and the response. In a small window it is a sheet.
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

  /** What a sheet covers cannot take focus until the sheet is closed. */
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
        // A click on the backdrop has the dialog itself as its target.
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

/** Whether an element may be used while a panel is open: the bar with Send, and the response. */
function isBeside(element: Element): boolean {
  return element.closest('[data-area="send"], [data-area="answer"]') !== null;
}
