/** Asks each `eslint-disable` for its reason: `// eslint-disable-next-line rule -- why`. */
export const suppressionReason = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'Say why, after two dashes.' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments())
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value))
            context.report({ loc: comment.loc, messageId: 'missing' });
      },
    };
  },
};
