// A sentence whose places are filled with nodes, as one node.
import { createElement, Fragment, type ReactNode } from 'react';
import type { Phrase } from '../../shared/words/phrase.ts';

export const say = <Place extends ReactNode>({ parts }: Phrase<Place>): ReactNode =>
  createElement(Fragment, null, ...parts);
