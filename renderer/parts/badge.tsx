// A short fact with an icon. The tone only underlines what icon and word already say.
import type { ReactNode } from 'react';
import './badge.css';

export type BadgeTone = 'neutral' | 'accent' | 'caution' | 'danger' | 'production';

interface BadgeProps {
  icon: ReactNode;
  tone?: BadgeTone;
  children: ReactNode;
}

export function Badge({ icon, tone = 'neutral', children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {icon}
      <span className="badge-text">{children}</span>
    </span>
  );
}
