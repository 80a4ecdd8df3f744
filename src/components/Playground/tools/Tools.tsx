import {translate} from '@docusaurus/Translate';
import {ChevronDown} from 'lucide-react';
import {useCallback, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import type {Resend} from '../exchange/useResending';
import type {Fill} from '../useTypedValues';
import styles from './styles.module.css';

export type Tool = 'examples' | 'history' | 'mock';

export interface ToolsProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly fill: Fill;
  readonly resend: Resend;
  /** Whether the mock in the tab responds. */
  readonly mocked: boolean;
}

/** Loaded when the reader opens one. */
const ToolPanel = fetched(() => import('./ToolPanel'));

/** Panels over the form, one at a time: the document's examples, the history, the settings of the mock. */
export default function Tools({mocked, ...props}: ToolsProps): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState<Tool>();
  const pressed = useRef<HTMLButtonElement>(null);
  const {operation, values} = props;
  const tools: readonly Tool[] = [
    ...(hasSeveralExamples(operation, values.mediaType) ? (['examples'] as const) : []),
    'history',
    ...(mocked ? (['mock'] as const) : []),
  ];
  const open = tools.find(tool => tool === chosen);
  const hide = useCallback(() => setChosen(undefined), []);
  const close = useCallback(() => {
    setChosen(undefined);
    pressed.current?.focus();
  }, []);
  return (
    <div className={styles.tools}>
      {tools.map(tool => (
        <button
          key={tool}
          type="button"
          className={styles.tool}
          aria-haspopup="dialog"
          aria-expanded={tool === open}
          aria-controls={tool === open ? id : undefined}
          onClick={event => {
            pressed.current = event.currentTarget;
            setChosen(tool === open ? undefined : tool);
          }}
        >
          {nameOf(tool)}
          <ChevronDown aria-hidden size={13} />
        </button>
      ))}
      {open && (
        <LoadFailure>
          <ToolPanel
            key={open}
            id={id}
            tool={open}
            title={nameOf(open)}
            onHide={hide}
            onClose={close}
            {...props}
          />
        </LoadFailure>
      )}
    </div>
  );
}

function nameOf(tool: Tool): string {
  switch (tool) {
    case 'examples':
      return translate({id: 'examples.open', message: 'Examples'});
    case 'history':
      return translate({id: 'history.open', message: 'History'});
    case 'mock':
      return translate({id: 'mock.toggle', message: 'Mock'});
  }
}

/** A single example is what the form starts with. */
function hasSeveralExamples(operation: Operation, mediaType: string | undefined): boolean {
  const body = operation.requestBody?.content.filter(({type}) => type === mediaType) ?? [];
  const names = [...operation.parameters, ...body].flatMap(({examples}) => examples.map(({name}) => name));
  return new Set(names).size > 1;
}
