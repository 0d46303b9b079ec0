// News that is brought before the eyes when it appears: the button that caused it is at the foot, far from it perhaps.
import { useEffect, useRef, type ReactNode } from 'react';

interface ComeIntoViewProps {
  /** Whether there is any. */
  news: boolean;
  children: ReactNode;
}

export function ComeIntoView({ news, children }: ComeIntoViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news) {
      place.current?.scrollIntoView({ block: 'center' });
    }
  }, [news]);
  return news ? <div ref={place}>{children}</div> : null;
}
