import ts from "typescript";

/** The program of a directory of sources, by this project's own compiler options. */
export function programOf(directory: string): ts.Program {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: [directory] },
    ts.sys,
    process.cwd(),
  );
  return ts.createProgram(fileNames, options);
}
