// A fingerprint, number or hash, which lines break between its octets only: people compare it by them.
import { Fragment } from 'react';
import { octetsOf } from '../text/hex.ts';
import './octets.css';

export function Octets({ value }: { value: string }) {
  const octets = octetsOf(value);
  return (
    <span className="mono octets" data-one={octets.length === 1}>
      {octets.map((octet, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an octet comes more than once, and stays where it is
        <Fragment key={index}>
          {octet}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
