import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {exchangeAsMarkdown} from '../../client/exchangeAsMarkdown';
import type {ResponseResult} from '../../client/result';
import type {Operation} from '../../api/operation';
import type {ApiRequest} from '../../request/apiRequest';
import type {RequestValues} from '../../request/values';
import {withoutSecrets} from '../../request/secrets/withoutSecrets';
import {curl} from '../../snippets/curl';
import {sampleOrReason} from '../../snippets/sampleOf';
import CopyButton from '../CopyButton';

export interface MarkdownCopyProps {
  readonly operation: Operation;
  /** The values from which the request was built. */
  readonly values: RequestValues;
  readonly request: ApiRequest;
  readonly result: ResponseResult;
}

/** Copies the request and its response for an issue or a chat, without secrets. */
export default function MarkdownCopy({operation, values, request, result}: MarkdownCopyProps): ReactNode {
  return (
    <CopyButton
      text={() =>
        exchangeAsMarkdown({
          request,
          curl: sampleOrReason(request, curl),
          result,
          secrets: withoutSecrets(values, operation).secrets,
        })
      }
      what={translate({id: 'markdownCopy.what', message: 'request and response as Markdown'})}
      label={translate({id: 'markdownCopy.label', message: 'Markdown'})}
    />
  );
}
