import { join } from 'node:path';
import ts from 'typescript';
import { root } from './markdown.js';

/**
 * What the compiler finds wrong in files, under the options of the repository.
 *
 * @param files - Absolute paths; `.mts`, so that each is a module wherever it lies, or `.tsx`.
 */
export function typeFaults(files: readonly string[]): readonly string[] {
  const path = join(root, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      composite: false,
      noEmit: true,
      jsx: 'react-jsx',
      types: ['node'],
    },
    root,
  );
  const program = ts.createProgram([...files], {
    ...options,
    declaration: false,
    declarationMap: false,
  });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return found.map(({ messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${file.split(/[\\/]/).at(-1) ?? ''}: ${text}`;
    });
  });
}
