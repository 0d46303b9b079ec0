import type { Channel } from '../../../shared/channels.ts';
import { canonicalHash } from '../../../shared/encoding/canonical-json.ts';

/** What a yes stands for, named so that a yes for one act can never pass for another. */
export const proposalHash = (channel: Channel, args: unknown, facts: unknown): string =>
  canonicalHash(JSON.parse(JSON.stringify({ purpose: `confirmation of ${channel}`, args, facts })));
