import { createTransport } from 'nodemailer'
import type { Jobs } from '../jobs/queues.ts'

export type Letter = Jobs['mail']

/** Sends letters through the server in the settings. Without one letters wait in the queue's history and the same is read in the program. */
export function createSender(smtpUrl: string | null, from: string): (letter: Letter) => Promise<void> {
  if (!smtpUrl) return async () => {}
  const transport = createTransport(smtpUrl, { from })
  return async ({ to, subject, text }) => {
    await transport.sendMail({ to, subject, text })
  }
}
