import type { TaskStatus } from '../domain/index.ts'

/** What can happen to a task. Timeliness and light are no part of it: they are reckoned from the dates. */
export type Step =
  /** Nothing new, or not begun yet. */
  | 'idle'
  | 'progress'
  /** 节点办结, or one of several units has done its part. */
  | 'part'
  /** 申请办结. */
  | 'apply'
  /** 办结: reported by the 督查室, or approved. */
  | 'complete'
  /** It is said not to be done after all. */
  | 'deny'
  /** 退回补充. */
  | 'return'
  /** 销号. */
  | 'close'
  /** 申请延期 and 同意延期 change no status, but are not open to every one. */
  | 'extend'
  /** 转办. */
  | 'transfer'
  /** 中止, 恢复. */
  | 'suspend'
  | 'resume'

/**
 * The workflow: what each step makes of a status. A step that does not stand there cannot be taken. Recurring work that
 * is 办结 becomes 未启动 by itself once its due day has passed (`statusOn`), which is no step.
 */
export const TRANSITIONS: Readonly<Record<TaskStatus, Readonly<Partial<Record<Step, TaskStatus>>>>> = {
  'not-started': {
    idle: 'not-started',
    progress: 'in-progress',
    deny: 'in-progress',
    part: 'in-progress',
    apply: 'pending-review',
    complete: 'done',
    extend: 'not-started',
    transfer: 'not-started',
    suspend: 'suspended',
  },
  'in-progress': {
    idle: 'in-progress',
    progress: 'in-progress',
    deny: 'in-progress',
    part: 'in-progress',
    apply: 'pending-review',
    complete: 'done',
    return: 'in-progress',
    extend: 'in-progress',
    transfer: 'in-progress',
    suspend: 'suspended',
  },
  'pending-review': {
    idle: 'pending-review',
    progress: 'pending-review',
    deny: 'in-progress',
    part: 'in-progress',
    apply: 'pending-review',
    complete: 'done',
    return: 'in-progress',
    extend: 'pending-review',
    transfer: 'pending-review',
    suspend: 'suspended',
  },
  done: {
    idle: 'done',
    progress: 'done',
    deny: 'in-progress',
    part: 'done',
    complete: 'done',
    close: 'closed',
  },
  closed: {},
  suspended: { resume: 'in-progress', close: 'closed' },
}

/** The status after a step; null where the step cannot be taken. */
export const after = (status: TaskStatus, step: Step): TaskStatus | null => TRANSITIONS[status][step] ?? null

const REASONS: Readonly<Record<TaskStatus, string>> = {
  'not-started': '尚未报送进展',
  'in-progress': '正在办理',
  'pending-review': '正在审核',
  done: '已办结',
  closed: '已销号，不再接收报送',
  suspended: '已中止，恢复办理后再报',
}

/** Why a step cannot be taken, in Chinese: 第5项已销号，不再接收报送. */
export const whyNot = (no: string, status: TaskStatus): string => `第${no}项${REASONS[status]}`
