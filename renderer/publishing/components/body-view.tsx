// The body of the push: laid out for reading, or exactly the bytes that are sent.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { bytesOfText, sizeOf } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Notice } from '../../parts/notice.tsx';

const said = words.preview.body;

type Look = 'pretty' | 'raw';

/** `body` is `null` when the set becomes empty and is deleted instead. */
export function BodyView({ body }: { body: string | null }) {
  const [look, setLook] = useState<Look>('pretty');
  if (body === null) {
    return (
      <Notice tone="caution" title={said.empty}>
        <p>{said.deleted}</p>
      </Notice>
    );
  }
  return (
    <div className="stack-tight">
      <div className="row row-wrap">
        <h3 className="small">{said.title}</h3>
        <span className="quiet small numbers">{sizeOf(bytesOfText(body))}</span>
        <div className="row push-end">
          <SegmentedControl
            size="xs"
            aria-label={said.look}
            value={look}
            onChange={(value) => setLook(value === 'raw' ? 'raw' : 'pretty')}
            data={[
              { value: 'pretty', label: said.formatted },
              { value: 'raw', label: said.exact },
            ]}
          />
          <CopyButton value={body} what={said.copied} />
        </div>
      </div>
      <CodeView
        label={look === 'raw' ? said.exactRegion : said.formattedRegion}
        text={look === 'raw' ? body : formatted(body)}
        wrap={look === 'raw'}
        maxHeight={260}
      />
    </div>
  );
}

function formatted(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
