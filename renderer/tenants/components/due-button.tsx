// The one button for what a tenant needs next.
import { Button } from '@mantine/core';
import type { NextDue } from '../../../shared/domain/tenant/next-due.ts';
import { begin } from '../../state/intent.ts';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';

export function DueButton({ tenant, due }: { tenant: string; due: NextDue }) {
  if (due.act === 'publish.push' || due.act === 'publish.verify') {
    return (
      <Button component="a" href={hrefOf({ screen: 'publish', tenant })}>
        {words.nextDue.go[due.act]}
      </Button>
    );
  }
  const about = { tenant, ring: '', kid: '', ...due };
  return (
    <Button onClick={() => begin(due.act, about)}>
      {words.shared.windowActs[due.act].title({ ...about, kid: shortKid(about.kid) })}
    </Button>
  );
}
