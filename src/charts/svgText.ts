import { HostElement, type HostNode } from "./hostTree.ts";
import { LAYER } from "./looks.ts";

/** Attributes that draw something, by React's name; all others (classes, ids, roles, handlers) are left out. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  d: "d",
  x: "x",
  y: "y",
  x1: "x1",
  y1: "y1",
  x2: "x2",
  y2: "y2",
  fill: "fill",
  fillOpacity: "fill-opacity",
  stroke: "stroke",
  strokeWidth: "stroke-width",
  strokeDasharray: "stroke-dasharray",
  transform: "transform",
  textAnchor: "text-anchor",
  fontSize: "font-size",
};

/** What an element may show. Recharts leaves on a line also the box that it stands in. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  path: ["d", "fill", "fillOpacity", "stroke", "strokeWidth", "strokeDasharray"],
  line: ["x1", "y1", "x2", "y2", "stroke", "strokeWidth", "strokeDasharray"],
  text: ["x", "y", "transform", "textAnchor", "fontSize", "fill"],
};

/** A drawing's flat list of shapes in the order in which they cover each other. */
interface Shape {
  readonly name: string;
  readonly attributes: string;
  /** The outline of a path, kept apart: paths that look the same become one. */
  readonly d: string;
  readonly text: string;
  readonly layer: unknown;
}

/** A hundredth of a point is finer than any printer. */
function short(number: string): string {
  return String(Math.round(Number(number) * 100) / 100);
}

function attributeText(value: string | number): string {
  const text = String(value).replace(/-?\d+\.\d+(e-?\d+)?|-?\d+e-?\d+/g, short);
  return asXml(text).replaceAll('"', "&quot;");
}

/** Characters that XML forbids have no picture either. */
function asXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}

function textOf(node: HostNode): string {
  return node instanceof HostElement ? node.children.map(textOf).join("") : node.text;
}

function* shapesOf(node: HostNode, layer: unknown = null): Generator<Shape> {
  if (!(node instanceof HostElement)) return;
  if (node.type === "g" || node.type === "svg") {
    for (const child of node.children) yield* shapesOf(child, node.props[LAYER] ?? layer);
    return;
  }
  if (node.type === "defs" || node.type === "title" || node.type === "desc") return;
  const shown = SHOWN[node.type];
  if (shown === undefined) throw new Error(`a chart has an element that paper does not know: ${node.type}`);
  yield { ...shapeOf(node, shown), layer };
}

function shapeOf(node: HostElement, shown: readonly string[]): Omit<Shape, "layer"> {
  let attributes = "";
  let d = "";
  for (const name of shown) {
    const value = node.props[name];
    if (typeof value !== "string" && typeof value !== "number") continue;
    if (name === "d") d = attributeText(value);
    else attributes += ` ${ATTRIBUTES[name]}="${attributeText(value)}"`;
  }
  return { name: node.type, attributes, d, text: node.type === "text" ? asXml(textOf(node)) : "" };
}

/**
 * Paths of one layer that look the same become one path: all bars of a series, then all their hatching. A chart of
 * three hundred strokes is a dozen paths, small and quickly drawn.
 */
function joined(shapes: Iterable<Shape>): Shape[] {
  const result: Shape[] = [];
  let start = 0;
  for (const shape of shapes) {
    if (shape.layer === null || shape.layer !== result.at(-1)?.layer) start = result.length;
    const like = result.findIndex(
      (one, at) => at >= start && one.d !== "" && shape.d !== "" && one.attributes === shape.attributes,
    );
    const found = result[like];
    if (found === undefined) result.push(shape);
    else result[like] = { ...found, d: found.d + shape.d };
  }
  return result;
}

/** The first `svg` in the tree. */
function surfaceOf(node: HostElement): HostElement | null {
  if (node.type === "svg") return node;
  for (const child of node.children) {
    const found = child instanceof HostElement ? surfaceOf(child) : null;
    if (found) return found;
  }
  return null;
}

/**
 * The tree of a chart as SVG: paths, lines and texts with plain attributes, nothing that refers to anything.
 * @throws Error when the tree holds no picture, or an element that is none of these
 */
export function svgText(
  root: HostElement,
  { width, height, font }: { width: number; height: number; font: string },
) {
  const surface = surfaceOf(root);
  if (surface === null) throw new Error("a chart without a picture");
  const body = joined(shapesOf(surface)).map(({ name, attributes, d, text }) => {
    const outline = d === "" ? "" : ` d="${d}"`;
    return text === "" ? `<${name}${outline}${attributes}/>` : `<${name}${attributes}>${text}</${name}>`;
  });
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${font}">${body.join("")}</svg>`;
}
