// Production wants its plans rehearsed on a development tenant first.
import { phrase } from '../../phrase.ts';

/** `link` is to the place where it is done. */
export const rehearsal = {
  hint: {
    link: <Link>(link: (text: string) => Link) =>
      phrase`Production wants a rehearsal of the same order on a development tenant. ${link('Link one in the settings')}.`,
    on: <Tenant>(tenant: Tenant) => phrase`Production wants a rehearsal of the same order on ${tenant}.`,
  },
  missing: {
    title: (tenant: string, days: number) =>
      `${tenant} is production, and this order was not rehearsed in the last ${days} days.`,
    link: <Link>(link: (text: string) => Link) =>
      phrase`Nothing was done. Run the same order to its end on a development tenant first: ${link('link one in the settings')}.`,
    goTo: <Link>(tenant: string, link: (text: string) => Link) =>
      phrase`Nothing was done. Run the same order to its end on a development tenant first: ${link(`go to ${tenant}`)}.`,
  },
  goAhead: 'Go ahead without a rehearsal…',
};
