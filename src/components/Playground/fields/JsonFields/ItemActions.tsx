import {translate} from '@docusaurus/Translate';
import {ArrowDown, ArrowUp, X} from 'lucide-react';
import type {ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import styles from './styles.module.css';

export interface ItemActionsProps {
  readonly field: FormField;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (index: number) => void;
}

/** Moves an item one place up or down, or removes it. Buttons stay enabled at the ends, so that focus is not lost. */
export default function ItemActions({field, index, count, onMove, onRemove}: ItemActionsProps): ReactNode {
  const {name} = field;
  return (
    <span className={styles.itemActions} data-item={field.at}>
      {count > 1 && (
        <>
          <button
            type="button"
            className={styles.itemAction}
            data-act="up"
            aria-disabled={index === 0 || undefined}
            aria-label={translate({id: 'array.up', message: 'Move {name} up'}, {name})}
            onClick={() => index > 0 && onMove(index, index - 1)}
          >
            <ArrowUp aria-hidden size={14} />
          </button>
          <button
            type="button"
            className={styles.itemAction}
            data-act="down"
            aria-disabled={index === count - 1 || undefined}
            aria-label={translate({id: 'array.down', message: 'Move {name} down'}, {name})}
            onClick={() => index < count - 1 && onMove(index, index + 1)}
          >
            <ArrowDown aria-hidden size={14} />
          </button>
        </>
      )}
      <button
        type="button"
        className={styles.itemAction}
        data-act="remove"
        aria-label={translate({id: 'array.remove', message: 'Remove {name}'}, {name})}
        onClick={() => onRemove(index)}
      >
        <X aria-hidden size={14} />
      </button>
    </span>
  );
}
