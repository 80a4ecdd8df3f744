import Translate from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import type {ShownSamples} from './code/shownSamples';
import {preloadBody} from './form/BodyForm';
import {preloadParameters} from './form/ParameterForm';
import styles from './Playground.module.css';
import {prepare, type Source} from './prepare';
import type {Prepared} from './prepared';
import Session from './Session';

export interface PlaygroundProps {
  readonly source: Source;
  /** The key under which the tab keeps what was typed. */
  readonly storageKey: string;
  /** The fragment of a link that fills in a request. */
  readonly link: string | undefined;
  readonly onLinkRead: () => void;
  /** Whether the reader has just opened the form, so that it takes focus. */
  readonly takeFocus: boolean;
  readonly onFocusTaken: () => void;
  /** Where the response is shown in a large window: below the code. */
  readonly answerPlace: HTMLElement | null;
  /** Called with the content of the code tabs. */
  readonly onSamples: (samples: ShownSamples) => void;
  readonly onClose: () => void;
}

/** Loads the components of the form: parts that appeared later would move the others while the reader uses them. */
async function preloadForm({operation, initial}: Prepared): Promise<void> {
  await Promise.all([preloadParameters(operation, initial), preloadBody(operation, initial)]);
}

/** The form, Send and the response. A chunk that fails to load throws to the boundary around the playground. */
export default function Playground({source, ...rest}: PlaygroundProps): ReactNode {
  const [state, setState] = useState<{readonly prepared?: Prepared; readonly error?: unknown}>({});
  // The source never changes while the playground is open, but the page makes a new object at each rendering.
  const [opened] = useState(source);

  useEffect(() => {
    let current = true;
    const whole = async (): Promise<Prepared> => {
      const prepared = await prepare(opened);
      await preloadForm(prepared);
      return prepared;
    };
    whole().then(
      prepared => current && setState({prepared}),
      (error: unknown) => current && setState({error}),
    );
    return () => {
      current = false;
    };
  }, [opened]);

  if (state.error) {
    throw state.error;
  }
  if (!state.prepared) {
    return (
      <p className={styles.opening} role="status">
        <Translate id="playground.opening">Opening the form…</Translate>
      </p>
    );
  }
  return <Session prepared={state.prepared} written={opened.type === 'written'} {...rest} />;
}
