import type { Standing } from './access/standing.ts'
import type { Incoming } from './adapter.ts'
import { purposeOf } from './answering/incoming-files.ts'
import { type AttachmentStore, keepAttachments } from './attaching.ts'
import { type Brought, longFileNotice } from './brought.ts'
import { askConfirmation } from './dialogue/confirmation.ts'
import type { Dialogue } from './dialogue/dialogue.ts'
import { turnKey } from './dialogue/turns.ts'
import type { Attachment } from './domain/index.ts'
import type { ImportDesk } from './import-desk.ts'
import { complete } from './replies/complete.ts'
import type { Message, Reply } from './reply.ts'

export interface FileDeskParts {
  imports: ImportDesk
  /** Keeps what goes with reports; without it nothing is taken. */
  attachments: AttachmentStore | undefined
  notify: (whom: string, message: Message, key: string) => Promise<void>
  reportError: (error: unknown) => void
  standingOf: (message: Incoming) => Standing
  /** The sender's dialogue as it stands, where there is one. */
  waiting: (message: Incoming) => Pick<Dialogue, 'pending'> | undefined
  /** The sender's dialogue, which the message goes on with. */
  dialogueAt: (message: Incoming) => Dialogue
  /** Answers the words of a message, with the files kept. */
  respond: (message: Incoming, kept: readonly Attachment[]) => Promise<Reply>
}

const NOT_READ = '导入台账由督查室办理，您没有权限，文件没有读取。'

/** Answers messages that bring files: a ledger to be imported, or what goes with a report. */
export const createFileDesk = (parts: FileDeskParts) => {
  const { imports, attachments, notify, reportError, standingOf, waiting, dialogueAt, respond } = parts

  /** What takes a while to read is acknowledged first. */
  const tellOfLongFile = async ({ conversation, id, sender, files = [] }: Incoming): Promise<void> => {
    const text = longFileNotice(files)
    if (sender === null || text === null) return
    const key = `${turnKey(conversation, id)} reading`
    await notify(`${conversation.adapter}:${sender.id}`, { text }, key).catch(reportError)
  }

  const importFiles = async (message: Incoming, brought: Brought): Promise<Reply> => {
    const { rank, actor } = standingOf(message)
    if (rank !== 'administrator') return complete('import', { text: NOT_READ })
    await tellOfLongFile(message)
    const key = turnKey(message.conversation, message.id)
    const { text, waits } = await imports.bring(brought, { key, by: actor, now: new Date(message.at) })
    if (!waits) return complete('import', { text })
    const choice = (step: 'apply' | 'drop'): string => JSON.stringify({ step, key })
    const asked = { intent: 'import', yes: choice('apply'), no: choice('drop') }
    return complete('import', askConfirmation(dialogueAt(message), asked, text))
  }

  /** @throws DubanError with a sentence for the sender; nothing is then recorded */
  return async (message: Incoming, brought: Brought): Promise<Reply> => {
    // pasted into the message
    if (brought.files !== message.files) return importFiles(message, brought)
    const purpose = purposeOf(message, standingOf(message).rank, waiting(message))
    if (purpose === 'import') return importFiles(message, brought)
    if (purpose === 'none')
      return message.text.trim() === '' ? complete('import', { text: NOT_READ }) : respond(message, [])
    if (!attachments) return complete('report', { text: '这里不能收附件，进展没有登记，请只用文字再报。' })
    const kept = await keepAttachments(brought.files, brought.fetch, attachments)
    if (purpose === 'report') return respond(message, kept)
    if (purpose === 'supplement') return respond({ ...message, text: '补充' }, kept)
    const dialogue = dialogueAt(message)
    dialogue.files = [...(dialogue.files ?? []), ...kept]
    const names = kept.map(({ name }) => name).join('、')
    return complete('report', {
      needs: 'task',
      text: `已收下附件${names}，还没有登记。请写明是哪一项的进展，如：第3项已完成。`,
    })
  }
}
