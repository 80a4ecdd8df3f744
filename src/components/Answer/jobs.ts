import type {Operation, Schema} from '../../api/operation';
import {checkAnswer, type CheckInput, type Difference} from '../../client/answer/checkAnswer';
import {jsonOutline} from '../../client/answer/jsonOutline';
import {readJson, type JsonReading} from '../../client/answer/readJson';
import {typescriptType} from '../../client/answer/typescriptType';

/** What goes into each job: plain data. */
export interface JobInputs {
  readonly read: string;
  readonly check: CheckInput;
  readonly type: {
    readonly text: string;
    readonly operation: Pick<Operation, 'schemas'>;
    readonly schema: Schema | undefined;
  };
}

/** What comes of each job: plain data. */
export interface JobOutcomes {
  readonly read: JsonReading | undefined;
  readonly check: readonly Difference[];
  readonly type: string;
}

export type Jobs = {readonly [Name in keyof JobInputs]: (input: JobInputs[Name]) => JobOutcomes[Name]};

/** Work on an answer that takes long when the answer is large. */
export const jobs: Jobs = {
  read: readJson,
  check: checkAnswer,
  type({text, operation, schema}) {
    const outline = jsonOutline(text);
    return outline ? typescriptType(outline, operation, schema) : '';
  },
};
