import type { CertificateRunId, TerritoryId } from '../kernel/types.ts'

/** Every queue of the program and what its jobs carry. */
export type Jobs = {
  /** A letter to send. */
  readonly mail: { readonly to: string; readonly subject: string; readonly text: string }
  /** The rest of a press that issues papers to many. */
  readonly papers: { readonly territoryId: TerritoryId; readonly runId: CertificateRunId }
  /** The day's reminders of every territory. */
  readonly daily: Record<string, never>
  /** The copy of the installation, when it is time for one. */
  readonly copy: Record<string, never>
}
export type QueueName = keyof Jobs

/** How each queue tries again. A letter that cannot be sent for a day stays in the failed jobs for a person to see. */
export const queues = {
  mail: { retryLimit: 12, retryDelay: 30, retryBackoff: true, expireInSeconds: 60 },
  papers: { retryLimit: 5, retryDelay: 5, expireInSeconds: 300 },
  daily: { retryLimit: 3, retryDelay: 60, expireInSeconds: 600 },
  copy: { retryLimit: 0, expireInSeconds: 12 * 3600 },
} as const satisfies Record<QueueName, object>

/** A letter that has gone is not kept: it may carry a link that lets its reader in. */
export const forgottenWhenDone: ReadonlySet<QueueName> = new Set<QueueName>(['mail'])

/** Minute 5 of every hour: somewhere in Russia a new day has begun. */
export const dailyCron = '5 * * * *'
/** Away from the run of the day. */
export const copyCron = '35 * * * *'
