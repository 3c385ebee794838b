import type { Reply } from '../reply.ts'
import type { Dialogue } from './dialogue.ts'

/** Waits for 确认 or 取消, which the intent named carries out with these values. */
export const askConfirmation = (
  dialogue: Dialogue,
  { intent, yes, no }: { intent: string; yes: string; no: string },
  text: string,
): Partial<Reply> => {
  dialogue.pending = {
    need: 'confirmation',
    choices: [
      { label: '确认', value: yes },
      { label: '取消', value: no },
    ],
    purpose: { kind: 'intent', name: intent },
  }
  return {
    needs: 'confirmation',
    text,
    actions: [
      { label: '确认', say: '确认', style: 'primary' },
      { label: '取消', say: '取消', style: 'danger' },
    ],
  }
}
