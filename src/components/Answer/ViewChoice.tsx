import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {AnswerKind} from '../../client/answer/bodyKind';
import controls from '../controls.module.css';
import type {View} from './useView';

export interface ViewChoiceProps {
  readonly views: readonly View[];
  readonly kind: AnswerKind;
  readonly shown: View | undefined;
  readonly onChoose: (view: View) => void;
}

/** The choice of views for the body, if there are several. */
export default function ViewChoice({views, kind, shown, onChoose}: ViewChoiceProps): ReactNode {
  if (views.length < 2) {
    return <span />;
  }
  return (
    <span
      role="group"
      className={controls.segments}
      aria-label={translate({id: 'answer.views', message: 'Show the body as'})}
    >
      {views.map(view => (
        <button key={view} type="button" aria-pressed={view === shown} onClick={() => onChoose(view)}>
          {viewName(view, kind)}
        </button>
      ))}
    </span>
  );
}

function viewName(view: View, kind: AnswerKind): string {
  switch (view) {
    case 'rendered':
      return kind === 'events'
        ? translate({id: 'answer.view.events', message: 'Events'})
        : kind === 'csv'
          ? translate({id: 'answer.view.table', message: 'Table'})
          : translate({id: 'answer.view.preview', message: 'Preview'});
    case 'pretty':
      return translate({id: 'answer.view.pretty', message: 'Pretty'});
    case 'tree':
      return translate({id: 'answer.view.tree', message: 'Tree'});
    case 'raw':
      return translate({id: 'answer.view.raw', message: 'Raw'});
    case 'type':
      return translate({id: 'answer.view.type', message: 'Type'});
    case 'changes':
      return translate({id: 'answer.view.changes', message: 'Changes'});
  }
}
