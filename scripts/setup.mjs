// Runs before everything else, on whatever Node there is and before any dependency is installed:
// plain JavaScript, Node's own modules only. Says in one line what it did.
//
//   node scripts/setup.mjs                 set up, nothing more
//   node scripts/setup.mjs dcrh ARGS…      set up, then the command line
//   node scripts/setup.mjs test ARGS…      set up, then the project's tests
//   node scripts/setup.mjs stories ARGS…   set up, then every story in every mode of the stand-in
//   node scripts/setup.mjs idps ARGS…      set up, then the tests with real identity providers
//   node scripts/setup.mjs containers …    set up, then the tests with a container engine
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules', '.cache', 'dcr-harness');
const started = Date.now();
const said = [];

const programs = {
  dcrh: join(root, 'src', 'cli.ts'),
  test: join(root, 'scripts', 'test.ts'),
  stories: join(root, 'scripts', 'test-stories.ts'),
  idps: join(root, 'scripts', 'test-idps.ts'),
  containers: join(root, 'scripts', 'test-containers.ts'),
};

function stop(sentence, code) {
  process.stderr.write(`set-up: ${sentence}\n`);
  process.exit(code);
}

const fileOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : otherwise);

function remember(name, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), `${value}\n`);
}

/** npm writes its own copy of the lock file when an installation is complete; an older copy is a stale installation. */
const writtenAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The locked dependencies, when they are missing or not the ones that are locked. */
function installDependencies() {
  const installedAt = writtenAt(join(root, 'node_modules', '.package-lock.json'));
  if (installedAt >= writtenAt(join(root, 'package-lock.json'))) return;
  const why = installedAt === 0 ? 'missing' : 'stale';
  process.stderr.write(`set-up: the dependencies are ${why}, installing them …\n`);
  const npm = process.env.npm_execpath;
  const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const options = {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: npm === undefined && process.platform === 'win32',
  };
  const { status, error, stderr } = spawnSync(
    command,
    [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    options,
  );
  if (status !== 0) {
    process.stderr.write(stderr ?? '');
    stop(
      `npm ci failed (${error?.message ?? `exit ${status}`}). Is the package registry reachable? Try "npm ci" by hand.`,
      3,
    );
  }
  said.push('dependencies installed');
}

const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = major > 22 || (major === 22 && minor >= 22);

/** This Node when it is new enough, else the one that came with the dependencies. */
function chooseNode() {
  if (newEnough) return process.execPath;
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(own))
    stop(
      `Node 22.22 or later is needed, this is ${process.versions.node}, and the one in the dependencies was not installed. Run "npm rebuild node", or install a newer Node.`,
      3,
    );
  said.push(`Node ${process.versions.node} is too old, using the one in node_modules`);
  return own;
}

/** A browser that is there, or one that is installed now. What was found is remembered. */
function chooseBrowser(node) {
  const { DCRH_BROWSER_PATH: path, DCRH_BROWSER_CHANNEL: channel } = process.env;
  if (channel !== undefined) return undefined;
  const known = path ?? fileOr(join(cache, 'browser'), '');
  if (path !== undefined || (known !== '' && existsSync(known))) return known;
  const finder = join(root, 'scripts', 'find-browser.ts');
  const { status, stdout } = spawnSync(node, [finder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) process.exit(status ?? 3);
  const [found, how] = stdout.trim().split('\n');
  remember('browser', found);
  if (how !== undefined) said.push(how);
  return found;
}

const [program, ...args] = process.argv.slice(2);
if (program !== undefined && !(program in programs))
  stop(`there is no program "${program}"; it is one of ${Object.keys(programs).join(', ')}.`, 2);

installDependencies();
const node = chooseNode();
const needsBrowser = program !== 'dcrh' || args[0] === 'run';
const browser = needsBrowser ? chooseBrowser(node) : undefined;
if (browser !== undefined) said.push(`browser ${browser}`);
if (needsBrowser || said.length > 1)
  process.stderr.write(`set-up: ${said.join(', ')} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);

if (program !== undefined) {
  const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) };
  if (browser !== undefined) env.DCRH_BROWSER_PATH = browser;
  const child = spawn(node, [programs[program], ...args], { stdio: 'inherit', env });
  // A Ctrl-C reaches the child by itself; this process only has to wait for it to clean up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
