import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {isReadable} from '../../../request/json/jsonText';
import {bodyKind} from '../../../request/mediaTypes';
import {chosenBody, type BodyValues, type RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import {useRemembered} from '../../useRemembered';
import JsonFields, {preloadFields} from '../fields/JsonFields';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';
import RawBody from './RawBody';

export interface BodyFormProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faults: readonly RequestProblem[];
}

const PartFields = fetched(() => import('./PartFields'));
const FileBody = fetched(() => import('./FileBody'));

/** Loads the components for the body, so that the form appears as a whole. */
export async function preloadBody(operation: Operation, values: RequestValues): Promise<void> {
  const {mediaType} = values;
  const body = chosenBody(values);
  switch (body?.type) {
    case 'fields':
      return PartFields.preload();
    case 'file':
      return FileBody.preload();
    case 'text': {
      const {schema} = operation.requestBody?.content.find(({type}) => type === mediaType) ?? {};
      return schema === undefined || !isReadable(body.text)
        ? undefined
        : preloadFields({operation, schema, text: body.text});
    }
    case undefined:
      return;
  }
}

/** The request body: a form made from the schema, or the raw text. Both edit the same text. */
export default function BodyForm({operation, values, onChange, faults}: BodyFormProps): ReactNode {
  const id = useId();
  const [mode = 'form', setMode] = useRemembered('playground.bodyMode', 'tab');
  const {mediaType} = values;
  const content = operation.requestBody?.content ?? [];
  const body = chosenBody(values);
  if (mediaType === undefined || !body) {
    return null;
  }

  function setBody(next: BodyValues): void {
    onChange({
      ...values,
      bodies: {...values.bodies, ...(mediaType === undefined ? {} : {[mediaType]: next})},
    });
  }

  const bodyFaults = faults.filter(({at}) => at === 'body').map(({message}) => message);
  const media = content.find(({type}) => type === mediaType) ?? {type: mediaType, examples: [], encoding: {}};
  const {schema} = media;
  const hasForm =
    body.type === 'text' && bodyKind(mediaType) === 'json' && schema !== undefined && schema !== true;
  const raw = !hasForm || mode === 'raw';

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Translate id="body.legend">Request body</Translate>
      </legend>
      <div className={styles.bodyHead}>
        {content.length > 1 ? (
          <select
            className={controls.control}
            aria-label={translate({id: 'body.mediaType', message: 'Media type'})}
            value={mediaType}
            onChange={event => onChange({...values, mediaType: event.target.value})}
          >
            {content.map(({type}) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        ) : (
          <span className={controls.note}>{mediaType}</span>
        )}
        {hasForm && (
          <span
            className={controls.segments}
            role="group"
            aria-label={translate({id: 'body.mode', message: 'Edit the body as'})}
          >
            <button type="button" aria-pressed={!raw} onClick={() => setMode('form')}>
              <Translate id="body.form">Form</Translate>
            </button>
            <button type="button" aria-pressed={raw} onClick={() => setMode('raw')}>
              <Translate id="body.raw">Raw</Translate>
            </button>
          </span>
        )}
      </div>
      {body.type === 'text' &&
        (raw ? (
          <RawBody
            key={mediaType}
            id={id}
            operation={operation}
            schema={schema ?? true}
            text={body.text}
            json={bodyKind(mediaType) === 'json'}
            faults={faults}
            onChange={text => setBody({type: 'text', text})}
          />
        ) : !isReadable(body.text) ? (
          <p className={styles.problem}>
            <Translate id="body.notJson">
              The raw text is not valid JSON yet, so it has no fields. It is kept as you typed it.
            </Translate>{' '}
            <button type="button" className={controls.linkButton} onClick={() => setMode('raw')}>
              <Translate id="body.openRaw">Fix it as raw text</Translate>
            </button>
          </p>
        ) : (
          <JsonFields
            operation={operation}
            schema={schema}
            text={body.text}
            base="body"
            name={translate({id: 'body.label', message: 'Body'})}
            bare
            faults={faults}
            onChange={text => setBody({type: 'text', text: text ?? ''})}
          />
        ))}
      <LoadFailure title={<Translate id="body.notLoaded">The fields did not load.</Translate>}>
        {body.type === 'fields' && (
          <PartFields
            operation={operation}
            media={media}
            fields={body.fields}
            faults={faults}
            onChange={fields => setBody({type: 'fields', fields})}
          />
        )}
        {body.type === 'file' && (
          <FileBody
            {...(body.file ? {file: body.file} : {})}
            mediaType={mediaType}
            faults={bodyFaults}
            onChange={file => setBody({type: 'file', file})}
          />
        )}
      </LoadFailure>
    </fieldset>
  );
}
