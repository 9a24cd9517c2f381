import {
  boolCoreTag,
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import { forbiddenIn } from "./forbidden.ts";
import type { EntryOutline, Outline, Outlined } from "./outline.ts";

/** Numbers stay text. */
const SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag);

/** Tabs, and marks of where a document begins or ends: parsers do not agree on all of them. */
const UNUSUAL = /\t|^ *(?:---|\.\.\.|%)/m;

/** Far fewer levels than a report may have, and far more than it has. */
const DEPTH = 50;

/**
 * What YAML says and where each part of it begins; null where anything is wrong with it, or just unusual: tags, aliases, directives, a
 * second document, tabs, blocks of text, values that are not there, keys that are not texts.
 */
export function outlineYaml(text: string): Outlined | null {
  if (UNUSUAL.test(text) || forbiddenIn(text.replaceAll("\r\n", "\n"))) return null;
  try {
    const events = parseEvents(text, { maxDepth: DEPTH });
    if (!events.every((event, index) => isUsual(event, index, text))) return null;
    const outline = nextOutline({ events, text, at: 1 });
    if (outline === null) return null;
    const [value] = constructFromEvents(events, { source: text, schema: SCHEMA });
    return { value, outline };
  } catch (cause) {
    if (cause instanceof YAMLException) return null;
    throw cause;
  }
}

function isUsual(event: Event, index: number, text: string): boolean {
  if (event.type === EVENT_ID.POP) return true;
  if (event.type === EVENT_ID.ALIAS) return false;
  if (event.type === EVENT_ID.DOCUMENT) return index === 0;
  if (event.anchorStart >= 0 || event.tagStart >= 0) return false;
  return event.type !== EVENT_ID.SCALAR || isUsualScalar(event, text);
}

/** Scalars that are there, on no lines of their own; what is escaped in quotes may be anything. */
function isUsualScalar(scalar: ScalarEvent, text: string): boolean {
  if (scalar.valueStart < 0 || !(scalar.style in QUOTE)) return false;
  return scalar.style !== SCALAR_STYLE.DOUBLE_QUOTED || !forbiddenIn(getScalarValue(text, scalar));
}

/** What stands before the value. */
const QUOTE: Readonly<Record<number, number>> = {
  [SCALAR_STYLE.PLAIN]: 0,
  [SCALAR_STYLE.SINGLE_QUOTED]: 1,
  [SCALAR_STYLE.DOUBLE_QUOTED]: 1,
};

const startOf = ({ valueStart, style }: ScalarEvent): number => valueStart - (QUOTE[style] ?? 0);

/** Where a reader of events is. */
interface Walk {
  readonly events: readonly Event[];
  readonly text: string;
  at: number;
}

function nextOutline(walk: Walk): Outline | null {
  const event = walk.events[walk.at++];
  if (event?.type === EVENT_ID.SCALAR) return startOf(event);
  if (event?.type === EVENT_ID.SEQUENCE) return listOutline(walk, event.start);
  return event?.type === EVENT_ID.MAPPING ? mappingOutline(walk, event.start) : null;
}

/** Whether what is walked through ends here. */
function ends(walk: Walk): boolean {
  const isEnd = walk.events[walk.at]?.type === EVENT_ID.POP;
  if (isEnd) walk.at++;
  return isEnd;
}

function listOutline(walk: Walk, at: number): Outline | null {
  const items: Outline[] = [];
  while (!ends(walk)) {
    const item = nextOutline(walk);
    if (item === null) return null;
    items.push(item);
  }
  return { at, items };
}

function mappingOutline(walk: Walk, at: number): Outline | null {
  const entries: Record<string, EntryOutline> = {};
  while (!ends(walk)) {
    const key = walk.events[walk.at++];
    const name = key && nameOf(key, walk.text);
    const value = nextOutline(walk);
    if (key?.type !== EVENT_ID.SCALAR || name === null || name === undefined || value === null) return null;
    entries[name] = { key: startOf(key), value };
  }
  return { at, entries };
}

/** Keys that are no texts, or that objects have a meaning of their own for. */
const NO_NAME = /^(?:~|null|true|false|__proto__)$/i;

function nameOf(key: Event, text: string): string | null {
  const name = key.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : null;
  return name === null || NO_NAME.test(name) ? null : name;
}
