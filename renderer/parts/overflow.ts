// Whether a box holds more than it shows. It changes with the window, the zoom and what is drawn in the box.
import { useEffect, useRef, useState, type RefObject } from 'react';

export function useOverflow(): { box: RefObject<HTMLDivElement | null>; overflows: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (current === null) {
      return;
    }
    const measure = () =>
      setOverflows(current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [current, ...current.querySelectorAll('table')]) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return { box, overflows };
}
