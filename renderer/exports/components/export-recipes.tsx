// From who asks to the right format: one press, and one sentence that says why and what to mind.
import { useState } from 'react';
import type { ExportFormat } from '../../../shared/domain/formats.ts';
import { hrefOf } from '../../state/route.ts';
import type { Route } from '../../../shared/screens.ts';
import { RECIPES } from '../state/export-formats.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import './export-recipes.css';

const said = words.exporting.recipes;

interface ExportRecipesProps {
  /** Where a format is shown. */
  routeOf: (format: ExportFormat) => Route;
  /** The one that is open. */
  selected: ExportFormat;
}

export function ExportRecipes({ routeOf, selected }: ExportRecipesProps) {
  const [asked, setAsked] = useState<string | null>(null);
  // Another format may have been chosen since; two recipes may lead to the same one.
  const answered = RECIPES.find(({ who, format }) => who === asked && format === selected);
  return (
    <section className="recipes" aria-label={said.question}>
      <ul className="plain-list row row-wrap">
        <li className="small quiet" aria-hidden>
          {said.question}
        </li>
        {RECIPES.map(({ who, format }) => (
          <li key={who}>
            <a
              className="recipe"
              href={hrefOf(routeOf(format))}
              onClick={() => setAsked(who)}
              {...(who === answered?.who ? { 'aria-current': 'true' } : {})}
            >
              {said.of[who].name}
            </a>
          </li>
        ))}
      </ul>
      <p className="small recipe-answer" role="status">
        {answered && say(said.answer(<strong>{said.of[answered.who].name}</strong>, said.of[answered.who].why))}
      </p>
    </section>
  );
}
