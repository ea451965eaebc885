import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters'

/** What is kept of a session's token: whoever reads the table cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

type Question = { model: string; where?: Where[] | undefined }

function asked<Q extends Question>(question: Q): Q {
  if (question.model !== 'session' || !question.where) return question
  return { ...question, where: question.where.map(hashed) }
}

function hashed(condition: Where): Where {
  const { field, value } = condition
  if (field !== 'token') return condition
  if (typeof value === 'string') return { ...condition, value: tokenHash(value) }
  if (Array.isArray(value)) return { ...condition, value: value.map((one) => tokenHash(String(one))) }
  throw new Error('a session is looked up by something that is not a token')
}

const withoutTransactions = (inner: DBTransactionAdapter): DBTransactionAdapter => ({
  ...inner,
  create: async (given) => {
    if (given.model !== 'session') return inner.create(given)
    const { token } = given.data as unknown as { token: string }
    const stored = await inner.create({ ...given, data: { ...given.data, token: tokenHash(token) } })
    // The library signs the token of what it gets back into the cookie.
    return { ...(stored as object), token } as never
  },
  findOne: (question) => inner.findOne(asked(question)),
  findMany: (question) => inner.findMany(asked(question)),
  count: (question) => inner.count(asked(question)),
  update: (question) => inner.update(asked(question)),
  updateMany: (question) => inner.updateMany(asked(question)),
  delete: (question) => inner.delete(asked(question)),
  deleteMany: (question) => inner.deleteMany(asked(question)),
  consumeOne: (question) => inner.consumeOne(asked(question)),
  incrementOne: (question) => inner.incrementOne(asked(question)),
})

/**
 * Better Auth keeps session tokens as they are and has no setting for it; this stands between the library and its adapter and lets only
 * hashes through.
 */
export const withHashedTokens = (inner: DBAdapter): DBAdapter => ({
  ...inner,
  ...withoutTransactions(inner),
  transaction: (work) => inner.transaction((tx) => work(withoutTransactions(tx))),
})
