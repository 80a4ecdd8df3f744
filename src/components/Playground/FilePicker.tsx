import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {FileReference} from '../../request/apiRequest';
import Field from './Field';
import {keepFile} from './pickedFiles';
import styles from './Playground.module.css';

export interface FilePickerProps {
  readonly file?: FileReference;
  readonly faults: readonly string[];
  readonly onChange: (file: FileReference) => void;
}

/** The file that is the whole body. */
export default function FilePicker({file, faults, onChange}: FilePickerProps): ReactNode {
  return (
    <Field
      label={translate({id: 'file.label', message: 'File'})}
      rule={file?.name}
      required
      at="body"
      faults={faults}
    >
      {control => (
        <input
          {...control}
          type="file"
          className={styles.control}
          onChange={event => {
            const picked = event.target.files?.[0];
            if (picked) {
              onChange(keepFile(picked));
            }
          }}
        />
      )}
    </Field>
  );
}
