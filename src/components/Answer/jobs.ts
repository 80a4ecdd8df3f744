import type {Operation, Schema} from '../../api/operation';
import {checkAnswer, type CheckInput, type CheckOutcome} from '../../client/answer/checkAnswer';
import type {ComparedText, Comparison} from '../../client/answer/compareAnswers';
import {jsonOutline} from '../../client/answer/jsonOutline';
import type {DifferenceHunk} from '../../client/answer/difference';
import {linkTargets, type LinkTarget} from '../../client/answer/linkTargets';
import {readJson, type JsonReading} from '../../client/answer/readJson';
import type {LinkedExchange} from '../../client/answer/runtimeExpression';
import {typescriptType} from '../../client/answer/typescriptType';
import {formatJson} from '../../client/formatJson';

/** The input of each job: plain data. */
export interface JobInputs {
  readonly read: string;
  readonly xml: string;
  readonly check: CheckInput;
  readonly links: {readonly operation: Pick<Operation, 'responses'>; readonly exchange: LinkedExchange};
  readonly type: {
    readonly text: string;
    readonly operation: Pick<Operation, 'schemas'>;
    readonly schema: Schema | undefined;
  };
  readonly changes: Pick<Comparison, 'before' | 'after'>;
}

/** The result of each job: plain data. */
export interface JobOutcomes {
  readonly read: JsonReading | undefined;
  /** The text with each element on a line of its own. */
  readonly xml: string;
  readonly check: CheckOutcome;
  readonly links: readonly LinkTarget[];
  readonly type: string;
  /** Where the texts differ; `isEqual` means that not even white space does. */
  readonly changes: {readonly hunks: readonly DifferenceHunk[]; readonly isEqual: boolean} | undefined;
}

export type Jobs = {
  readonly [Name in keyof JobInputs]: (
    input: JobInputs[Name],
  ) => JobOutcomes[Name] | Promise<JobOutcomes[Name]>;
};

/** Work on a response that takes long if the response is large. */
export const jobs: Jobs = {
  read: readJson,
  xml: async text => (await import('../../api/body/indentedXml')).formatXml(text),
  check: checkAnswer,
  links: ({operation, exchange}) => linkTargets(operation, exchange),
  type({text, operation, schema}) {
    const outline = jsonOutline(text);
    return outline ? typescriptType(outline, operation, schema) : '';
  },
  async changes({before, after}) {
    const {differenceOf} = await import('../../client/answer/difference');
    const hunks = await differenceOf(laidOut(before), laidOut(after));
    return hunks && {hunks, isEqual: before.head === after.head && before.body === after.body};
  },
};

function laidOut({head, body, isJson}: ComparedText): string {
  const text = (isJson ? formatJson(body) : undefined) ?? body;
  return text === '' ? head : `${head}\n\n${text}`;
}
