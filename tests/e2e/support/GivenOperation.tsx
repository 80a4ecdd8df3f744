import Session from '@site/src/components/Playground/Session';
import type {ShownSamples} from '@site/src/components/Playground/code/shownSamples';
import type {Operation} from '@site/src/api/operation';
import {initialValues} from '@site/src/request/examples/initialValues';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useMemo, useState, type ReactNode} from 'react';

declare global {
  interface Window {
    /** Set by a browser test before the page loads. */
    givenOperation?: Operation;
  }
}

/** The playground on an operation that a browser test brings, since tests know the ports of their servers only when they run. */
export default function GivenOperation(): ReactNode {
  const operation = useIsBrowser() ? window.givenOperation : undefined;
  const prepared = useMemo(() => operation && {operation, initial: initialValues(operation)}, [operation]);
  const [samples, setSamples] = useState<ShownSamples>();
  const [answerPlace, setAnswerPlace] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(true);
  if (!prepared || !open) {
    return null;
  }
  return (
    <div style={{display: 'grid', gap: '1rem'}}>
      <Session
        prepared={prepared}
        written={false}
        storageKey="given"
        link={undefined}
        onLinkRead={() => undefined}
        takeFocus={false}
        onFocusTaken={() => undefined}
        answerPlace={answerPlace}
        onSamples={setSamples}
        onClose={() => setOpen(false)}
      />
      <div ref={setAnswerPlace} />
      <pre aria-label="Sample" tabIndex={0}>
        {samples?.examples?.[0]?.code}
      </pre>
    </div>
  );
}
