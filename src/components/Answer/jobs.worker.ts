import {jobs, type JobInputs} from './jobs';

/** Does one job off the main thread and posts its result. */
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
