// The body of the push: laid out for reading, or exactly the bytes that are sent.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { bytesOfText, sizeOf } from '../text/hex.ts';
import { CodeView } from './code-view.tsx';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';

type Look = 'pretty' | 'raw';

/** `body` is `null` when the set becomes empty and is deleted instead. */
export function BodyView({ body }: { body: string | null }) {
  const [look, setLook] = useState<Look>('pretty');
  if (body === null) {
    return (
      <Notice tone="caution" title="The set becomes empty.">
        <p>No bytes are sent: the custom key set is deleted at the tenant.</p>
      </Notice>
    );
  }
  return (
    <div className="stack-tight">
      <div className="row row-wrap">
        <h3 className="small">What is sent</h3>
        <span className="quiet small numbers">{sizeOf(bytesOfText(body))}</span>
        <div className="row push-end">
          <SegmentedControl
            size="xs"
            aria-label="Look of the body"
            value={look}
            onChange={(value) => setLook(value === 'raw' ? 'raw' : 'pretty')}
            data={[
              { value: 'pretty', label: 'Laid out' },
              { value: 'raw', label: 'Exact bytes' },
            ]}
          />
          <CopyButton value={body} what="exact bytes" />
        </div>
      </div>
      <CodeView
        label={look === 'raw' ? 'Exact bytes of the body' : 'Body, laid out for reading'}
        text={look === 'raw' ? body : laidOut(body)}
        wrap={look === 'raw'}
        maxHeight={260}
      />
    </div>
  );
}

function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
