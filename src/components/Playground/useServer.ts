import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useMemo} from 'react';

import type {Operation} from '../../api/operation';
import {checkBaseUrl, sampleBaseUrl, serverChoices, type ServerChoice} from '../../client/servers';
import {useRemembered} from '../useRemembered';

export interface ServerSelection {
  readonly choices: readonly ServerChoice[];
  readonly choice: ServerChoice;
  readonly choose: (id: string) => void;
  /** What was typed as the custom server. */
  readonly customUrl: string;
  readonly setCustomUrl: (url: string) => void;
  /** Where Send goes. */
  readonly baseUrl: string;
  /** What the samples name: no terminal reaches the mock in this tab, so they stay with the document's own server. */
  readonly sampleBaseUrl: string;
  /** What is wrong with the custom URL. */
  readonly problem: string | undefined;
}

/** The server picked on this site, one choice for all pages of the tab. */
export function useServer(operation: Operation): ServerSelection {
  const {siteConfig} = useDocusaurusContext();
  const localMockUrl = siteConfig.customFields?.localMockUrl;
  const [id, choose] = useRemembered('cloudindex.server', 'tab');
  const [customUrl = '', setCustomUrl] = useRemembered('cloudindex.customServer', 'tab');

  return useMemo(() => {
    const choices = serverChoices(operation, {
      customUrl,
      ...(typeof localMockUrl === 'string' ? {localMockUrl} : {}),
    });
    const [first] = choices;
    const choice = choices.find(candidate => candidate.id === id) ?? first;
    return {
      choices,
      choice,
      choose,
      customUrl,
      setCustomUrl,
      baseUrl: choice.baseUrl,
      sampleBaseUrl: sampleBaseUrl(choice, operation),
      problem: choice.id === 'custom' ? checkBaseUrl(customUrl) : undefined,
    };
  }, [operation, localMockUrl, id, choose, customUrl, setCustomUrl]);
}
