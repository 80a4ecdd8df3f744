import Translate, {translate} from '@docusaurus/Translate';
import {useState, type DragEvent, type ReactNode} from 'react';

import type {FileReference} from '../../../request/apiRequest';
import {isNamedInCode} from '../../../snippets/parse/body';
import {formatSize} from '../../Answer/figures';
import type {ControlProps} from './Field';
import styles from './FileDrop.module.css';
import {keepFile, pickedFiles} from './pickedFiles';

export interface FileDropProps {
  readonly control: Pick<ControlProps, 'id' | 'aria-describedby' | 'aria-invalid'>;
  readonly multiple: boolean;
  readonly onFiles: (files: readonly FileReference[]) => void;
}

/** A field for files from the disk: chosen with its button, or dropped onto it. */
export default function FileDrop({control, multiple, onFiles}: FileDropProps): ReactNode {
  const [over, setOver] = useState(false);

  function take(list: FileList | null): void {
    const files = Array.from(list ?? []).slice(0, multiple ? undefined : 1);
    if (files.length > 0) {
      onFiles(files.map(keepFile));
    }
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  return (
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        {...control}
        type="file"
        multiple={multiple}
        className={styles.input}
        onChange={event => {
          take(event.target.files);
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
      <span aria-hidden>
        {multiple ? (
          <Translate id="file.chooseSeveral">Choose files, or drop them here</Translate>
        ) : (
          <Translate id="file.choose">Choose a file, or drop it here</Translate>
        )}
      </span>
    </div>
  );
}

/** The name and the size of a chosen file; the bytes are gone after a reload. */
export function FileName({file}: {readonly file: FileReference}): ReactNode {
  const bytes = pickedFiles.get(file.id);
  return (
    <span className={styles.file}>
      <span className={styles.name}>{file.name}</span>{' '}
      <span className={styles.size}>
        {bytes
          ? [formatSize(bytes.size), bytes.type].filter(part => part !== '').join(', ')
          : isNamedInCode(file)
            ? translate({id: 'file.named', message: 'not chosen yet'})
            : translate({id: 'file.gone', message: 'no longer available: choose it again'})}
      </span>
    </span>
  );
}
