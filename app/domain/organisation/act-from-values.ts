import type { Bilingual } from "~/domain/text/bilingual";
import type { ActField, ActKind, ActValues } from "./act-values";
import type { Act } from "./acts";
import { LEVELS, type Level, UNIT_TYPES } from "./organisation-facts";

/** What may be chosen, and how something new is to be called as a key. */
export interface ActFormContext {
  units: ReadonlySet<string>;
  areas: ReadonlySet<string>;
  /** whether a unit that stands under none may begin */
  all: boolean;
  newKey(name: string): string;
}

/** The act that the values of a form of its kind make, or the fields that are wrong. */
export function actFromValues(
  kind: ActKind,
  values: ActValues,
  context: ActFormContext,
): { act: Act } | { wrong: ActField[] } {
  const reader = new Reader(values, context);
  const act = actOf(kind, reader);
  return reader.wrong.size > 0 ? { wrong: [...reader.wrong] } : { act };
}

function actOf(kind: ActKind, read: Reader): Act {
  switch (kind) {
    case "create": {
      const parent = read.context.all && read.values.parent === "" ? undefined : read.unit("parent");
      return { act: kind, level: read.level(), parent, ...read.newUnit() };
    }
    case "rename":
      return { act: kind, unit: read.unit("unit"), name: read.name(), ...read.short() };
    case "move":
      return { act: kind, unit: read.unit("unit"), parent: read.unit("parent") };
    case "merge":
      return { act: kind, units: read.units("units", 2), into: read.newUnit() };
    case "split":
      return read.split();
    case "classify":
      return { act: kind, unit: read.unit("unit"), type: read.type() };
    case "close":
      return { act: kind, unit: read.unit("unit"), successors: read.units("successors", 0) };
    case "relabel-level":
      return { act: kind, level: read.level(), label: read.name() };
    case "place-in-area":
      return { act: kind, unit: read.unit("unit"), area: read.area() };
    case "create-area":
      return { act: kind, ...read.newArea() };
    case "change-area":
      return read.changedArea();
    case "merge-areas":
      return { act: kind, areas: read.areas(), into: read.newArea() };
  }
}

const LONGEST_NAME = 200;
const LONGEST_SHORT = 80;
const officeCode = /^[0-9A-Z.-]{1,20}$/i;
const areaCode = /^\d{2}$/;

function isName(text: string, longest = LONGEST_NAME): boolean {
  return text !== "" && text.length <= longest;
}

/** Reads field by field and remembers which are wrong. */
class Reader {
  readonly wrong = new Set<ActField>();

  constructor(
    readonly values: ActValues,
    readonly context: ActFormContext,
  ) {}

  unit(field: "unit" | "parent"): string {
    return this.chosen(field, this.values[field], this.context.units);
  }

  units(field: "units" | "successors", least: number): string[] {
    return this.all(field, this.values[field], this.context.units, least);
  }

  area(): string {
    return this.chosen("area", this.values.area, this.context.areas);
  }

  areas(): string[] {
    return this.all("areas", this.values.areas, this.context.areas, 2);
  }

  type() {
    const type = UNIT_TYPES.find((each) => each === this.values.type);
    if (!type) this.wrong.add("type");
    return type ?? "office";
  }

  /** New heirs with a name in both languages, existing ones, and where the units below go. */
  split(): Extract<Act, { act: "split" }> {
    const { intoVi, intoEn, children } = this.values;
    const lines = intoVi.map((vi, index) => ({ vi, en: intoEn[index] ?? "", index }));
    const named = lines.filter(({ vi, en }) => vi !== "" || en !== "");
    const into = named.map(({ vi, en }) => {
      if (!isName(vi) || !isName(en)) this.wrong.add("intoVi");
      return { unit: this.context.newKey(vi), name: { vi, en }, sample: false };
    });
    const successors = this.units("successors", 0);
    if (into.length + successors.length < 2) this.wrong.add("intoVi");
    const unit = this.unit("unit");
    const newOnes = new Map(named.map(({ index }, place) => [`new:${index}`, into[place]?.unit ?? ""]));
    const heirs = new Set([...successors, ...newOnes.values()]);
    const goes = Object.entries(children).map(([child, to]) => [child, newOnes.get(to) ?? to] as const);
    if (goes.some(([child, heir]) => !this.context.units.has(child) || !heirs.has(heir))) this.wrong.add("children");
    return { act: "split", unit, into, successors, children: Object.fromEntries(goes) };
  }

  level(): Level {
    const level = LEVELS.find((each) => each === this.values.level);
    if (!level) this.wrong.add("level");
    return level ?? "CENTRAL";
  }

  name(): Bilingual {
    return { vi: this.text("nameVi"), en: this.text("nameEn") };
  }

  /** Both short names, or none: then the name stands for them. */
  short(): { short?: Bilingual } {
    if (this.values.shortVi === "" && this.values.shortEn === "") return {};
    return { short: { vi: this.text("shortVi", LONGEST_SHORT), en: this.text("shortEn", LONGEST_SHORT) } };
  }

  newUnit() {
    const unitName = this.name();
    const vssCode = this.optional("vssCode", officeCode);
    return {
      unit: this.context.newKey(unitName.vi),
      name: unitName,
      ...this.short(),
      ...(this.values.area !== "" && { area: this.area() }),
      ...(vssCode !== null && { vss_code: vssCode }),
      sample: false,
    };
  }

  newArea() {
    const areaName = this.name();
    const code = this.optional("code", areaCode);
    if (code === null) this.wrong.add("code");
    return { area: this.context.newKey(areaName.vi), code: code ?? "", kind: this.areaKind(), name: areaName };
  }

  /** What is left empty stays as it is. */
  changedArea(): Extract<Act, { act: "change-area" }> {
    const { nameVi, nameEn, areaKind } = this.values;
    const code = this.optional("code", areaCode);
    const named = nameVi !== "" || nameEn !== "";
    if (!named && code === null && areaKind === "") this.wrong.add("areaKind");
    return {
      act: "change-area",
      area: this.area(),
      ...(named && { name: this.name() }),
      ...(code !== null && { code }),
      ...(areaKind !== "" && { kind: this.areaKind() }),
    };
  }

  private areaKind(): "province" | "city" {
    const kind = this.values.areaKind;
    if (kind === "province" || kind === "city") return kind;
    this.wrong.add("areaKind");
    return "province";
  }

  private text(field: "nameVi" | "nameEn" | "shortVi" | "shortEn", longest = LONGEST_NAME): string {
    const text = this.values[field];
    if (!isName(text, longest)) this.wrong.add(field);
    return text;
  }

  private optional(field: "vssCode" | "code", form: RegExp): string | null {
    const text = this.values[field];
    if (text === "") return null;
    if (!form.test(text)) this.wrong.add(field);
    return text;
  }

  private chosen(field: ActField, value: string, choices: ReadonlySet<string>): string {
    if (!choices.has(value)) this.wrong.add(field);
    return value;
  }

  private all(field: ActField, given: readonly string[], choices: ReadonlySet<string>, least: number): string[] {
    const chosen = [...new Set(given)];
    if (chosen.length < least || chosen.some((value) => !choices.has(value))) this.wrong.add(field);
    return chosen;
  }
}
