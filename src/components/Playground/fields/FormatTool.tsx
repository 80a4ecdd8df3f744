import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';

export interface FormatToolProps {
  readonly format: string;
  /** The name of the value. */
  readonly label: string;
  readonly onMade: (text: string) => void;
}

/** Makes a text that is tedious to type: the time it is, a new UUID, a file in Base64. */
export default function FormatTool({format, label, onMade}: FormatToolProps): ReactNode {
  const words = wordsOf(format);
  const name = translate({id: 'format.for', message: '{action}: {name}'}, {action: words, name: label});
  return format === 'byte' ? (
    <label className={controls.outlinedButton}>
      {words}
      <input
        type="file"
        className={spoken.spoken}
        aria-label={name}
        onChange={event => {
          const [file] = event.target.files ?? [];
          if (file) {
            void base64(file).then(onMade);
          }
        }}
      />
    </label>
  ) : (
    <button
      type="button"
      className={controls.outlinedButton}
      aria-label={name}
      onClick={() => onMade(made(format, new Date().toISOString()))}
    >
      {words}
    </button>
  );
}

function wordsOf(format: string): string {
  switch (format) {
    case 'date-time':
    case 'time':
      return translate({id: 'format.now', message: 'Now'});
    case 'date':
      return translate({id: 'format.today', message: 'Today'});
    case 'uuid':
      return translate({id: 'format.new', message: 'New'});
    default:
      return translate({id: 'format.fromFile', message: 'From a file'});
  }
}

/** `now` is in the form `2024-01-11T10:00:00.000Z`. */
function made(format: string, now: string): string {
  switch (format) {
    case 'date-time':
      return `${now.slice(0, 19)}Z`;
    case 'date':
      return now.slice(0, 10);
    case 'time':
      return `${now.slice(11, 19)}Z`;
    default:
      return crypto.randomUUID();
  }
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}
