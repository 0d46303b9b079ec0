import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const rehearsal: typeof en.rehearsal = {
  hint: {
    link: (link) =>
      phrase`Produktion verlangt eine Probe derselben Reihenfolge auf einem Mandanten der Entwicklung. ${link('In den Einstellungen einen verknüpfen')}.`,
    on: (tenant) => phrase`Produktion verlangt eine Probe derselben Reihenfolge auf ${tenant}.`,
  },
  missing: {
    title: (tenant, days) =>
      `${tenant} ist Produktion, und diese Reihenfolge wurde innerhalb von ${count(days, 'Tag', 'Tagen')} nicht geprobt.`,
    link: (link) =>
      phrase`Es ist nichts geschehen. Führen Sie dieselbe Reihenfolge zuerst auf einem Mandanten der Entwicklung zu Ende: ${link('in den Einstellungen einen verknüpfen')}.`,
    goTo: (tenant, link) =>
      phrase`Es ist nichts geschehen. Führen Sie dieselbe Reihenfolge zuerst auf einem Mandanten der Entwicklung zu Ende: ${link(`zu ${tenant} gehen`)}.`,
  },
  goAhead: 'Ohne Probe fortfahren …',
};
