import Translate from '@docusaurus/Translate';
import {Component, useLayoutEffect, type ReactNode} from 'react';

import {passFocus} from '../passFocus';
import styles from './styles.module.css';

interface Props {
  /** What did not load, as a sentence; the playground by default. */
  readonly title?: ReactNode;
  /** Closes what lies over the page; called by Close and Esc. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}
interface State {
  readonly error: Error | undefined;
}

/** Replaces the playground if one of its chunks fails to load or to run; the rest of the page keeps working. */
export default class LoadFailure extends Component<Props, State> {
  override state: State = {error: undefined};

  static getDerivedStateFromError(error: unknown): State {
    return {error: error instanceof Error ? error : new Error(String(error))};
  }

  override render(): ReactNode {
    const {error} = this.state;
    if (!error) {
      return this.props.children;
    }
    return (
      <div ref={passFocus} role="alert" className={styles.failure}>
        <p>
          <strong>
            {this.props.title ?? <Translate id="loadFailure.title">The playground did not load.</Translate>}
          </strong>{' '}
          <Translate id="loadFailure.explanation">
            What you typed is kept. Check your connection, then reload the page.
          </Translate>
        </p>
        <p className={styles.detail}>{error.message}</p>
        <button type="button" onClick={() => window.location.reload()}>
          <Translate id="loadFailure.reload">Reload the page</Translate>
        </button>
        {this.props.onClose && <Closing onClose={this.props.onClose} />}
      </div>
    );
  }
}

function Closing({onClose}: {readonly onClose: () => void}): ReactNode {
  // Before the message is painted, so that an Esc pressed as soon as it is visible counts.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape') {
        onClose();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <>
      {' '}
      <button type="button" onClick={onClose}>
        <Translate id="loadFailure.close">Close</Translate>
      </button>
    </>
  );
}
