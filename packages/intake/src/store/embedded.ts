import { chmodSync, fsyncSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { makeDatabase, syncPath } from './new-database.js';
import { databaseProgram } from './program.js';

/** The part of PGlite's file system between the database and the disk. */
interface DiskModule {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: DiskStream) => number };
    readonly node_ops: {
      mknod: (parent: unknown, name: string, mode: number, device: number) => unknown;
      setattr: (node: unknown, attributes: { mode?: number }) => unknown;
    };
    tryFSOperation<T>(work: () => T): T;
    realPath(node: unknown): string;
  };
}

interface DiskStream {
  readonly nfd?: number;
  readonly node: unknown;
}

/**
 * A folder that reaches the disk. PGlite leaves out every fsync (it starts with `-F`, and its Node file system has
 * none), so that a commit would survive the process but not the machine. Here the database's own fsync is carried out.
 */
class DurableFolder extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(pg, options);
    started.emscriptenOpts.preRun = [
      ...[started.emscriptenOpts.preRun ?? []].flat(),
      (module: unknown) => throughToDisk(module as DiskModule),
    ];
    return started;
  }
}

function throughToDisk({ NODEFS }: DiskModule): void {
  const { mknod, setattr } = NODEFS.node_ops;
  // PGlite would let every user of the machine write its files.
  NODEFS.node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, mode & ~0o077, device);
  NODEFS.node_ops.setattr = (node, attributes) => {
    if (attributes.mode !== undefined) attributes.mode &= ~0o077;
    return setattr(node, attributes);
  };
  NODEFS.stream_ops.fsync = (stream) => {
    NODEFS.tryFSOperation(() => {
      if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node));
      else fsyncSync(stream.nfd);
    });
    return 0;
  };
}

/** Opens the database in a folder; every commit is on the disk before it is answered. */
export async function openPGlite(folder: string): Promise<PGlite> {
  const data = join(folder, 'database');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (readdirSync(data).length === 0) await makeDatabase(data);
  const pglite = await PGlite.create({
    fs: new DurableFolder(data),
    pgliteWasmModule: await databaseProgram(),
    // Its own takes each byte for itself.
    serializers: { [types.BYTEA]: (bytes: Buffer) => `\\x${bytes.toString('hex')}` },
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
      // It never gives memory back; what is not in it is in the machine's own cache, a call away.
      ...['-c', 'shared_buffers=16MB'],
      // What is done with goes: a log file used again would keep what it held before.
      ...['-c', 'max_wal_size=64MB', '-c', 'wal_recycle=off'],
      ...['-c', 'default_statistics_target=10'],
    ],
  });
  chmodSync(data, 0o700);
  return pglite;
}
