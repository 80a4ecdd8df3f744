/**
 * Installs the programs that the tests need and this machine lacks: with apt-get or Homebrew if permitted, else within
 * the project (Playwright's Chromium, a Firefox, a Python environment). If something is still missing, the tests stop
 * with the commands to run. Nothing is skipped.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

import {chromium} from './chromium';
import {firefox, FIREFOX_FOLDER} from './firefox';
import {languageToolchains} from './languageTools';
import {capture, runHere} from './runCommand';
import {caddy, jq, named, nginx, PYTHON_ENVIRONMENT, w3m, type Toolchain} from './toolchains';

/** A way to install programs on this machine. */
interface Installer {
  readonly command: (packages: readonly string[]) => readonly string[];
  readonly packageOf: (toolchain: Toolchain) => string | undefined;
  readonly before?: readonly string[];
}

async function main(): Promise<number> {
  const toolchains = [chromium, firefox, ...(await languageToolchains()), jq, w3m, nginx, caddy];
  const missing = toolchains.filter(({find}) => find() === undefined);
  if (missing.length > 0) {
    console.log(`Missing: ${missing.map(({name}) => name).join(', ')}.`);
    await install(missing);
  }
  for (const {name, find} of toolchains) {
    console.log(`${name}: ${find() ?? 'missing'}`);
  }
  const still = toolchains.filter(({find}) => find() === undefined);
  if (still.length > 0) {
    console.error(advice(still));
  }
  return still.length;
}

async function install(missing: readonly Toolchain[]): Promise<void> {
  const installer = systemInstaller();
  if (installer?.before) {
    await run(installer.before);
  }
  for (const toolchain of missing) {
    const name = installer?.packageOf(toolchain);
    // One at a time: a package that this system does not have must not prevent the others from being installed.
    if (installer && name !== undefined && toolchain.find() === undefined) {
      await run(installer.command([name]));
    }
  }
  if (missing.includes(chromium) && chromium.find() === undefined) {
    await run(['npx', 'playwright', 'install', ...(installer?.before ? ['--with-deps'] : []), 'chromium']);
  }
  if (missing.includes(firefox) && firefox.find() === undefined) {
    await run(['npx', '@puppeteer/browsers', 'install', 'firefox@stable', '--path', FIREFOX_FOLDER]);
  }
  const fromPip = missing.filter(({find, pipPackage}) => pipPackage !== undefined && find() === undefined);
  const [systemPython] = named('python3');
  if (fromPip.length > 0 && systemPython !== undefined) {
    await installFromPip(
      systemPython,
      fromPip.flatMap(({pipPackage}) => pipPackage ?? []),
    );
  }
}

async function installFromPip(systemPython: string, packages: readonly string[]): Promise<void> {
  if ((await run([systemPython, '-m', 'venv', PYTHON_ENVIRONMENT])) === 0) {
    await run([join(PYTHON_ENVIRONMENT, 'bin', 'python3'), '-m', 'pip', 'install', '--quiet', ...packages]);
  }
}

/** apt-get as root or with a sudo that needs no password, or Homebrew; undefined if neither may be used. */
function systemInstaller(): Installer | undefined {
  const sudo = sudoPrefix();
  if (named('apt-get').length > 0 && sudo) {
    const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return {
      before: [...apt, 'update', '-qq'],
      command: packages => [...apt, 'install', '-y', '-qq', '--no-install-recommends', ...packages],
      packageOf: toolchain => (toolchain === chromium && isUbuntu() ? undefined : toolchain.aptPackage),
    };
  }
  if (named('brew').length > 0) {
    return {
      command: packages => ['brew', 'install', ...packages],
      packageOf: ({brewPackage}) => brewPackage,
    };
  }
  return undefined;
}

function sudoPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) {
    return [];
  }
  return named('sudo').length > 0 && capture('sudo', ['-n', 'true']).code === 0 ? ['sudo', '-n'] : undefined;
}

/** Ubuntu's package installs a snap, which neither containers nor CI can run. */
function isUbuntu(): boolean {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function run(command: readonly string[]): Promise<number> {
  const [program = '', ...args] = command;
  console.log(`> ${command.join(' ')}`);
  return runHere(program, args);
}

/** What to do about programs that could not be installed. */
function advice(missing: readonly Toolchain[]): string {
  const apt = [...new Set(missing.map(({aptPackage}) => aptPackage))];
  const brew = [...new Set(missing.flatMap(({brewPackage}) => brewPackage ?? []))];
  return [
    'The tests need:',
    ...missing.map(({name, purpose}) => `  ${name}, which ${purpose}`),
    'Install them and run the tests again:',
    `  Debian:  sudo apt-get update && sudo apt-get install -y ${apt.join(' ')}`,
    ...(brew.length > 0 ? [`  macOS:   brew install ${brew.join(' ')}`] : []),
    ...(missing.includes(chromium)
      ? [
          '  any:     npx playwright install --with-deps chromium, or set CHROMIUM_PATH to a Chromium or Chrome',
        ]
      : []),
    ...(missing.includes(firefox) ? ['  any:     set FIREFOX_PATH to a Firefox'] : []),
  ].join('\n');
}

main().then(
  stillMissing => {
    process.exitCode = stillMissing > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
