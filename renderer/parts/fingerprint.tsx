// A hash or number that people compare, whole, with a way to copy it.
import { Octets } from './octets.tsx';
import { CopyButton } from './copy-button.tsx';
import './fingerprint.css';

/** Longer values, a SHA-256 with colons, break after sixteen octets. */
const LINE = 70;

export function Fingerprint({ what, value }: { what: string; value: string }) {
  return (
    <span className="fingerprint" data-long={value.length > LINE}>
      <Octets value={value} />
      <CopyButton value={value} what={what} />
    </span>
  );
}
