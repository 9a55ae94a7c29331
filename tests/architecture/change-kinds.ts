import path from "node:path";
import ts from "typescript";
import { possibleTexts } from "./translation-keys";

/** A place where a change gets its kind; `*` stands for what the source leaves open. */
export interface RecordedKind {
  kind: string;
  file: string;
  line: number;
}

/** What describes a change to `recordChange`. */
const ACT = { file: "app/models/database.server.ts", property: "kind" };

/**
 * The kinds of changes that the program's own files record: those of every object that is made as an `Act`, or is handed to whoever
 * takes one. A kind that is put together counts as all that its parts can be.
 */
export function recordedKinds(program: ts.Program, directory: string): RecordedKind[] {
  const checker = program.getTypeChecker();
  const found: RecordedKind[] = [];
  const ofAct = (declaration: ts.Declaration) =>
    ts.isPropertySignature(declaration) && declaration.getSourceFile().fileName.endsWith(ACT.file);
  const takesAct = (type: ts.Type) => type.getProperty(ACT.property)?.declarations?.some(ofAct) ?? false;

  const tell = (object: ts.Expression) => {
    for (const declaration of checker.getTypeAtLocation(object).getProperty(ACT.property)?.declarations ?? []) {
      // it was made as an `Act` elsewhere, and is told there
      if (ofAct(declaration)) continue;
      const file = declaration.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(declaration.getStart(file)).line + 1;
      for (const kind of possibleTexts(setTo(declaration, checker), checker))
        found.push({ kind, file: path.relative(path.dirname(directory), file.fileName), line });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const wanted = checker.getContextualType(node);
      if (wanted && takesAct(wanted)) tell(node);
    } else if (ts.isCallExpression(node)) {
      const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
      for (const [index, argument] of node.arguments.entries()) {
        const parameter = parameters[index];
        if (!parameter || ts.isObjectLiteralExpression(argument)) continue;
        if (takesAct(checker.getTypeOfSymbolAtLocation(parameter, node))) tell(argument);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (file.fileName.startsWith(`${directory}${path.sep}`) && !file.fileName.includes(".test.")) visit(file);
  }
  return found;
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
