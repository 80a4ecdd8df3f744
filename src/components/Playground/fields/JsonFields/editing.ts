import type {ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import type {JsonPath} from '../../../../request/json/jsonText';
import type * as offers from '../../../../request/form/offers';
import type {SecretSource} from '../../../../request/secrets/secretPlaces';

/** The functions that make values to insert, loaded when first needed. */
export type Offers = typeof offers;

/** How the fields change the JSON text and the page. */
export interface Editing {
  readonly operation: SecretSource;
  /** Replaces the value at a path with another JSON text, or removes it. */
  readonly edit: (path: JsonPath, value: string | undefined) => void;
  /** The same with a JSON text that is made from what is at the place by then. */
  readonly make: (path: JsonPath, textOf: (offers: Offers, text: string | undefined) => string) => void;
  /** Changes the whole text. */
  readonly rewrite: (change: (text: string) => string) => void;
  /** Keeps a branch for a choice if the value fits several. */
  readonly choose: (key: string, branch: number) => void;
  /** Moves focus, once the edit is shown, to the first of these elements that exists. */
  readonly focusOn: (...selectors: readonly string[]) => void;
  /** Announces a change to screen readers that others see immediately. */
  readonly say: (text: string) => void;
  readonly faultsAt: (at: string) => readonly string[];
  /** Whether the value at an address, or one within it, has a fault. */
  readonly isFaulty: (at: string) => boolean;
}

/** What a component needs to show a field and edit it. */
export interface JsonFieldProps {
  readonly field: FormField;
  readonly editing: Editing;
  /** Whether the name of the value is already shown above it. */
  readonly bare?: boolean | undefined;
  /** The actions of the value as an item of a list. */
  readonly actions?: ReactNode;
}

/** Selectors for the control of the field at an address, in preference to the buttons above it. */
export function controlAt(at: string): readonly string[] {
  const within = (elements: string): string => `[data-at="${CSS.escape(at)}"] :is(${elements})`;
  return [within('input, select, textarea, [data-control]'), within('button')];
}

/** The selector of a button that acts on the item at an address. */
export function itemButton(at: string, act: 'up' | 'down' | 'remove'): string {
  return `[data-item="${CSS.escape(at)}"] [data-act="${act}"]`;
}

/** The selector of the control that adds to the value at an address. */
export function addControl(at: string): string {
  return `[data-adds-to="${CSS.escape(at)}"]`;
}
