// Before every test file of the window: what a test has drawn and stored goes with it.
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine renders late; what never comes still fails.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
