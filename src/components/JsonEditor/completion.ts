import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  pickedCompletion,
  startCompletion,
  type Completion as Shown,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type {Extension} from '@codemirror/state';
import {keymap, type EditorView} from '@codemirror/view';
import {translate} from '@docusaurus/Translate';

import {completionsAt, type Completion, type Completions} from '../../request/form/completions';
import type {Described} from './described';

/** A name or a value whose end is still missing. */
const begun = /^"?[^"\\\n,:[\]{}]*$/;

/** In characters. Parsing a longer text at each key would make typing slow: completion then only opens on request. */
const LONG = 200_000;

/** In pixels. The description of an option is beside the list if it fits, else below. */
const INFO_WIDTH = 300;

/** Completes what the schema describes: while a name or a value is typed, and anywhere with Ctrl+Space. */
export function schemaCompletion(described: () => Described): Extension {
  function source(context: CompletionContext): CompletionResult | null {
    if (!context.explicit && context.state.doc.length > LONG) {
      return null;
    }
    const {operation, schema} = described();
    const completions = completionsAt(context.state.doc.toString(), context.pos, operation, schema);
    if (!completions || (!context.explicit && completions.from === context.pos)) {
      return null;
    }
    const {from, to, comma, options} = completions;
    // The text before the caret is matched; the text after it is replaced too.
    const rest = to - context.pos;
    return {
      from,
      options: options.map((option, index) => shown(option, index, {comma, rest})),
      validFor: begun,
    };
  }
  return [
    autocompletion({
      override: [source],
      icons: false,
      maxRenderedOptions: 60,
      interactionDelay: 0,
      positionInfo: (_view, list, _option, _info, space) => ({
        style: list.right + INFO_WIDTH < space.right ? 'top: -1px; left: 100%' : 'top: 100%; left: -1px',
      }),
    }),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap]),
  ];
}

interface Context {
  readonly comma: Completions['comma'];
  /** How much of the replaced text is after the caret. */
  readonly rest: number;
}

function shown(option: Completion, index: number, {comma, rest}: Context): Shown {
  const {description, detail, required, typed} = option;
  const words = [required && requiredWord(), detail].filter(Boolean).join(' · ');
  return {
    label: typed,
    displayLabel: shortened(option.label),
    // Options that match equally well keep the order of the schema.
    sortText: String(index).padStart(5, '0'),
    type: option.deprecated ? 'deprecated' : option.type,
    ...(words === '' ? {} : {detail: words}),
    ...(description === undefined ? {} : {info: () => paragraph(description)}),
    apply: (view, completion, from, to) => take(view, option, completion, {from, to: to + rest, comma}),
  };
}

function requiredWord(): string {
  return translate({id: 'jsonEditor.required', message: 'required'});
}

function shortened(label: string): string {
  return label.length > 60 ? `${label.slice(0, 59)}…` : label;
}

function paragraph(text: string): Node {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly comma: Completions['comma'];
}

function take(view: EditorView, option: Completion, completion: Shown, {from, to, comma}: Place): void {
  const start = from + (comma?.text.length ?? 0);
  const {selected, choosesNext} = option;
  const ends = [start + selected.from, start + selected.to] as const;
  // The caret before the selection means an empty prefix for the completion that opens next, so that it lists all
  // values.
  const [anchor, head] = choosesNext ? ends.toReversed() : ends;
  view.dispatch({
    changes: [...(comma ? [{from: comma.at, insert: comma.text}] : []), {from, to, insert: option.text}],
    selection: {anchor, head},
    userEvent: 'input.complete',
    annotations: pickedCompletion.of(completion),
    scrollIntoView: true,
  });
  if (choosesNext) {
    startCompletion(view);
  }
}
