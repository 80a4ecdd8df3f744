import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation, Schema} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {bodyKind} from '../../../request/mediaTypes';
import {chosenBody, type BodyValues, type RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import {recall, useRemembered} from '../../useRemembered';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';
import TextBody, {preloadText} from './TextBody';

export interface BodyFormProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faults: readonly RequestProblem[];
}

const PartFields = fetched(() => import('./PartFields'));
const FileBody = fetched(() => import('./FileBody'));

/** Where the tab remembers whether the reader edits bodies as raw text. */
const MODE = 'playground.bodyMode';

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
      return preloadText({
        operation,
        schema,
        text: body.text,
        raw: !hasFields(mediaType, schema) || recall(MODE, 'tab') === 'raw',
      });
    }
    case undefined:
      return;
  }
}

/** Whether a body can be edited in fields: its schema says of what kind they are. */
function hasFields(mediaType: string | undefined, schema: Schema | undefined): boolean {
  return mediaType !== undefined && bodyKind(mediaType) === 'json' && schema !== undefined && schema !== true;
}

/** The request body: a form made from the schema, or the raw text. Both edit the same text. */
export default function BodyForm({operation, values, onChange, faults}: BodyFormProps): ReactNode {
  const [mode = 'form', setMode] = useRemembered(MODE, 'tab');
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
  const hasForm = body.type === 'text' && hasFields(mediaType, schema);
  const raw = !hasForm || mode === 'raw';

  return (
    <fieldset className={styles.body}>
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
      {body.type === 'text' && (
        <TextBody
          key={mediaType}
          operation={operation}
          schema={schema}
          text={body.text}
          json={bodyKind(mediaType) === 'json'}
          fields={hasForm}
          raw={raw}
          onRaw={() => setMode('raw')}
          faults={faults}
          onChange={text => setBody({type: 'text', text})}
        />
      )}
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
