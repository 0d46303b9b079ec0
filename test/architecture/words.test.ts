// What a person reads stands in shared/words (docs/adr/0019): the lint rule that holds every file to it, held to cases.
import { ruleHolds } from '../support/house-lint.ts';

const FILE = 'renderer/components/x.tsx';

ruleHolds('loose-words', {
  good: [
    [FILE, 'const a = <Text>{words.title}</Text>;'],
    [FILE, 'const a = <Text>·</Text>;'],
    [FILE, 'const a = <Text aria-label={words.label} className="wide row" />;'],
    [FILE, "import { Text } from '@mantine/core';"],
    [FILE, "const a = event.key === 'Enter';"],
    [FILE, "const a = 'Enter';"],
    [FILE, "type A = 'Rotate the key now.';"],
    [FILE, 'const a = `calc(100% - ${width}px)`;'],
    [FILE, "switch (a) { case 'Rotate now': break; }"],
    ['shared/words/en/desktop.ts', "const a = 'Rotate the key now.';"],
  ],
  bad: [
    [FILE, 'const a = <Text>Rotate now</Text>;', /“Rotate now” is read by people/],
    [FILE, 'const a = <Text>Schlüssel</Text>;', /“Schlüssel”/],
    [FILE, 'const a = <Text aria-label="key" />;', /“key”/],
    [FILE, "const a = 'Rotate the key now.';", /“Rotate the key now\.”/],
    [FILE, "const a = { title: 'Rotate' };", /“Rotate”/],
    [FILE, 'const a = `Key ${number} of ${total}`;', /“Key … of …”/],
    ['main/acts/x.ts', "const a = 'The key is gone.';", /“The key is gone\.”/],
    ['main/app/x.ts', "const a = 'Quit without waiting?';", /“Quit without waiting\?”/],
  ],
});
