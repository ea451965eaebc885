/** Errors of `pg` and the system that mean "the database cannot answer now", by code. Class 57P: shutting down or starting up; 53: out of connections or room. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
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
])

/** Whether an error is an outage of the database rather than a fault of the program. */
export function isOutage(error: unknown): boolean {
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string }
  if (code === 'ENOENT' && syscall !== 'connect') return false // a lost file, not the socket of a server that is away
  if (code && codes.has(code)) return true
  return /timeout exceeded when trying to connect|Connection terminated|terminating connection|Client has encountered a connection error|cannot use a pool after/i.test(
    message ?? '',
  )
}
