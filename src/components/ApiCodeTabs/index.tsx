import Translate, {translate} from '@docusaurus/Translate';
import {useHistory, useLocation} from '@docusaurus/router';
import {useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode} from 'react';

import {checkCodeExamples, type CodeExample} from '../../request/examples/codeExamples';
import {fingerprint} from '../../request/share/fingerprint';
import {sharedOperation} from '../../request/share/shareFragment';
import CodeTabs from '../CodeTabs';
import type {CallOf} from '../CodeTabs/useCall';
import type {SampleIn} from '../CodeTabs/useMoreSample';
import {fetched} from '../fetched';
import LoadFailure from '../LoadFailure';
import type {ShownSamples} from '../Playground/code/shownSamples';
import type {Source} from '../Playground/prepare';
import {keysOf, storageKeyOf} from '../storageKey';
import {useRemembered} from '../useRemembered';
import styles from './styles.module.css';
import TryItWords from './TryItWords';

export interface ApiCodeTabsProps {
  /** Hand-written samples; with `operation`, the build fills in the generated ones. */
  readonly examples?: readonly CodeExample[];
  /** The id of an operation of the OpenAPI document. */
  readonly operation?: string;
  /** The name of an example of that operation, to use instead of its first. */
  readonly example?: string;
  /** Samples that the document brings along for the operation, filled in by the build. */
  readonly authored?: readonly CodeExample[];
  /** A folder of complete programs, which the build reads: these have no single request to try. */
  readonly recipe?: string;
  /** What the samples do, filled in by the build, so that several of these on a page can be told apart. */
  readonly title?: string;
}

/** The form, the generators, the validator and the mock are only loaded when the reader asks for them. */
const Playground = fetched(() => import('../Playground'));

/** Samples of one request in tabs, and a form to try it. */
export default function ApiCodeTabs(props: ApiCodeTabsProps): ReactNode {
  const {pathname, search, hash} = useLocation();
  const history = useHistory();
  const examples = checkedExamples(props, pathname);
  const storageKey = storageKeyOf(
    keyOf(props) ?? `${pathname}#${fingerprint(examples.map(({code}) => code).join('\0'))}`,
  );
  const [remembered, setRemembered] = useRemembered(keysOf(storageKey).open, 'tab');
  const [generated, setGenerated] = useState<ShownSamples>();
  const [answerPlace, setAnswerPlace] = useState<HTMLElement | null>(null);
  const section = useRef<HTMLElement>(null);
  const tryIt = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const closedByReader = useRef(false);
  const open = remembered === 'yes' && props.recipe === undefined;
  const [link, setLink] = useRemembered(`${storageKey}.link`, 'tab');
  const [arriving, setArriving] = useRemembered(keysOf(storageKey).arriving, 'page');
  const onFocusTaken = useCallback(() => {
    setOpened(false);
    setArriving(undefined);
  }, [setOpened, setArriving]);
  const {sampleIn, callOf} = useMaking(props);
  const isShared =
    props.operation !== undefined && props.example === undefined && sharedOperation(hash) === props.operation;
  const takeFocus = opened || link !== undefined || arriving !== undefined;
  const comesIntoView = open && takeFocus && !isShared;

  useEffect(() => {
    if (isShared) {
      setLink(hash);
      setRemembered('yes');
      // The fragment is removed once it is read: an address copied later would not match what has been typed since.
      history.replace({pathname, search, hash: ''});
    }
  }, [isShared, hash, pathname, search, history, setLink, setRemembered]);

  useLayoutEffect(() => {
    if (comesIntoView) {
      // The reader is taken there before the form has come, which then stays in its place. It is the last word before the
      // browser paints: Docusaurus scrolls to the top when a fragment is gone.
      requestAnimationFrame(() => section.current?.scrollIntoView());
    }
  }, [comesIntoView]);

  useEffect(() => {
    if (!open && closedByReader.current) {
      closedByReader.current = false;
      // A button higher on the page may have taken focus.
      if (document.activeElement === document.body) {
        tryIt.current?.focus();
      }
    }
  }, [open]);

  function close(): void {
    closedByReader.current = true;
    setRemembered(undefined);
    onFocusTaken();
    setGenerated(undefined);
  }

  return (
    <section
      ref={section}
      className={styles.root}
      data-playground={open ? 'open' : 'closed'}
      aria-label={
        props.title === undefined
          ? translate({id: 'apiCodeTabs.label', message: 'Code samples'})
          : translate({id: 'apiCodeTabs.titled', message: 'Code samples: {title}'}, {title: props.title})
      }
    >
      <div className={styles.grid}>
        {open && (
          <LoadFailure>
            <Playground
              whileLoading={
                <p className={styles.loading} role="status">
                  <Translate id="apiCodeTabs.loading">Opening the form…</Translate>
                </p>
              }
              key={storageKey}
              source={sourceOf(props, examples)}
              storageKey={storageKey}
              link={link}
              onLinkRead={() => setLink(undefined)}
              takeFocus={takeFocus}
              onFocusTaken={onFocusTaken}
              answerPlace={answerPlace}
              onSamples={setGenerated}
              onClose={close}
            />
          </LoadFailure>
        )}
        <div className={styles.side} data-theme="dark">
          <div className={styles.code}>
            <CodeTabs
              examples={generated?.examples ?? examples}
              authored={props.authored}
              sampleIn={generated?.sampleIn ?? sampleIn}
              callOf={generated ? undefined : callOf}
              copyChoices={generated?.copyChoices ?? (open ? [] : undefined)}
              renderCode={generated?.renderCode}
            />
            {!open && props.recipe === undefined && (
              <button
                ref={tryIt}
                type="button"
                className={styles.tryIt}
                data-needs-script
                onPointerEnter={() => void Playground.preload()}
                onClick={() => {
                  setRemembered('yes');
                  setOpened(true);
                }}
              >
                <TryItWords />
              </button>
            )}
          </div>
          {open && <div ref={setAnswerPlace} className={styles.answer} />}
        </div>
      </div>
    </section>
  );
}

/** Returns the functions that make more samples of an operation than the page contains. Hand-written ones have none. */
function useMaking({operation, example}: ApiCodeTabsProps): {
  readonly sampleIn?: SampleIn;
  readonly callOf?: CallOf;
} {
  return useMemo(
    () =>
      operation === undefined
        ? {}
        : {
            sampleIn: async language => {
              const {pageSample} = await import('./pageSample');
              return pageSample(operation, example, language);
            },
            callOf: async label => {
              const {callOf} = await import('./pageSample');
              return callOf(operation, example, label);
            },
          },
    [operation, example],
  );
}

function keyOf({operation, example}: ApiCodeTabsProps): string | undefined {
  return operation && example ? `${operation}.${example}` : operation;
}

function sourceOf({operation, example}: ApiCodeTabsProps, examples: readonly CodeExample[]): Source {
  return operation
    ? {type: 'operation', id: operation, ...(example ? {example} : {})}
    : {type: 'written', examples};
}

/** The build checks props that it can see; props made at run time are checked here by the same rules. */
function checkedExamples(props: ApiCodeTabsProps, page: string): readonly CodeExample[] {
  const problems = checkCodeExamples(props.examples);
  if (problems.length > 0 || !props.examples) {
    throw new Error(`ApiCodeTabs on page ${page}: ${problems.join(' ')}`);
  }
  return props.examples;
}
