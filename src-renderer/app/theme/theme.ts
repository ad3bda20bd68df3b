import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { createElement } from 'react';
import { darkTokens, lightTokens } from './tokens.ts';

const teal: MantineColorsTuple = [
  '#E2EFEE',
  '#C9E4E3',
  '#A9DAD9',
  '#8AD3D2',
  '#6CC4C3',
  '#5DB9B8',
  '#2A8589',
  '#0B5A5E',
  '#084649',
  '#053335',
];
const gray: MantineColorsTuple = [
  '#F7F8F6',
  '#F1F4F2',
  '#E8EBE7',
  '#E2E6E2',
  '#CBD2CE',
  '#7F8B88',
  '#586664',
  '#465553',
  '#2A3735',
  '#15201F',
];
const dark: MantineColorsTuple = [
  '#E7EDEB',
  '#B4C0BE',
  '#93A19F',
  '#6E7D7D',
  '#3A4647',
  '#273132',
  '#1C2425',
  '#151B1C',
  '#111718',
  '#0E1314',
];

const fontFamily = "'InterVariable', ui-sans-serif, system-ui, 'Segoe UI', sans-serif";
/** Inputs, as in the pictures: 32 px high, the label 13 px above, the line below 12 px. */
const inputWrapper = {
  size: 'sm',
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
};

const chevron = createElement(IconChevronDown, { size: 16, stroke: 1.75, 'aria-hidden': true });

/** Mantine, themed once (design/tokens.md). Anything a screen needs beyond this belongs in `ui/`, not in the screen. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  black: '#15201F',
  white: '#FFFFFF',
  colors: { teal, gray, dark },
  fontFamily,
  fontFamilyMonospace: fontFamily,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '5px', md: '6px', lg: '8px', xl: '10px' },
  defaultRadius: 6,
  shadows: {
    xs: 'var(--t-shadow-control)',
    sm: 'var(--t-shadow-control)',
    md: 'var(--t-shadow-floating)',
    lg: 'var(--t-shadow-floating)',
    xl: 'var(--t-shadow-floating)',
  },
  headings: { fontFamily, fontWeight: '600' },
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: inputWrapper },
    PasswordInput: { defaultProps: inputWrapper },
    NumberInput: { defaultProps: inputWrapper },
    ColorInput: { defaultProps: inputWrapper },
    Textarea: { defaultProps: inputWrapper },
    Select: {
      defaultProps: {
        ...inputWrapper,
        checkIconPosition: 'right',
        rightSection: chevron,
        rightSectionPointerEvents: 'none',
        comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } },
      },
    },
    Autocomplete: { defaultProps: { ...inputWrapper, comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } } } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
    // Inside its own part of the page, so that it lies in a landmark; the first entry takes the focus.
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 0 },
        position: 'bottom-start',
        offset: 4,
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Modal: {
      defaultProps: {
        // Its head is a <header>, which would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
        centered: true,
        radius: 10,
        transitionProps: { duration: 100 },
        overlayProps: { color: 'transparent', backgroundOpacity: 0 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 }, fz: 12 } },
  },
});

const asVariables = (tokens: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--t-${name}`, value]));

/** What Mantine derives itself but fails the contrast measured in tokens.md, the same in both themes because the tokens differ. */
const mended = {
  '--mantine-color-body': 'var(--t-sheet)',
  '--mantine-color-text': 'var(--t-ink)',
  '--mantine-color-dimmed': 'var(--t-ink-3)',
  '--mantine-color-placeholder': 'var(--t-ink-3)',
  '--mantine-color-anchor': 'var(--t-accent)',
  '--mantine-color-error': 'var(--t-red)',
  '--mantine-color-success': 'var(--t-green)',
  '--mantine-color-default': 'var(--t-raised)',
  '--mantine-color-default-hover': 'var(--t-hover)',
  '--mantine-color-default-color': 'var(--t-ink)',
  '--mantine-color-default-border': 'var(--t-line-2)',
  '--mantine-color-disabled': 'var(--t-sunken)',
  '--mantine-color-disabled-color': 'var(--t-ink-3)',
  '--mantine-color-disabled-border': 'var(--t-line)',
  '--mantine-color-teal-filled': 'var(--t-fill)',
  '--mantine-color-teal-filled-hover': 'var(--t-fill-hover)',
  '--mantine-primary-color-contrast': 'var(--t-fill-text)',
  '--mantine-color-teal-light': 'var(--t-selected)',
  '--mantine-color-teal-light-hover': 'var(--t-selected)',
  '--mantine-color-teal-light-color': 'var(--t-accent)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': '20px' },
  light: { ...asVariables(lightTokens), ...mended },
  dark: { ...asVariables(darkTokens), ...mended },
});
