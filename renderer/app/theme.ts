import {
  ActionIcon,
  Anchor,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Paper,
  Tooltip,
} from "@mantine/core";

const indigo: MantineColorsTuple = [
  "#eef0f9",
  "#dcdff0",
  "#b6bce0",
  "#8f98cf",
  "#6c77bf",
  "#5460b2",
  "#4653a6",
  "#37428c",
  "#2c3674",
  "#232b5f",
];

const sand: MantineColorsTuple = [
  "#fbf8f2",
  "#f5f0e6",
  "#ece4d5",
  "#e2d8c6",
  "#cdbfa7",
  "#b3a48b",
  "#7d7160",
  "#655a4b",
  "#463d31",
  "#29241d",
];

const ochre: MantineColorsTuple = [
  "#fdf4ea",
  "#f9e8d8",
  "#f1cfb0",
  "#e8b386",
  "#f0a56b",
  "#cf7433",
  "#bb5d20",
  "#a34a17",
  "#853b12",
  "#682d0d",
];

const night: MantineColorsTuple = [
  "#efe9dd",
  "#d8d2c6",
  "#b3ac9f",
  "#8d8a86",
  "#4a4e5d",
  "#31343f",
  "#242733",
  "#1d1f29",
  "#15161d",
  "#101117",
];

/** Fields, buttons and panels in the association's own tones; sizes for a 1366×768 screen. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 6 },
  colors: { indigo, gray: sand, dark: night, ochre, red: ochre },
  black: "#29241d",
  white: "#fffdf8",
  fontFamily: '"Inter", system-ui, sans-serif',
  headings: { fontFamily: '"Gentium Book Plus", Georgia, serif', fontWeight: "700" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "20px" },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { radius: "md" } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: "lg" } }),
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    InputWrapper: Input.Wrapper.extend({
      styles: { description: { fontSize: "0.8125rem" }, error: { fontSize: "0.8125rem" } },
    }),
    Input: Input.extend({ defaultProps: { size: "sm" } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 90 },
        overlayProps: { backgroundOpacity: 0.35 },
        // Mantine makes it a `header`, which outside of the page's own parts would be a second banner.
        attributes: { header: { role: "none" } },
      },
      styles: {
        title: { fontFamily: '"Gentium Book Plus", Georgia, serif', fontWeight: 700, fontSize: "1.35rem" },
      },
    }),
    Paper: Paper.extend({ defaultProps: { radius: "lg" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 80 } } }),
  },
});

const own = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-error": "var(--ochre)",
  "--mantine-color-anchor": "var(--indigo-ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-sunken)",
  "--mantine-color-default-color": "var(--ink)",
};

/** Mantine's semantic colours, taken from theme.css in both schemes. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: own, dark: own });
