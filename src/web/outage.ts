/** Errors of `pg`, the system and the file store that mean "it cannot be done just now", by code. Class 57P: shutting down or starting up; 53: out of connections or room; 55P03, 57014: waited for a lock, or worked, for too long. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EDQUOT',
  'ENOENT',
  'ENOSPC',
  'EPIPE',
  'ESTOREAWAY',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '53200',
  '08006',
  '08003',
  '08001',
  '25006',
  '55P03',
  '57014',
])

/** Whether an error is an outage of what the program stands on (the database, the file store, room on the disk) rather than its own fault. */
export function isOutage(error: unknown): boolean {
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string }
  if (code === 'ENOENT' && syscall !== 'connect') return false // a lost file, not the socket of a server that is away
  if (code && codes.has(code)) return true
  return /timeout exceeded when trying to connect|Connection terminated|terminating connection|Client has encountered a connection error|cannot use a pool after/i.test(
    message ?? '',
  )
}
