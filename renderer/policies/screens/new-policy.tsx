import { screenOf } from '../../screen-of.tsx';
import { PolicyScreen } from './policy.tsx';

export const screen = screenOf('new-policy', () => <PolicyScreen name={null} />);
