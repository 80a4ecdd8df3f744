import type {CodeExample} from '../../../request/examples/codeExamples';
import type {CodeTabsProps} from '../../CodeTabs';
import type {SampleIn} from '../../CodeTabs/useMoreSample';
import type {CopyChoice} from '../../CopyMenu';

/** The content of the code tabs while the form is open. */
export interface ShownSamples {
  /** Missing while the page's own samples show the same request. */
  readonly examples?: readonly CodeExample[];
  /** Makes the same sample in a language of the menu; present while `examples` are. */
  readonly sampleIn?: SampleIn;
  readonly copyChoices?: readonly CopyChoice[];
  /** Renders code that can be edited. */
  readonly renderCode: CodeTabsProps['renderCode'];
}

/** The samples, one of them replaced by what the reader typed, so that Copy copies what is visible. */
export function withTyped(
  samples: readonly CodeExample[],
  typed: {readonly label: string; readonly code: string} | undefined,
): readonly CodeExample[] {
  return typed
    ? samples.map(sample => (sample.label === typed.label ? {...sample, code: typed.code} : sample))
    : samples;
}
