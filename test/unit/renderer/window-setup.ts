// Before and after each test of the window.
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine renders late; what never comes still fails.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);
