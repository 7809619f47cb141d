// The changeset binary does not start on Node 20; its main module does.
await import('@changesets/cli');
