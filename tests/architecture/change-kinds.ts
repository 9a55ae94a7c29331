import path from "node:path";
import ts from "typescript";
import { possibleTexts } from "./translation-keys";

/** A place where a change gets its kind; `*` stands for what the source leaves open. */
export interface RecordedKind {
  kind: string;
  file: string;
  line: number;
}

/** The file of `Act`, which describes a change, and what takes it in the end. */
const ACT_FILE = "app/models/database.server.ts";
const RECORDS = /^record(?:Change|Steps)$/;

/**
 * The kinds of changes that the program's own files record: those of every object that is made as an `Act`, or is handed to whoever
 * takes one. A kind that is put together counts as all that its parts can be.
 */
export function recordedKinds(program: ts.Program, directory: string): RecordedKind[] {
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${directory}${path.sep}`) && !fileName.includes(".test."))
    .flatMap((file) => kindsOfFile(file, checker, path.dirname(directory)));
}

function kindsOfFile(file: ts.SourceFile, checker: ts.TypeChecker, root: string): RecordedKind[] {
  const found: RecordedKind[] = [];
  // asking for types is slow: it is done for what looks like a description of a change
  const described = new Set<string>();
  const takenFromOne = (property: ts.ObjectLiteralElementLike) =>
    ts.isSpreadAssignment(property) && described.has(property.expression.getText(file));
  const tell = (object: ts.Expression) => {
    for (const declaration of checker.getTypeAtLocation(object).getProperty("kind")?.declarations ?? []) {
      // it was made as an `Act` elsewhere, and is told there
      if (ofAct(declaration)) continue;
      const source = declaration.getSourceFile();
      const line = source.getLineAndCharacterOfPosition(declaration.getStart(source)).line + 1;
      for (const kind of possibleTexts(setTo(declaration, checker), checker))
        found.push({ kind, file: path.relative(root, source.fileName), line });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && saysKind(node.initializer))
      described.add(node.name.getText(file));
    if (ts.isObjectLiteralExpression(node) && (saysKind(node) || node.properties.some(takenFromOne))) {
      const wanted = checker.getContextualType(node);
      if (wanted && isAct(wanted)) tell(node);
    } else if (ts.isCallExpression(node)) {
      for (const [index, argument] of node.arguments.entries()) {
        if (saysKind(argument)) continue;
        const records = index === 0 && RECORDS.test(node.expression.getText(file));
        const looksSo = ts.isIdentifier(argument) && described.has(argument.text);
        if (records || (looksSo && takesAct(node, index, checker))) tell(argument);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** An object that names its kind. */
function saysKind(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.some((each) => each.name?.getText() === "kind");
}

function takesAct(call: ts.CallExpression, index: number, checker: ts.TypeChecker): boolean {
  const parameter = checker.getResolvedSignature(call)?.parameters[index];
  return parameter !== undefined && isAct(checker.getTypeOfSymbolAtLocation(parameter, call));
}

/** `Act`, or a type made of its parts. */
function isAct(type: ts.Type): boolean {
  return type.getProperty("kind")?.declarations?.some(ofAct) ?? false;
}

function ofAct(declaration: ts.Declaration): boolean {
  return ts.isPropertySignature(declaration) && declaration.getSourceFile().fileName.endsWith(ACT_FILE);
}

/** What a property of an object is set to; where a type or a parameter declares it, its name, which is of that type. */
function setTo(declaration: ts.Declaration, checker: ts.TypeChecker): ts.Expression {
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const variable = checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration;
    if (variable) return setTo(variable, checker);
  }
  const set = ts.isPropertyAssignment(declaration) || ts.isVariableDeclaration(declaration);
  if (set && declaration.initializer) return declaration.initializer;
  return (ts.getNameOfDeclaration(declaration) ?? declaration) as ts.Expression;
}
