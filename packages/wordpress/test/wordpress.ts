import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A WordPress of its own: database, files and server in a folder that goes away with it. */
export interface WordPress {
  readonly url: string;
  /** Runs PHP with WordPress loaded, and gives what it prints. */
  php(code: string): string;
  /** What went wrong in PHP so far, a line each. */
  faults(): readonly string[];
  close(): Promise<void>;
}

const SOURCE = '/usr/share/wordpress';
const PLUGIN = fileURLToPath(new URL('../dist/maths-hubs', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** @param program  what is waited for: when it has ended, so has the waiting */
async function until(
  what: string,
  program: ChildProcess | undefined,
  ready: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 300_000;
  while (Date.now() < end) {
    if (await ready()) return;
    if (program?.exitCode !== null)
      throw new Error(`${what} ended with ${program?.exitCode} before it answered.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not start within five minutes.`);
}

/**
 * @param options.plugin  whether the plugin's files are there already, not yet active
 * @throws {Error} when Debian's packages wordpress, mariadb-server, php-cli and php-mysql are not there
 */
export async function startWordPress({ plugin = true } = {}): Promise<WordPress> {
  if (!existsSync(SOURCE)) throw new Error('Install wordpress, mariadb-server, php-cli and php-mysql first.');
  const folder = mkdtempSync(`${tmpdir()}/mh-wordpress-`);
  const [database, web] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${web}`;
  const socket = `${folder}/db.sock`;
  execFileSync(
    'mariadb-install-db',
    [`--datadir=${folder}/db`, '--auth-root-authentication-method=normal', '--user=root'],
    {
      stdio: 'ignore',
    },
  );
  const processes: ChildProcess[] = [
    spawn(
      'mariadbd',
      [
        '--no-defaults',
        '--user=root',
        `--datadir=${folder}/db`,
        `--socket=${socket}`,
        `--port=${database}`,
        '--bind-address=127.0.0.1',
        `--pid-file=${folder}/db.pid`,
        '--skip-log-bin',
      ],
      { stdio: 'ignore' },
    ),
  ];
  const sql = (statement: string): void =>
    void execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', statement], {
      stdio: 'ignore',
    });
  await until('The database', processes[0], () => {
    try {
      sql('SELECT 1');
      return true;
    } catch {
      return false;
    }
  });
  sql(
    `CREATE DATABASE wp; CREATE USER 'wp'@'127.0.0.1' IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO 'wp'@'127.0.0.1'`,
  );

  const site = `${folder}/site`;
  mkdirSync(site);
  cpSync(SOURCE, site, { recursive: true, dereference: true });
  rmSync(`${site}/wp-config.php`, { force: true });
  if (plugin) cpSync(PLUGIN, `${site}/wp-content/plugins/maths-hubs`, { recursive: true });
  const log = `${folder}/php.log`;
  writeFileSync(log, '');
  writeFileSync(
    `${site}/wp-config.php`,
    `<?php
define('DB_NAME','wp'); define('DB_USER','wp'); define('DB_PASSWORD','wp'); define('DB_HOST','127.0.0.1:${database}');
define('DB_CHARSET','utf8mb4'); define('DB_COLLATE','');
foreach (array('AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT') as $key) define($key, $key . '-for-this-test-alone');
$table_prefix='wp_';
define('WP_HOME','${url}'); define('WP_SITEURL','${url}');
define('FS_METHOD','direct'); define('DISABLE_WP_CRON',true); define('WP_HTTP_BLOCK_EXTERNAL',true); define('AUTOMATIC_UPDATER_DISABLED',true);
define('WP_DEBUG',true); define('WP_DEBUG_DISPLAY',false); define('WP_DEBUG_LOG','${log}');
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  const run = (code: string): string => {
    const file = `${folder}/run.php`;
    writeFileSync(file, code);
    return execFileSync('php', ['-d', 'display_errors=stderr', file], { cwd: site, encoding: 'utf8' });
  };
  run(`<?php define('WP_INSTALLING', true); $_SERVER['HTTP_HOST']='127.0.0.1:${web}'; require '${site}/wp-load.php';
require_once ABSPATH.'wp-admin/includes/upgrade.php'; add_filter('pre_wp_mail', '__return_true');
wp_install('A hub', 'admin', 'admin@hub.example', false, '', 'admin-password');`);
  processes.push(
    spawn(
      'php',
      [
        '-d',
        'display_errors=0',
        '-S',
        `127.0.0.1:${web}`,
        '-t',
        site,
        `${fileURLToPath(new URL('router.php', import.meta.url))}`,
      ],
      {
        env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
        stdio: 'ignore',
        // In a group of its own: its workers do not end with it.
        detached: true,
      },
    ),
  );
  await until(
    'The site',
    processes[1],
    async () => (await fetch(`${url}/wp-login.php`).catch(() => null))?.ok === true,
  );
  const php = (code: string): string =>
    run(`<?php $_SERVER['HTTP_HOST']='127.0.0.1:${web}'; require '${site}/wp-load.php'; ${code}`);
  return {
    url,
    php,
    faults: () =>
      execFileSync('cat', [log], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => /maths-hubs/.test(line)),
    async close() {
      for (const child of processes.reverse()) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        if (child.exitCode === null) stop(child);
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends a process, and those that it has begun where they are a group of their own. */
function stop(child: ChildProcess): void {
  if (child.spawnfile === 'php' && child.pid !== undefined) process.kill(-child.pid);
  else child.kill();
}
