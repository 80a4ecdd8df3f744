import Translate, {translate} from '@docusaurus/Translate';
import {moreLanguages} from '@generated/openapi/default/moreLanguages.js';
import {Ellipsis} from 'lucide-react';
import {useId, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {flushSync} from 'react-dom';

import type {CodeExample} from '../../request/examples/codeExamples';
import Code from '../Code';
import CopyButton from '../CopyButton';
import CopyMenu, {type CopyChoice} from '../CopyMenu';
import Menu from '../Menu';
import {useRemembered} from '../useRemembered';
import MoreSampleState from './MoreSampleState';
import PartSwitch from './PartSwitch';
import {shownCode} from './shownCode';
import styles from './styles.module.css';
import {useCall, type CallOf} from './useCall';
import {useMoreSample, type SampleIn} from './useMoreSample';

export interface CodeTabsProps {
  readonly examples: readonly CodeExample[];
  /** Samples of the menu that stay as they are, whatever is in the form. Their panels are in the HTML too. */
  readonly authored?: readonly CodeExample[] | undefined;
  /** Makes the same sample in the languages of the menu, which is only offered with it. */
  readonly sampleIn?: SampleIn | undefined;
  /** Makes the request of a sample without the program around it, if samples can be shown like that. */
  readonly callOf?: CallOf | undefined;
  /** More ways to copy than the whole sample; an empty list reserves the space of their menu until they are known. */
  readonly copyChoices?: readonly CopyChoice[] | undefined;
  /** Renders a panel instead of the code; if it returns nothing, the code is shown. */
  readonly renderCode?: ((example: CodeExample) => ReactNode) | undefined;
}

const nothing: readonly CodeExample[] = [];

/**
 * One sample per tab, by the ARIA tabs pattern. Every panel is in the HTML; the selected one is as high as its code,
 * within limits. The selected label is remembered on this site, in all open tabs of the browser. A language of the menu
 * becomes the last tab when it is selected.
 */
export default function CodeTabs({
  examples: inPage,
  authored = nothing,
  sampleIn,
  callOf,
  copyChoices,
  renderCode,
}: CodeTabsProps): ReactNode {
  const id = useId();
  const [remembered, setRemembered] = useRemembered('playground.sample-language', 'browser');
  const more = useMoreSample(remembered, sampleIn, authored);
  const examples = more ? [...inPage, more] : inPage;
  const isAuthored = (label: string | undefined): boolean => authored.some(one => one.label === label);
  const panels = isAuthored(more?.label) ? [...inPage, ...authored] : [...examples, ...authored];
  const panelId = (label: string): string => `${id}-panel-${panels.findIndex(one => one.label === label)}`;
  const list = useRef<HTMLDivElement>(null);
  const tabs = useRef<(HTMLButtonElement | null)[]>([]);
  const selected = Math.max(
    0,
    examples.findIndex(example => example.label === remembered),
  );

  function select(index: number, label = examples[index]?.label): void {
    const before = list.current?.getBoundingClientRect().top;
    flushSync(() => setRemembered(label));
    const after = list.current?.getBoundingClientRect().top;
    // Samples further up change to that language too, and change their height: this keeps the page where it was.
    window.scrollBy({top: (after ?? 0) - (before ?? 0), behavior: 'instant'});
    const tab = tabs.current[index];
    tab?.focus({preventScroll: true});
    tab?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = tabAfterKey(event.key, selected, examples.length, isRightToLeft(event.currentTarget));
    if (target !== undefined) {
      event.preventDefault();
      select(target);
    }
  }

  /** What a panel is called: by its tab, where it has one. */
  function labelOf(label: string): {'aria-labelledby': string} | {'aria-label': string} {
    const tab = examples.findIndex(example => example.label === label);
    return tab === -1 ? {'aria-label': label} : {'aria-labelledby': `${id}-tab-${tab}`};
  }

  const current = examples[selected];
  const isOwn = isAuthored(current?.label);
  // A cURL command is the request alone already.
  const hasParts = callOf !== undefined && current !== undefined && current.language !== 'bash' && !isOwn;
  // How often the request alone was selected since the program was; 0 shows the program.
  const [attempt, setAttempt] = useState(0);
  const call = useCall(current?.label ?? '', hasParts ? callOf : undefined, attempt);
  const currentCode = call.code ?? current?.code ?? '';
  const shown = shownCode(panels.map(panel => (panel.label === current?.label ? currentCode : panel.code)));
  const behind = [...(sampleIn ? moreLanguages : []), ...authored];
  return (
    <div className={styles.tabs}>
      <div className={styles.head}>
        <div
          ref={list}
          role="tablist"
          aria-label={translate({id: 'codeTabs.label', message: 'Language of the sample'})}
          className={styles.list}
          data-needs-script
          onKeyDown={onKeyDown}
        >
          {examples.map((example, index) => (
            <button
              key={index}
              ref={element => {
                tabs.current[index] = element;
              }}
              type="button"
              role="tab"
              id={`${id}-tab-${index}`}
              aria-selected={index === selected}
              aria-controls={panelId(example.label)}
              tabIndex={index === selected ? 0 : -1}
              className={styles.tab}
              onClick={() => select(index)}
            >
              {example.label}
            </button>
          ))}
        </div>
        {behind.length > 0 && (
          <div className={styles.more} data-needs-script>
            <Menu
              label={translate({id: 'codeTabs.more', message: 'More languages'})}
              items={behind.map(({label}) => ({id: label, label}))}
              onChoose={({label}) => select(inPage.length, label)}
            >
              <Ellipsis aria-hidden size={16} />
            </Menu>
          </div>
        )}
        <div className={styles.actions} data-needs-script>
          {current && (
            <CopyButton
              text={currentCode}
              what={translate({id: 'codeTabs.sample', message: '{label} sample'}, {label: current.label})}
            />
          )}
          {current && copyChoices && !isOwn && (
            <div className={styles.copyMenu}>
              {copyChoices.length > 0 && <CopyMenu choices={copyChoices} tab={current.label} />}
            </div>
          )}
        </div>
      </div>
      <div className={styles.panels} data-panels>
        {panels.map((example, index) => (
          <div
            key={index}
            role="tabpanel"
            id={panelId(example.label)}
            {...labelOf(example.label)}
            data-label={example.label}
            data-language={example.language}
            data-selected={example.label === current?.label}
            className={styles.panel}
          >
            {example === more && more.state !== 'made' ? (
              <MoreSampleState {...more} />
            ) : (
              ((isAuthored(example.label) ? undefined : renderCode?.(example)) ?? (
                // A region that scrolls must be reachable by keyboard.
                <pre tabIndex={example.label === current?.label ? 0 : -1} className={styles.code} dir="ltr">
                  <Code
                    code={shown[index]?.code ?? ''}
                    language={example.language}
                    isPlain={shown[index]?.isColoured === false}
                  />
                </pre>
              ))
            )}
            {shown[index]?.isWhole === false && (
              <p className={styles.shortened}>
                <Translate id="codeTabs.shortened">
                  The sample is too long to show in full. Copy copies all of it.
                </Translate>
              </p>
            )}
            {renderCode && isAuthored(example.label) && (
              <p className={styles.shortened}>
                <Translate id="codeTabs.authored">
                  The authors of the API wrote this sample: it stays as it is, whatever you enter in the form.
                </Translate>
              </p>
            )}
          </div>
        ))}
      </div>
      {hasParts && (
        <PartSwitch
          isCallAlone={attempt > 0 && !call.hasFailed}
          hasFailed={call.hasFailed}
          onSwitch={isCallAlone => setAttempt(isCallAlone ? attempt + 1 : 0)}
        />
      )}
    </div>
  );
}

/** The tab that a key leads to (ARIA Authoring Practices, tabs pattern), or undefined for keys that do nothing. */
function tabAfterKey(key: string, selected: number, count: number, rightToLeft: boolean): number | undefined {
  const step = rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (selected + step + count) % count;
    case 'ArrowLeft':
      return (selected - step + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
