import type { en } from '../../en/page.ts';

export const algorithms: typeof en.algorithms = {
  algorithm: {
    RS256: { family: 'RSA', note: 'Jeder Prüfer versteht es. Im Zweifel die sichere Wahl.' },
    RS384: { family: 'RSA', note: 'Wie RS256 mit längerem Hash; selten verlangt.' },
    RS512: { family: 'RSA', note: 'Wie RS256 mit dem längsten Hash; selten verlangt.' },
    PS256: { family: 'RSA-PSS', note: 'Das moderne RSA-Padding. FAPI- und Open-Banking-Profile wollen es.' },
    PS384: { family: 'RSA-PSS', note: 'Wie PS256 mit längerem Hash.' },
    PS512: { family: 'RSA-PSS', note: 'Wie PS256 mit dem längsten Hash.' },
    ES256: { family: 'Elliptische Kurve', note: 'Kleine Schlüssel und Token (P-256). Auch nach FAPI erlaubt.' },
    ES384: { family: 'Elliptische Kurve', note: 'P-384, mit mehr Sicherheitsabstand.' },
    ES512: { family: 'Elliptische Kurve', note: 'P-521, mit dem größten Abstand; manchen Bibliotheken fehlt es.' },
    Ed25519: {
      family: 'Edwards-Kurve',
      note: 'Schnell und robust, für den lokalen Gebrauch. Mandanten nehmen es nicht an.',
    },
  },
  bits: (alg, bits) => `${alg} · ${bits} Bit`,
};
