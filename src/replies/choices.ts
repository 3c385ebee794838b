/** A question back with numbered answers. */
export const choiceText = (question: string, answers: readonly string[]): string =>
  [question, ...answers.map((answer, i) => `${i + 1} ${answer}`), '回复序号或名称'].join('\n')
