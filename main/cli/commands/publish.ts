// custodian publish preview | push | verify
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { contract } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Proof, PublicationPreview } from '../../../shared/model.ts';
import { NAIVE_VERIFIER_WORDS, type NaiveWarning } from '../../../shared/naive-verifiers.ts';
import { warningsOf } from '../../core/naive-verifiers.ts';
import { parsed } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { type Console, table } from '../output.ts';
import type { Context } from '../program.ts';

export function publishCommand({ output, console, withCustodian }: Context): Command {
  const command = new Command('publish').description('publish the public halves, and prove it from outside');

  command
    .command('preview')
    .argument('<tenant>')
    .description('show what a push would change, and its exact bytes; sends nothing')
    .action(async (tenant: string) => {
      const args = parsed(contract['publish.preview'].args, { tenant });
      const preview = await withCustodian((custodian) => custodian.previewPublication(args));
      output.result({ ...preview, warnings: warningsOf(preview) }, previewLines);
    });

  command
    .command('push')
    .argument('<tenant>')
    .description('replace the published set by the wanted one, and read it back')
    .option('--yes', 'push without asking')
    .action(async (tenant: string, { yes }: { yes?: boolean }) => {
      const args = parsed(contract['publish.preview'].args, { tenant });
      const outcome = await withCustodian(async (custodian) => {
        const preview = await custodian.previewPublication(args);
        previewLines(preview).forEach(output.remark);
        if (yes !== true && !(await agreed(console, tenant))) {
          throw new CustodianError('CONFIRMATION_REQUIRED', { action: `pushing to “${tenant}”` });
        }
        return custodian.pushPublication({ tenant, hash: preview.hash }, (step, of, label) => {
          output.remark(`[${step}/${of}] ${label}`);
        });
      });
      output.result(outcome, ({ publication }) => [
        `Pushed and read back: ${publication.kids.length} keys are published for ${tenant}.`,
      ]);
    });

  command
    .command('verify')
    .argument('<tenant>')
    .description('sign a probe token with each current key and verify it through the public key set alone')
    .action(async (tenant: string) => {
      const args = parsed(contract['publish.verify'].args, { tenant });
      const proofs = await withCustodian((custodian) => custodian.provePublication(args));
      const ok = proofs.every((proof) => proof.ok);
      output.result({ ok, proofs }, (verdict) => verdict.proofs.flatMap(proofLines));
      output.exitCode = ok ? EXIT.ok : EXIT.remote;
    });

  return command;
}

function previewLines(preview: PublicationPreview): string[] {
  const { diff, upToDate, jwksUrl, body } = preview;
  return [
    ...(diff.length === 0
      ? ['No keys, here or there.']
      : table(diff.map(({ kind, kid, kty, alg, state }) => [kind, kid ?? '(no kid)', alg ?? kty, state ?? '']))),
    upToDate
      ? 'The published set is up to date.'
      : `To be sent: ${body === null ? 'nothing; the set is deleted' : body}`,
    `Verifiers read ${jwksUrl}`,
    ...warningsOf(preview).flatMap(warningLines),
  ];
}

function warningLines({ verifier, kids }: NaiveWarning): string[] {
  const { habit, consequence, advice } = NAIVE_VERIFIER_WORDS[verifier];
  return [`Warning: verifiers that ${habit} would ${consequence}: ${kids.join(', ')}`, `  ${advice}`];
}

function proofLines({ ok, kid, steps, cacheControl }: Proof): string[] {
  return [
    `${ok ? 'PROVEN' : 'NOT PROVEN'}  ${kid}`,
    ...steps.map(({ step, ok: passed, detail }) => `  ${passed ? 'ok  ' : 'FAIL'} ${step}: ${detail}`),
    `  caches may keep the set for: ${cacheControl ?? 'not stated'}`,
  ];
}

/** Asks only where a person can answer. */
async function agreed({ stdin, stderr }: Console, tenant: string): Promise<boolean> {
  if (stdin.isTTY !== true) {
    return false;
  }
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    return (await prompt.question(`Type ${tenant} to push: `)).trim() === tenant;
  } finally {
    prompt.close();
  }
}
