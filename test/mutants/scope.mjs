// What is mutated, and which tests have to notice. The one place that names folders: where rules and acts move, it moves.

/** Pure rules, and the acts over them. */
export const MUTATED = [
  { name: 'rules', folder: 'shared/domain', deep: true },
  { name: 'acts', folder: 'main/acts', deep: true },
];

/** Those that run in the process that holds the mutants: what starts the command line or the app sees none. */
export const JUDGES = [
  'test/unit/{acts,domain,formats,ipc,ports,shared}/**/*.test.ts',
  'test/unit/reading/{compare,choose-key,certificate-names,read-private-key,inspect/inspect-file}.test.ts',
  'test/attacks/{approvals,audit-files,ceremony-minutes,clocks,courier,evidence-report,four-eyes,kids,one-purpose,private-members,token-limits,updates}.test.ts',
];

/** Of what is judged, at least so much has to be noticed. */
export const LEAST_PERCENT = 92;
