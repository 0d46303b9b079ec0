// Where a tenant stands. Production is loud, because the same click weighs more there.
import { IconFlask2, IconShieldFilled, IconStairsUp } from '@tabler/icons-react';
import type { Environment } from '../../shared/domain/limits.ts';
import { Badge } from './badge.tsx';
import { words } from '../text/words.ts';

export function EnvironmentBadge({ environment }: { environment: Environment }) {
  return (
    <Badge
      tone={environment === 'production' ? 'production' : 'neutral'}
      icon={<EnvironmentIcon environment={environment} />}
    >
      {words.model.environment[environment].word}
    </Badge>
  );
}

export function EnvironmentIcon({ environment, size = 13 }: { environment: Environment; size?: number }) {
  switch (environment) {
    case 'development':
      return <IconFlask2 size={size} aria-hidden />;
    case 'staging':
      return <IconStairsUp size={size} aria-hidden />;
    case 'production':
      return <IconShieldFilled size={size} aria-hidden />;
  }
}
