import {jobs, type JobInputs} from './jobs';

/** Does the one job it is given beside the page, and tells what came of it. */
self.addEventListener('message', (event: MessageEvent) => {
  const {name, input}: {name: keyof JobInputs; input: never} = event.data;
  self.postMessage(jobs[name](input));
});
