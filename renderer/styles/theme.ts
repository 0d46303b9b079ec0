// Colours and type for Mantine. One accent, a deep teal, in everything that acts; red and amber are kept for danger
// and doubt. Contrast: text at least 4.5:1, edges of controls at least 3:1, in both schemes.
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';
import { words } from '../text/words.ts';

const custody: MantineColorsTuple = [
  '#e9f5f5',
  '#d3e9e9',
  '#a6d3d3',
  '#76bdbe',
  '#58c3c1',
  '#2f9295',
  '#167b80',
  '#0b6168',
  '#084c52',
  '#05363b',
];

const danger: MantineColorsTuple = [
  '#fdefed',
  '#f9dcd9',
  '#f3b6b0',
  '#ee8e85',
  '#ff9a8f',
  '#d8453a',
  '#c02f25',
  '#a8211a',
  '#871812',
  '#66100b',
];

const caution: MantineColorsTuple = [
  '#fdf5e4',
  '#f9e8c4',
  '#f1d08b',
  '#e8b64f',
  '#f0bf62',
  '#b97a0e',
  '#9c6406',
  '#835203',
  '#6a4102',
  '#4f3000',
];

const gray: MantineColorsTuple = [
  '#f5f8f8',
  '#ecf1f1',
  '#dfe6e7',
  '#cdd7d8',
  '#849396',
  '#75858a',
  '#5a6b6f',
  '#435357',
  '#2b393c',
  '#152124',
];

const dark: MantineColorsTuple = [
  '#e6eded',
  '#b4c2c4',
  '#94a4a7',
  '#6d7e81',
  '#66777a',
  '#2a3538',
  '#1a2325',
  '#141b1d',
  '#0f1517',
  '#0a0f10',
];

export const theme = createTheme({
  primaryColor: 'custody',
  primaryShade: { light: 7, dark: 4 },
  // Filled surfaces are dark in the light scheme and light in the dark one; a token knows which text they bear.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' ? { color: 'var(--kc-on-strong)' } : {}),
  }),
  colors: { custody, danger, caution, gray, dark },
  black: '#152124',
  fontFamily: "'Inter', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'JetBrains Mono', ui-monospace, 'SF Mono', Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '10px', xl: '14px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // A menu that is open stays, also where the button under it has moved behind the bar at the foot.
    Menu: { defaultProps: { hideDetached: false } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120, transition: 'fade' },
        closeButtonProps: { 'aria-label': words.common.close },
      },
    },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 300,
        openDelay: 250,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

/** Mantine's own surfaces, set to the tones of styles/tokens.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--kc-surface)',
    '--mantine-color-text': 'var(--kc-ink)',
    '--mantine-color-dimmed': 'var(--kc-ink-quiet)',
    '--mantine-color-placeholder': 'var(--kc-ink-quiet)',
    '--mantine-color-error': 'var(--kc-danger)',
    '--mantine-color-default': 'var(--kc-surface)',
    '--mantine-color-default-hover': 'var(--kc-hover)',
    '--mantine-color-default-color': 'var(--kc-ink)',
    '--mantine-color-default-border': 'var(--kc-edge)',
    '--mantine-color-anchor': 'var(--kc-accent)',
    '--mantine-color-custody-light': 'var(--kc-accent-soft)',
    '--mantine-color-custody-light-hover': 'var(--kc-accent-line)',
    '--mantine-color-custody-light-color': 'var(--kc-accent)',
    '--mantine-color-danger-light': 'var(--kc-danger-soft)',
    '--mantine-color-danger-light-hover': 'var(--kc-danger-line)',
    '--mantine-color-danger-light-color': 'var(--kc-danger)',
    '--mantine-color-gray-light-color': 'var(--kc-ink-soft)',
    '--mantine-color-gray-light': 'var(--kc-hover)',
    '--mantine-color-gray-light-hover': 'var(--kc-hover)',
  };
  return { variables: {}, light: surfaces, dark: surfaces };
};

/** The main process dresses the whole program as the officer chose, so the page does as its system says and keeps nothing. */
export const followsTheWindow: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
