import Translate, {translate} from '@docusaurus/Translate';
import {ChevronDown} from 'lucide-react';
import {useCallback, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../../../api/operation';
import type {RequestValues} from '../../../../request/values';
import {fetched} from '../../../fetched';
import {useOutside} from '../../../useOutside';
import type {Fill, Filled} from '../../useTypedValues';
import controls from '../../../controls.module.css';
import styles from './styles.module.css';

export interface ExamplesProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly fill: Fill;
  readonly filled: Filled | undefined;
}

const ExampleList = fetched(() => import('./ExampleList').catch(() => ({default: NotLoaded})));

/** The document's named examples, each of which fills in the form; the last one can be taken back. */
export default function Examples({operation, values, fill, filled}: ExamplesProps): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // What has the focus next is not to stand behind the list.
  const hide = useCallback(() => setOpen(false), []);
  useOutside(root, open, hide);
  if (exampleNames(operation, values.mediaType).size < 2) {
    return null;
  }
  const current = filled?.by === 'example' ? filled : undefined;

  function fillIn(title: string, after: RequestValues): void {
    fill(after, 'example', {title});
    close();
  }

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div
      className={styles.examples}
      ref={root}
      onKeyDown={event => {
        if (open && event.key === 'Escape') {
          close();
        }
      }}
    >
      <div className={styles.line}>
        <button
          ref={button}
          type="button"
          className={controls.outlinedButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Translate id="examples.open">Examples</Translate> <ChevronDown aria-hidden size={14} />
        </button>
        <p role="status" className={styles.told}>
          {current &&
            translate({id: 'examples.filled', message: 'Filled in: {title}.'}, {title: current.title ?? ''})}
        </p>
        {current && (
          <button
            type="button"
            className={controls.linkButton}
            onClick={() => {
              current.takeBack();
              button.current?.focus();
            }}
          >
            <Translate id="notice.undo">Undo</Translate>
          </button>
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && <ExampleList operation={operation} values={values} onPick={fillIn} />}
      </div>
    </div>
  );
}

/** The names of the examples of the parameters and of the body. */
function exampleNames(operation: Operation, mediaType: string | undefined): ReadonlySet<string> {
  const body = operation.requestBody?.content.filter(({type}) => type === mediaType) ?? [];
  return new Set([...operation.parameters, ...body].flatMap(({examples}) => examples.map(({name}) => name)));
}

function NotLoaded(): ReactNode {
  return (
    <p role="alert" className={styles.told}>
      <Translate id="examples.notLoaded">
        The examples did not load. Check your connection, then reload the page.
      </Translate>
    </p>
  );
}
