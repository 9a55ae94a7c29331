import path from "node:path";
import ts from "typescript";

/** One place in the source that asks for a translation. */
export interface UsedKey {
  /** "namespace:key", or "namespace:start.*" where a part is known only when the page runs */
  key: string;
  file: string;
  line: number;
}

/**
 * Every key that the program's own files ask for. A part of a key that is a value of a union of texts gives one key a member,
 * so that a new member without a translation is noticed; any other part becomes `*`. Keys that are held in constants count
 * where they are written.
 */
export function usedKeys(program: ts.Program, directory: string, namespaces: readonly string[]): UsedKey[] {
  const checker = program.getTypeChecker();
  const withNamespace = new RegExp(`^(${namespaces.join("|")}):[\\w*]`);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${directory}${path.sep}`) && !fileName.includes(".test."))
    .flatMap((file) => keysOfFile(file, checker, withNamespace, path.dirname(directory)));
}

function keysOfFile(file: ts.SourceFile, checker: ts.TypeChecker, withNamespace: RegExp, root: string): UsedKey[] {
  const found: UsedKey[] = [];
  const own = ownNamespace(file);
  const add = (node: ts.Node, keys: readonly string[]) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    for (const key of keys) found.push({ key, file: path.relative(root, file.fileName), line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      add(
        node,
        textsOf(node, checker).filter((text) => withNamespace.test(text)),
      );
    }
    if (own !== null && isTranslation(node)) {
      const bare = possibleTexts(node.arguments[0], checker).filter((text) => !text.includes(":"));
      add(
        node,
        bare.map((text) => `${own}:${text}`),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** "parts" where the file calls useTranslation("parts"); else bare keys belong to "common". Null: it translates nothing. */
function ownNamespace(file: ts.SourceFile): string | null {
  const named = /useTranslation\((?:"(\w+)")?\)/.exec(file.text);
  return named ? (named[1] ?? "common") : null;
}

function isTranslation(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return ts.isIdentifier(expression)
    ? expression.text === "t"
    : ts.isPropertyAccessExpression(expression) && expression.name.text === "t";
}

/** All that a text can be, whichever way a condition in it falls; `*` stands for what only the running program knows. */
export function possibleTexts(node: ts.Expression | undefined, checker: ts.TypeChecker): string[] {
  if (!node) return [];
  if (ts.isParenthesizedExpression(node)) return possibleTexts(node.expression, checker);
  if (ts.isConditionalExpression(node))
    return [...possibleTexts(node.whenTrue, checker), ...possibleTexts(node.whenFalse, checker)];
  return textsOf(node, checker);
}

function textsOf(node: ts.Expression, checker: ts.TypeChecker): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return membersOf(node, checker);
  return node.templateSpans.reduce(
    (starts, span) =>
      starts.flatMap((start) => membersOf(span.expression, checker).map((part) => start + part + span.literal.text)),
    [node.head.text],
  );
}

/** The texts of a union type, or `*` where it has other members. */
function membersOf(node: ts.Expression, checker: ts.TypeChecker): string[] {
  const type = checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  const texts = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return texts.length === members.length ? texts : ["*"];
}
