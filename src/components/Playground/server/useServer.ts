import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useMemo} from 'react';

import {fromMembers, members} from '../../../api/json';
import type {Operation} from '../../../api/operation';
import type {VariableValues} from '../../../api/serverUrl';
import {sampleBaseUrl, serverChoices, serverProblem, type ServerChoice} from '../../../client/servers';
import {useRemembered} from '../../useRemembered';

export interface ServerSelection {
  readonly choices: readonly ServerChoice[];
  readonly choice: ServerChoice;
  readonly choose: (id: string) => void;
  /** The URL typed for the custom server. */
  readonly customUrl: string;
  readonly setCustomUrl: (url: string) => void;
  /** Remembers the choice and returns a function that restores it. */
  readonly snapshot: () => () => void;
  /** Sets a variable of the chosen server; those of other servers are unchanged. */
  readonly setVariable: (name: string, value: string) => void;
  /** The base URL that Send uses. */
  readonly baseUrl: string;
  /**
   * The base URL in samples: no terminal can reach the mock in this tab, so they name the document's own server
   * instead.
   */
  readonly sampleBaseUrl: string;
  /** What is wrong with the URL of the server. */
  readonly problem: string | undefined;
}

/** The chosen server, shared by all pages of the tab. */
export function useServer(operation: Operation): ServerSelection {
  const {siteConfig} = useDocusaurusContext();
  const localMockUrl = siteConfig.customFields?.localMockUrl;
  const [id, choose] = useRemembered('playground.server', 'tab');
  const [customUrl = '', setCustomUrl] = useRemembered('playground.customServer', 'tab');

  const [kept, keep] = useRemembered('playground.serverVariables', 'tab');

  return useMemo(() => {
    const variables = readVariables(kept);
    const choices = serverChoices(operation, {
      customUrl,
      variables,
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
      snapshot: () => () => {
        setCustomUrl(customUrl);
        choose(id);
      },
      setVariable: (name, value) =>
        keep(JSON.stringify({...variables, [choice.id]: {...variables[choice.id], [name]: value}})),
      baseUrl: choice.baseUrl,
      sampleBaseUrl: sampleBaseUrl(choice, operation),
      problem: serverProblem(choice),
    };
  }, [operation, localMockUrl, id, choose, customUrl, setCustomUrl, kept, keep]);
}

/** The server variables that the tab remembers; values other than text are ignored. */
function readVariables(kept: string | undefined): {readonly [url: string]: VariableValues} {
  return fromMembers(members(parse(kept)).map(([url, values]) => [url, fromMembers(texts(values))]));
}

function texts(values: unknown): [name: string, value: string][] {
  return members(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
