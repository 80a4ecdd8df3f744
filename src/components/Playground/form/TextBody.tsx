import Translate, {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import type {Operation, Schema} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {isReadable} from '../../../request/json/jsonText';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import JsonFields, {preloadFields} from '../fields/JsonFields';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

export interface TextBodyProps {
  readonly operation: Operation;
  readonly schema: Schema | undefined;
  readonly text: string;
  readonly json: boolean;
  /** Whether the text can be edited in fields. */
  readonly fields: boolean;
  /** Whether it is edited as it is. */
  readonly raw: boolean;
  /** Chooses to edit it as it is. */
  readonly onRaw: () => void;
  readonly faults: readonly RequestProblem[];
  readonly onChange: (text: string) => void;
}

/** Most bodies are edited in fields. */
const RawBody = fetched(() => import('./RawBody'));

/** Loads what edits a text, so that the form appears as a whole. */
export async function preloadText({
  raw,
  operation,
  schema = true,
  text,
}: Pick<TextBodyProps, 'operation' | 'schema' | 'text' | 'raw'>): Promise<void> {
  if (raw) {
    await RawBody.preload();
  } else if (isReadable(text)) {
    await preloadFields({operation, schema, text});
  }
}

/** A body that is text: as fields, or as it is. Until what edits it as it is has loaded, its fields can be used. */
export default function TextBody({
  operation,
  schema = true,
  text,
  json,
  fields,
  raw,
  onRaw,
  faults,
  onChange,
}: TextBodyProps): ReactNode {
  const [used, setUsed] = useState(false);
  const asFields = !fields ? null : isReadable(text) ? (
    <JsonFields
      operation={operation}
      schema={schema}
      text={text}
      base="body"
      name={translate({id: 'body.label', message: 'Body'})}
      bare
      faults={faults}
      onChange={next => onChange(next ?? '')}
    />
  ) : (
    <p className={styles.problem}>
      <Translate id="body.notJson">
        The raw text is not valid JSON yet, so it has no fields. It is kept as you typed it.
      </Translate>{' '}
      <button type="button" className={controls.linkButton} onClick={onRaw}>
        <Translate id="body.openRaw">Fix it as raw text</Translate>
      </button>
    </p>
  );
  return raw ? (
    <LoadFailure title={<Translate id="body.rawNotLoaded">The field for raw text did not load.</Translate>}>
      <RawBody
        whileLoading={
          <div className={styles.group} onFocus={() => setUsed(true)} onBlur={() => setUsed(false)}>
            {asFields}
          </div>
        }
        standInUsed={used}
        operation={operation}
        schema={schema}
        text={text}
        json={json}
        faults={faults}
        onChange={onChange}
      />
    </LoadFailure>
  ) : (
    asFields
  );
}
