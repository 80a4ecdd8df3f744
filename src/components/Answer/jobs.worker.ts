import {jobs, type JobInputs} from './jobs';

/** Does the one job it is given beside the page, and tells what came of it. */
self.addEventListener('message', (event: MessageEvent) => {
  const {name, input}: {name: keyof JobInputs; input: never} = event.data;
  void work(name, input);
});

async function work(name: keyof JobInputs, input: never): Promise<void> {
  try {
    self.postMessage({outcome: await jobs[name](input)});
  } catch (error) {
    self.postMessage({problem: String(error)});
  }
}
