import { askConfirmation } from '../src/dialogue/confirmation.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'

/** What the choices of an import carry: what is done with what waits under a key. */
interface Choice {
  step: 'apply' | 'undo' | 'drop'
  key: string
}

const moment = ({ messageKey, access, at }: IntentContext) => ({
  key: messageKey,
  by: access.actor,
  now: new Date(at),
})

/** Confirms revisions of ledgers that came as files, and takes the last import back. */
export const importLedgers = defineIntent({
  name: 'import',
  summary: '发来修订的文件先列出改动，确认后写入；撤销上次导入（督查室）',
  examples: ['撤销导入'],
  asks: ['undo-import'],
  aboutTasks: false,
  needs: 'administrator',
  run: async (context) => {
    const last = await context.imports.last()
    if ('refused' in last) return { text: last.refused }
    return askConfirmation(
      context.dialogue,
      { intent: 'import', yes: choice('undo', last.id), no: choice('drop', '') },
      last.text,
    )
  },
  choose: async (value, context) => {
    const { step, key } = JSON.parse(value) as Choice
    if (step === 'drop') return { text: '没有改动。' }
    const done = step === 'apply' ? context.imports.apply : context.imports.undo
    return { text: await done(key, moment(context)) }
  },
})

const choice = (step: Choice['step'], key: string): string => JSON.stringify({ step, key } satisfies Choice)
