// A few sentences that the officer should not miss, with an icon that says how serious they are.
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './notice.css';

export type NoticeTone = 'info' | 'good' | 'caution' | 'danger';

const ICON = {
  info: IconInfoCircle,
  good: IconCircleCheck,
  caution: IconAlertTriangle,
  danger: IconAlertOctagon,
};

interface NoticeProps {
  tone: NoticeTone;
  title: string;
  children?: ReactNode;
  /** Read out when it appears: `status` politely, `alert` at once. Without it the notice is part of the page. */
  role?: 'status' | 'alert';
}

export function Notice({ tone, title, children, role }: NoticeProps) {
  const Icon = ICON[tone];
  return (
    <div className="notice" data-tone={tone} {...(role ? { role } : {})}>
      <Icon size={18} aria-hidden className="notice-icon" />
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
