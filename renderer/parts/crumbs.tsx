// The way back up from a detail.
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { hrefOf } from '../state/route.ts';
import type { Route } from '../../shared/screens.ts';
import { words } from '../text/words.ts';
import './crumbs.css';

interface CrumbsProps {
  /** From the top down, without the present page. */
  trail: { word: string; route: Route }[];
  here: string;
}

export function Crumbs({ trail, here }: CrumbsProps) {
  return (
    <nav aria-label={words.shell.youAreHere} className="crumbs">
      {trail.map(({ word, route }) => (
        <Fragment key={word}>
          <a className="link" href={hrefOf(route)}>
            {word}
          </a>
          <IconChevronRight size={13} aria-hidden />
        </Fragment>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  );
}
