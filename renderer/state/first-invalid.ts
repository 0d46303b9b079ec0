// Takes the focus to the first field that a refused form complains about, once the complaint is drawn.
import { useEffect, useRef, useState } from 'react';

export function useFirstInvalid() {
  const element = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) {
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [refusals]);
  return { element, refuse: () => setRefusals((before) => before + 1) };
}
