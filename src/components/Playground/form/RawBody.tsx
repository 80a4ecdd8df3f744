import Translate, {translate} from '@docusaurus/Translate';
import {useContext, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation, Schema} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {isWithin} from '../../../request/form/fieldFaults';
import {isJsonText} from '../../../request/json/jsonText';
import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import Faults, {RejectingResponse} from '../fields/Faults';
import styles from '../Playground.module.css';
import {useJsonEditor} from './useJsonEditor';

/** The JSON editor shows faults itself; if these words do not load, Send still says what is wrong. */
const JsonFaultWords = fetched(() => import('./JsonFaultWords').catch(() => ({default: () => null})));

export interface RawBodyProps {
  readonly operation: Operation;
  readonly schema: Schema;
  readonly text: string;
  readonly json: boolean;
  readonly faults: readonly RequestProblem[];
  readonly onChange: (text: string) => void;
}

/**
 * The body as text, sent as it is. JSON has an editor that knows its schema, loaded when it is first shown; until it
 * has loaded, or if it does not load, and for any other text, there is a text area.
 */
export default function RawBody({operation, schema, text, json, faults, onChange}: RawBodyProps): ReactNode {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [found] = useState(text);
  const {places} = useContext(RejectingResponse);
  const rejected = faults
    .filter(({at}) => places.includes(at) && isWithin(at, 'body'))
    .map(({at, message}) => [at.slice('body/'.length), message].filter(Boolean).join(': '));
  const editor = useJsonEditor(json, area);
  if (editor.state === 'loaded') {
    const {JsonEditor, typingAt} = editor;
    return (
      <div data-at="body">
        <JsonEditor
          operation={operation}
          schema={schema}
          text={text}
          found={found}
          typingAt={typingAt}
          onChange={onChange}
        >
          <Faults id={`${id}-rejected`} at="body" faults={rejected} />
        </JsonEditor>
      </div>
    );
  }

  const isFaulty = json && !isJsonText(text);
  const told = isFaulty
    ? []
    : [
        ...faults.flatMap(({at, message}) => (at === 'body' && !places.includes(at) ? [message] : [])),
        ...rejected,
      ];
  const invalid = isFaulty || told.length > 0;
  return (
    <div data-at="body">
      <textarea
        ref={area}
        className={controls.control}
        aria-label={translate({id: 'body.label', message: 'Body'})}
        aria-describedby={invalid ? `${id}-fault` : undefined}
        aria-invalid={invalid || undefined}
        rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
        spellCheck={false}
        dir="ltr"
        value={text}
        onChange={event => onChange(event.target.value)}
      />
      {json && (
        <p role="status" className={controls.note}>
          {editor.state === 'failed' ? (
            <>
              <Translate id="body.editorFailed">
                The editor with completion did not load. This plain field works too, and your text is kept.
              </Translate>{' '}
              <button type="button" className={controls.linkButton} onClick={editor.retry}>
                <Translate id="body.editorRetry">Try again</Translate>
              </button>
            </>
          ) : (
            <Translate id="body.editorLoading">
              The editor with completion is loading. What you type here is kept.
            </Translate>
          )}
        </p>
      )}
      <div id={`${id}-fault`}>
        {isFaulty && <JsonFaultWords text={text} />}
        {told.map(sentence => (
          <p key={sentence} className={styles.rowFault}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
