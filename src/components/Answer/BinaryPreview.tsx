import Translate, {translate} from '@docusaurus/Translate';
import {useCallback, useState, type ReactNode, type RefCallback} from 'react';

import {headerValue} from '../../api/http/headerValue';
import type {AnswerKind} from '../../client/answer/bodyKind';
import {fileNameOf} from '../../client/answer/fileName';
import type {ResponseResult} from '../../client/result';
import {mediaTypeEssence} from '../../api/http/mediaType';
import styles from './Answer.module.css';
import {formatSize} from './figures';

export interface BinaryPreviewProps {
  readonly result: ResponseResult;
  readonly kind: AnswerKind;
}

/** An image, a sound or a PDF. An `img` runs no script of an SVG, and invalid bytes show as nothing. */
export default function BinaryPreview({result, kind}: BinaryPreviewProps): ReactNode {
  const mediaType = mediaTypeEssence(headerValue(result.headers, 'content-type') ?? '');
  const name = fileNameOf(result);
  const [broken, setBroken] = useState<ResponseResult>();
  const media = useBytesIn(result.body.bytes, mediaType, showMedia);
  const frame = useBytesIn(result.body.bytes, 'application/pdf', showMedia);
  if (kind === 'image' && broken !== result) {
    return (
      <div className={styles.preview}>
        <img ref={media} alt={name} onError={() => setBroken(result)} />
      </div>
    );
  }
  if (kind === 'audio') {
    return (
      <div className={styles.preview}>
        <audio ref={media} controls aria-label={name} />
      </div>
    );
  }
  if (kind === 'pdf' && navigator.pdfViewerEnabled) {
    return <iframe ref={frame} className={styles.pdf} title={name} />;
  }
  return (
    <p className={styles.empty}>
      {translate(
        {
          id: 'answer.binary',
          message: 'The body is binary and is not shown: {mediaType}, {size}. Download saves it as {name}.',
        },
        {
          mediaType: mediaType || translate({id: 'answer.noMediaType', message: 'no media type'}),
          size: formatSize(result.size),
          name,
        },
      )}{' '}
      {broken === result && (
        <Translate id="answer.brokenImage">Your browser cannot display it as an image.</Translate>
      )}
    </p>
  );
}

/** Gives an element a URL of the bytes to show, for as long as it is mounted. */
function useBytesIn<Shown extends HTMLElement>(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  show: (element: Shown, url: string) => void,
): RefCallback<Shown> {
  return useCallback(
    (element: Shown | null) => {
      const url = URL.createObjectURL(new Blob([bytes], {type}));
      if (element) {
        show(element, url);
      }
      return () => URL.revokeObjectURL(url);
    },
    [bytes, type, show],
  );
}

function showMedia(element: HTMLImageElement | HTMLAudioElement | HTMLIFrameElement, url: string): void {
  element.src = url;
}
