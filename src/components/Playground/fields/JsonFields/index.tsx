import Translate from '@docusaurus/Translate';
import {useLayoutEffect, useMemo, useRef, useState, type ReactNode} from 'react';

import type {Schema} from '../../../../api/operation';
import type {RequestProblem} from '../../../../request/apiRequest';
import {faultsByField, isWithin} from '../../../../request/form/fieldFaults';
import {formField} from '../../../../request/form/formFields';
import {jsonAt, withJsonAt} from '../../../../request/json/jsonEdits';
import type {JsonPath} from '../../../../request/json/jsonText';
import type {SecretSource} from '../../../../request/secrets/secretPlaces';
import {useFocusOn} from '../useFocusOn';
import type {Editing, Offers} from './editing';
import JsonField, {preloadField} from './JsonField';
import styles from './styles.module.css';

export interface JsonFieldsProps {
  readonly operation: SecretSource;
  readonly schema: Schema;
  /** The JSON text that the fields edit; undefined if it is left out. */
  readonly text: string | undefined;
  /** The address of the value, such as `body`. */
  readonly base: string;
  readonly name: string;
  readonly required?: boolean;
  /** Whether the name is already shown above the fields. */
  readonly bare?: boolean;
  readonly faults: readonly RequestProblem[];
  readonly onChange: (text: string | undefined) => void;
}

const loadOffers = async (): Promise<Offers> => import('../../../../request/form/offers');

/** Loads the components for the fields of a value, so that all appear together and nothing moves. */
export async function preloadFields({
  operation,
  schema,
  text,
}: Pick<JsonFieldsProps, 'operation' | 'schema' | 'text'>): Promise<void> {
  await preloadField(
    formField(operation, schema, text, {base: '', name: '', required: true, chosen: new Map()}),
  );
}

/** The first press should not have to wait for the network. */
function fetchAhead(): void {
  loadOffers().catch(() => undefined);
}

/** The fields of a value: each edit changes only its own place in the JSON text. */
export default function JsonFields({
  operation,
  schema,
  text,
  base,
  name,
  required = true,
  bare = false,
  faults,
  onChange,
}: JsonFieldsProps): ReactNode {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState(false);
  const [box, focusOn] = useFocusOn<HTMLDivElement>(text);
  const field = useMemo(
    () => formField(operation, schema, text, {base, name, required, chosen}),
    [operation, schema, text, base, name, required, chosen],
  );
  const placed = useMemo(() => faultsByField(field, faults), [field, faults]);
  // A function that was loaded on a press needs the text as it is by then; it must do nothing once the fields are gone.
  const latest = useRef<Pick<JsonFieldsProps, 'text' | 'onChange'>>(undefined);
  useLayoutEffect(() => {
    latest.current = {text, onChange};
    return () => {
      latest.current = undefined;
    };
  });

  function put(path: JsonPath, value: string | undefined): void {
    const now = latest.current;
    now?.onChange(path.length === 0 ? value : withJsonAt(now.text ?? '', path, value));
  }

  const editing: Editing = {
    operation,
    edit: put,
    make(path, textOf) {
      loadOffers().then(
        offers => {
          setFailed(false);
          put(path, textOf(offers, jsonAt(latest.current?.text ?? '', path)));
        },
        () => {
          setFailed(true);
          focusOn();
        },
      );
    },
    rewrite: change => onChange(change(text ?? '')),
    choose: (key, branch) => setChosen(new Map(chosen).set(key, branch)),
    focusOn,
    say: setTold,
    faultsAt: at => placed.get(at) ?? [],
    isFaulty: at => faults.some(fault => isWithin(fault.at, at)),
  };
  return (
    <div ref={box} className={styles.fields} onFocus={fetchAhead}>
      <p role="status" className={styles.spoken}>
        {told}
      </p>
      {failed && (
        <p role="alert" className={styles.failed}>
          <Translate id="fields.notLoaded">
            Part of the form did not load. Check your connection, then try again.
          </Translate>
        </p>
      )}
      <JsonField field={field} editing={editing} bare={bare} />
    </div>
  );
}
