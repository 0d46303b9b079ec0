// custodian ceremony script | begin | show | step | run | deviate | note | close | minutes | abandon
import path from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import {
  noteSchema,
  type CeremonyPlan,
  planSchema,
  reasonedSchema,
  stepSchema,
} from '../../../shared/domain/ceremony/ceremony.ts';
import { peopleSchema } from '../../../shared/domain/ceremony/people.ts';
import { nameSchema } from '../../../shared/fields.ts';
import { type Language, LANGUAGES } from '../../../shared/language.ts';
import { minutesLines, standingLines } from '../../../shared/words/en/command-line/ceremony.ts';
import { ceremonyWords } from '../../../shared/words/words.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import { saveFolder } from '../../files/save-folder.ts';
import { parsed } from '../arguments.ts';
import { runCeremony, standingOf, takeCeremonyStep } from '../ceremony-run.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

interface PlanOptions {
  ring?: string;
  place: string;
  handOver?: boolean;
  administrator: string;
  custodians: string[];
  witness: string;
  auditor?: string;
}

interface PaperOptions {
  language: Language;
  out: string;
}

const dateOption = z.strictObject({ date: nameSchema.optional() });

export function ceremonyCommand(context: Context): Command {
  const { output, withCustodian } = context;
  const command = new Command('ceremony');
  planned(command.command('script'))
    .description('the script as a page to print beforehand, of the tenant as it is; nothing is changed')
    .option('--date <date>', 'when it will be held')
    .addOption(language())
    .requiredOption('--out <path>', 'the HTML file; an existing one is never overwritten')
    .action(async (tenant: string, { date, language: spoken, out, ...plan }: PlanOptions & PaperOptions & Dated) => {
      const said = parsed(dateOption, { date });
      await refuseExisting(out);
      const page = await withCustodian((custodian) =>
        custodian.drawScript(planFrom(tenant, plan), { date: said.date ?? null, words: ceremonyWords(spoken) }),
      );
      output.result({ fileName: await writeNew(out, page) }, ({ fileName }) => [`${fileName}: print it for everybody`]);
    });

  planned(command.command('begin'))
    .description('begin a ceremony: who is here, where; it is recorded')
    .action(async (tenant: string, plan: PlanOptions) => {
      const args = planFrom(tenant, plan);
      await withCustodian((custodian) => custodian.beginCeremony(args));
      output.result(await standingOf(context, tenant), standingLines);
    });

  command
    .command('show')
    .argument('<tenant>')
    .description('where the newest ceremony stands, and what comes next')
    .action(async (tenant: string) => output.result(await standingOf(context, tenant), standingLines));

  command
    .command('step')
    .argument('<tenant>')
    .argument('[command...]', 'the command that does the step, behind --')
    .description('take the next step, once it holds; what does not hold is told and can be tried again')
    .option('--read-back <text>', 'what the witness heard and types')
    .action(async (tenant: string, words: string[], { readBack }: { readBack?: string }) => {
      const { done } = await takeCeremonyStep(context, tenant, { ...parsed(stepSchema, { readBack }), words });
      const standing = await standingOf(context, tenant);
      output.result(done === null ? standing : { ...standing, done }, standingLines);
    });

  command
    .command('run')
    .argument('<tenant>')
    .description('go through the steps on this terminal; it may be stopped and goes on where it was')
    .action((tenant: string) => runCeremony(context, tenant));

  command
    .command('deviate')
    .argument('<tenant>')
    .description('go past the next step without it')
    .requiredOption('--reason <text>', 'why, for the minutes')
    .action(async (tenant: string, { reason }: { reason: string }) => {
      const args = parsed(reasonedSchema, { tenant, reason });
      await withCustodian((custodian) => custodian.deviateFrom(args));
      output.result(await standingOf(context, tenant), standingLines);
    });

  command
    .command('note')
    .argument('<tenant>')
    .description('note something for the minutes')
    .requiredOption('--text <text>', 'what')
    .action(async (tenant: string, { text }: { text: string }) => {
      const args = parsed(noteSchema, { tenant, text });
      await withCustodian((custodian) => custodian.noteInCeremony(args));
      output.result(await standingOf(context, tenant), standingLines);
    });

  const minutes = async (tenant: string, { out, language: spoken }: PaperOptions): Promise<void> => {
    const target = path.resolve(out);
    const saved = await withCustodian((custodian) =>
      custodian.saveMinutes(tenant, {
        words: ceremonyWords(spoken),
        async save(files) {
          await saveFolder(target, files);
          return path.basename(target);
        },
      }),
    );
    output.result(saved, minutesLines);
  };

  command
    .command('close')
    .argument('<tenant>')
    .description('end it, once every step is behind it, and write the minutes')
    .requiredOption('--out <folder>', 'a new folder for the signed file, and the page for people')
    .addOption(language())
    .action(async (tenant: string, options: PaperOptions) => {
      await refuseExisting(path.resolve(options.out));
      await withCustodian((custodian) => custodian.closeCeremony({ tenant }));
      await minutes(tenant, options);
    });

  command
    .command('minutes')
    .argument('<tenant>')
    .description('the minutes of the newest ceremony once more, or so far')
    .requiredOption('--out <folder>', 'a new folder for the signed file, and the page for people')
    .addOption(language())
    .action(async (tenant: string, options: PaperOptions) => {
      await refuseExisting(path.resolve(options.out));
      await minutes(tenant, options);
    });

  command
    .command('abandon')
    .argument('<tenant>')
    .description('end it before its end; what was done stays done')
    .requiredOption('--reason <text>', 'why, for the minutes')
    .action(async (tenant: string, { reason }: { reason: string }) => {
      const args = parsed(reasonedSchema, { tenant, reason });
      await withCustodian((custodian) => custodian.abandonCeremony(args));
      output.result(await standingOf(context, tenant), standingLines);
    });

  return command;
}

const language = (): Option =>
  new Option('--language <language>', 'in which language').choices([...LANGUAGES]).default('en');

interface Dated {
  date?: string;
}

const planned = (command: Command): Command =>
  command
    .argument('<tenant>')
    .option('--ring <name>', 'which ring; “default” when left out')
    .requiredOption('--place <place>', 'where it is held')
    .requiredOption('--administrator <name>', 'who leads through it')
    .requiredOption('--custodians <name...>', 'who does the acts and reads out')
    .requiredOption('--witness <name>', 'who types what was read out')
    .option('--auditor <name>', 'who looks at the state of the machine; the witness when left out')
    .option('--hand-over', 'a copy of the private key is handed over in it');

function planFrom(
  tenant: string,
  { ring, place, handOver, administrator, custodians, witness, auditor }: PlanOptions,
): CeremonyPlan {
  const people = parsed(peopleSchema, { administrator, custodians, witness, auditor });
  return parsed(planSchema, { tenant, ring, place, handOver, people });
}
