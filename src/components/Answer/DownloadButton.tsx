import Translate, {translate} from '@docusaurus/Translate';
import {Download} from 'lucide-react';
import type {ReactNode} from 'react';

import {headerValue} from '../../api/http/headerValue';
import {fileNameOf} from '../../client/answer/fileName';
import type {ResponseResult} from '../../client/result';
import controls from '../controls.module.css';

/** Saves the body byte for byte, under the name that the response gives it. */
export default function DownloadButton({result}: {readonly result: ResponseResult}): ReactNode {
  const name = fileNameOf(result);
  function download(): void {
    const type = headerValue(result.headers, 'content-type') ?? 'application/octet-stream';
    const url = URL.createObjectURL(new Blob([result.body.bytes], {type}));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The browser holds the bytes well before that, and saving them no longer needs the URL.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  return (
    <button
      type="button"
      className={controls.quietButton}
      onClick={download}
      aria-label={translate({id: 'answer.downloadAs', message: 'Download as {name}'}, {name})}
    >
      <Download aria-hidden size={15} />
      <span aria-hidden>
        <Translate id="answer.download">Download</Translate>
      </span>
    </button>
  );
}
