// What somebody else called a key: shown as text, on one line, and no longer than a name may be.
const MOST = 120;

export function RemoteName({ name }: { name: string }) {
  const short = name.length > MOST ? `${name.slice(0, MOST)}…` : name;
  return (
    <bdi className="mono" title={name.slice(0, 1000)}>
      {short}
    </bdi>
  );
}
