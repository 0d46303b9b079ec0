// A release and a package in lines for people.
import type { ReleaseView, VerifiedPackage } from '../../../domain/updates/release.ts';

const STANDING: Record<ReleaseView['standing'], (view: ReleaseView) => string> = {
  newer: ({ version, installed }) => `Version ${version} is there; this one is ${installed}.`,
  same: ({ version }) => `Version ${version} is the newest, and it is this one.`,
  older: ({ version, installed }) =>
    `The document names version ${version}, which is older than this one, ${installed}.`,
};

export const releaseLines = (view: ReleaseView): string[] => [
  STANDING[view.standing](view),
  `signed by the publisher; issued ${view.issued}, holds until ${view.expires}`,
  ...(view.standing === 'newer'
    ? [
        '',
        ...view.news,
        '',
        ...view.packages.map(({ file, bytes }) => `${file}  ${bytes} bytes`),
        'Download one of these beside the document, then: custodian update verify FILE',
      ]
    : []),
];

export const packageLines = ({ release, package: { file, bytes, sha256 }, command }: VerifiedPackage): string[] => [
  `${file} is the published package of version ${release.version}.`,
  `${bytes} bytes, SHA-256 ${sha256}`,
  '',
  ...release.news,
  '',
  'Nothing was installed. Make a backup first (custodian backup create), and close the window.',
  command === null ? 'Then install it as SECURITY.md says for this system.' : `Then, in its folder: ${command}`,
];
