// custodian sandbox start: a tenant to rehearse on, on this machine only, until it is interrupted.
import { Command } from 'commander';
import { z } from 'zod';
import { serveSandbox } from '../../composition/serve-sandbox.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';

const portSchema = z.strictObject({ port: z.number().int().min(0).max(65535).default(0) });

export function sandboxCommand({ output, place }: Context): Command {
  const command = new Command('sandbox');

  command
    .command('start')
    .description('serve the sandbox tenant until interrupted (Ctrl-C)')
    .option('--port <port>', 'a fixed port; any free one when left out', Number)
    .action(async ({ port }: { port?: number }) => {
      const interrupted = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => interrupted.abort());
      }
      await serveSandbox({
        folder: place().folder,
        port: parsed(portSchema, { port }).port,
        signal: interrupted.signal,
        ready: (status) =>
          output.result(status, ({ url }) => [`The sandbox tenant answers at ${url ?? ''} (Ctrl-C stops it).`]),
      });
    });

  return command;
}
