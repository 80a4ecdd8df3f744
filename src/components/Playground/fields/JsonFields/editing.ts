import type {ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import type {JsonPath} from '../../../../request/json/jsonText';
import type * as offers from '../../../../request/form/offers';
import type {SecretSource} from '../../../../request/secrets/secretPlaces';

/** What the form offers to put in, fetched when it is first asked for. */
export type Offers = typeof offers;

/** What the fields of a JSON text do to it and to the page. */
export interface Editing {
  readonly operation: SecretSource;
  /** Replaces the value at a path by another JSON text, or takes it out. */
  readonly edit: (path: JsonPath, value: string | undefined) => void;
  /** The same with a JSON text that is made for the place, from what stands there by then. */
  readonly make: (path: JsonPath, textOf: (offers: Offers, text: string | undefined) => string) => void;
  /** Changes the whole text. */
  readonly rewrite: (change: (text: string) => string) => void;
  /** Holds a branch for a choice, where what is written fits several. */
  readonly choose: (key: string, branch: number) => void;
  /** Moves focus, once the edit is shown, to the first of these places that is there. */
  readonly focusOn: (...selectors: readonly string[]) => void;
  /** Tells a change that the eye sees at once. */
  readonly say: (text: string) => void;
  readonly faultsAt: (at: string) => readonly string[];
  /** Whether something is wrong with the value at an address, or within it. */
  readonly isFaulty: (at: string) => boolean;
}

/** What shows a field and edits it. */
export interface JsonFieldProps {
  readonly field: FormField;
  readonly editing: Editing;
  /** Whether the name of the value stands above it already. */
  readonly bare?: boolean | undefined;
  /** What can be done to the value as an item of a list. */
  readonly actions?: ReactNode;
}

/** The control of the field at an address, before the buttons that stand above it. */
export function controlAt(at: string): readonly string[] {
  const within = (elements: string): string => `[data-at="${CSS.escape(at)}"] :is(${elements})`;
  return [within('input, select, textarea, [data-control]'), within('button')];
}

/** A button that acts on the item at an address. */
export function itemButton(at: string, act: 'up' | 'down' | 'remove'): string {
  return `[data-item="${CSS.escape(at)}"] [data-act="${act}"]`;
}

/** The control that adds to the value at an address. */
export function addControl(at: string): string {
  return `[data-adds-to="${CSS.escape(at)}"]`;
}
