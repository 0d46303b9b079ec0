// Production wants its plans rehearsed on a development tenant first.
import type { ReactNode } from 'react';

/** The link to the place where it is done. */
type Link = (text: string) => ReactNode;

export const rehearsal = {
  hint: {
    link: (link: Link) => (
      <>Production wants a rehearsal of the same order on a development tenant. {link('Link one in the settings')}.</>
    ),
    on: (tenant: ReactNode) => <>Production wants a rehearsal of the same order on {tenant}.</>,
  },
  missing: {
    title: (tenant: string, days: number) =>
      `${tenant} is production, and this order was not rehearsed in the last ${days} days.`,
    link: (link: Link) => (
      <>
        Nothing was done. Run the same order to its end on a development tenant first:{' '}
        {link('link one in the settings')}.
      </>
    ),
    goTo: (tenant: string, link: Link) => (
      <>Nothing was done. Run the same order to its end on a development tenant first: {link(`go to ${tenant}`)}.</>
    ),
  },
  why: 'Why go ahead without a rehearsal?',
  run: 'Run without a rehearsal',
  back: 'Rehearse instead',
  goAhead: 'Go ahead without a rehearsal…',
};
