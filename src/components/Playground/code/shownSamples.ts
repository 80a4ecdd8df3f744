import type {CodeExample} from '../../../request/examples/codeExamples';
import type {CodeTabsProps} from '../../CodeTabs';
import type {SampleIn} from '../../CodeTabs/useMoreSample';
import type {CopyChoice} from '../../CopyMenu';

/** What stands in the code tabs while the form is open. */
export interface ShownSamples {
  /** Missing while the page's own samples still say the same. */
  readonly examples?: readonly CodeExample[];
  /** Makes the same sample in a language behind the tabs; there while `examples` are. */
  readonly sampleIn?: SampleIn;
  readonly copyChoices?: readonly CopyChoice[];
  /** Code that can be typed in. */
  readonly renderCode: CodeTabsProps['renderCode'];
}

/** The samples with what the reader typed in one of them, so that Copy takes what is seen. */
export function withTyped(
  samples: readonly CodeExample[],
  typed: {readonly label: string; readonly code: string} | undefined,
): readonly CodeExample[] {
  return typed
    ? samples.map(sample => (sample.label === typed.label ? {...sample, code: typed.code} : sample))
    : samples;
}
