import {spawn, type ChildProcess} from 'node:child_process';

/** A Node program that runs until it is told to stop. */
export interface Service {
  /** The name of the service in "The local mock ended". */
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Together {
  /** Ends all services; `ended` then resolves with this exit code, unless another came first. */
  readonly stop: (exitCode: number) => void;
  /** Ends one service and starts it again. */
  readonly restart: (service: Service) => void;
  /** Resolves with an exit code once all services have ended. */
  readonly ended: Promise<number>;
}

/** The exit code of a service with invalid input, such as the mock with a broken document: it waits to be restarted. */
export const INPUT_IS_BROKEN = 2;
const STOP_MS = 5000;

/**
 * Runs services side by side. If one ends by itself, that is reported, the others are ended too, and its exit code is
 * the result.
 */
export function runTogether(
  services: readonly Service[],
  say: (message: string) => void = console.error,
): Together {
  const running = new Map<Service, ChildProcess>();
  const restarting = new Set<ChildProcess>();
  let exitCode: number | undefined;
  let resolveEnded: (code: number) => void;
  const ended = new Promise<number>(resolve => (resolveEnded = resolve));

  function launch(service: Service): void {
    const child = spawn(process.execPath, service.args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {...process.env, ...service.env},
    });
    running.set(service, child);
    child.once('exit', (code, signal) => {
      running.delete(service);
      if (exitCode !== undefined) {
        finish();
      } else if (restarting.delete(child)) {
        launch(service);
      } else if (code === INPUT_IS_BROKEN) {
        say(`The ${service.name} waits until you have fixed it.`);
      } else {
        say(
          `The ${service.name} ended ${signal ? `by ${signal}` : `with exit code ${code}`}, so everything stops.`,
        );
        stop(code ?? 1);
      }
    });
  }

  function stop(code: number): void {
    exitCode ??= code;
    running.forEach(end);
    finish();
  }

  function finish(): void {
    if (running.size === 0 && exitCode !== undefined) {
      resolveEnded(exitCode);
    }
  }

  function restart(service: Service): void {
    const child = running.get(service);
    if (child) {
      restarting.add(child);
      end(child);
    } else if (exitCode === undefined) {
      launch(service);
    }
  }

  services.forEach(launch);
  return {stop, restart, ended};
}

/** Asks a process to end, and kills it if it takes too long. */
function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.once('exit', () => clearTimeout(timer));
}
