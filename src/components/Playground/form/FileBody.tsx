import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {FileReference} from '../../../request/apiRequest';
import Field from '../fields/Field';
import FileDrop, {FileName} from '../fields/FileDrop';

export interface FileBodyProps {
  readonly file?: FileReference;
  readonly mediaType: string;
  readonly faults: readonly string[];
  readonly onChange: (file: FileReference) => void;
}

/** A file that is the entire body. */
export default function FileBody({file, mediaType, faults, onChange}: FileBodyProps): ReactNode {
  return (
    <Field
      label={translate({id: 'file.label', message: 'File'})}
      rule={mediaType}
      required
      at="body"
      faults={faults}
    >
      {({'aria-required': _stated, ...control}) => (
        <>
          {file && <FileName file={file} />}
          <FileDrop
            control={control}
            multiple={false}
            onFiles={([picked]) => {
              if (picked) {
                onChange(picked);
              }
            }}
          />
        </>
      )}
    </Field>
  );
}
