import type { Command } from 'commander';

export function mcpCommand(program: Command): void {
  program
    .command('mcp')
    .description(
      'Answer a language model’s questions on the programme, with citations (Model Context Protocol).',
    )
    .addHelpText(
      'after',
      `
It speaks the protocol over standard input and output until its input ends. In a program's settings:
  { "mcpServers": { "maths-hubs": { "command": "npx", "args": ["--yes", "maths-hubs", "mcp"] } } }

Nothing leaves this machine, but for a postcode that a hub is asked for: postcodes.io looks that up.`,
    )
    .action(async () => {
      // Loaded only here: no other command needs the protocol.
      const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
      const { createServer } = await import('../mcp/server.js');
      serveStdio(createServer);
      await new Promise<void>((ended) => process.stdin.once('end', ended).once('close', ended));
    });
}
