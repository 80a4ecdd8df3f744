import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';

export interface FormatToolProps {
  readonly format: string;
  /** The name of the value. */
  readonly label: string;
  readonly onMade: (text: string) => void;
}

/** Makes a value that is tedious to type: the current time, a new UUID, a file in Base64. */
export default function FormatTool({format, label, onMade}: FormatToolProps): ReactNode {
  const words = wordsOf(format);
  const name = translate({id: 'format.for', message: '{action}: {name}'}, {action: words, name: label});
  return format === 'byte' ? (
    <FileTool name={name} words={words} onMade={onMade} />
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

interface FileToolProps {
  readonly name: string;
  readonly words: string;
  readonly onMade: (text: string) => void;
}

function FileTool({name, words, onMade}: FileToolProps): ReactNode {
  const [failed, setFailed] = useState(false);
  // A large file takes a while: the callback must be the current one by then.
  const latest = useRef(onMade);
  useEffect(() => {
    latest.current = onMade;
  });
  return (
    <>
      <label className={controls.outlinedButton}>
        {words}
        <input
          type="file"
          className={spoken.spoken}
          aria-label={name}
          onChange={event => {
            const [file] = event.target.files ?? [];
            if (file) {
              setFailed(false);
              base64(file).then(
                text => latest.current(text),
                () => setFailed(true),
              );
            }
            // So that the same file can be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      {failed && (
        <span role="alert" className={controls.note}>
          <Translate id="format.notRead">
            The file could not be read. Choose it again, or choose another.
          </Translate>
        </span>
      )}
    </>
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

/** Rejects if the browser cannot read the file: if it was moved since, or is too large for memory. */
async function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The file was not read.'));
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.readAsDataURL(file);
  });
}
